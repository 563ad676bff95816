// The places of the article on a map that is drawn here: no tiles, no network.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import { PlaceResolution } from "../generated/musnad/v1/entity_pb.ts";
import type { Entity } from "../generated/musnad/v1/entity_pb.ts";
import { ArgumentRole } from "../generated/musnad/v1/event_pb.ts";
import type { Event } from "../generated/musnad/v1/event_pb.ts";
import { fit, move, project, zoom } from "../projection.ts";
import type { Point, Window } from "../projection.ts";
import type { Reading } from "../reading.ts";
import { same } from "../segments.ts";
import { useSpeech } from "../words/index.ts";
import { loadWorld } from "../world.ts";
import type { World } from "../world.ts";
import { Quad } from "./events.tsx";
import type { ViewProps } from "./events.tsx";
import { Choice } from "./sources.tsx";

interface Place {
  entity: Entity;
  point: Point;
  events: Event[];
}

const ASPECT = 1.6;
/** Size of names, in pixels. */
const LETTER = 13;

export function PlaceMap(props: ViewProps): JSX.Element {
  const { reading, selected, select } = props;
  const speech = useSpeech();
  const { words } = speech;
  const places = useMemo(() => placesOf(reading), [reading]);
  const [world, setWorld] = useState<World>();
  const [window, setWindow] = useState<Window>(() => startOf(places));
  useEffect(() => setWindow(startOf(places)), [places]);
  useEffect(() => {
    loadWorld().then(setWorld, (error: unknown) => console.error(error));
  }, []);
  if (places.length === 0) return <p class="nothing">{words.nothing.map}</p>;

  const onKeyDown = (event: KeyboardEvent) => {
    const step = window.width / 8;
    const moves: Record<string, () => Window> = {
      ArrowLeft: () => move(window, -step, 0),
      ArrowRight: () => move(window, step, 0),
      ArrowUp: () => move(window, 0, -step),
      ArrowDown: () => move(window, 0, step),
      "+": () => zoom(window, 0.6),
      "=": () => zoom(window, 0.6),
      "-": () => zoom(window, 1 / 0.6),
      "0": () => startOf(places),
    };
    const next = moves[event.key];
    if (next) {
      event.preventDefault();
      setWindow(next());
    }
  };
  return (
    <div class="map-view">
      <div class="map" dir="ltr">
        <Drawing places={places} world={world} window={window} setWindow={setWindow} onKeyDown={onKeyDown} {...props} />
        <div class="map-buttons">
          <button type="button" aria-label={words.zoomIn} title={words.zoomIn} onClick={() => setWindow(zoom(window, 0.6))}>
            +
          </button>
          <button type="button" aria-label={words.zoomOut} title={words.zoomOut} onClick={() => setWindow(zoom(window, 1 / 0.6))}>
            −
          </button>
          <button type="button" aria-label={words.fit} title={words.fit} onClick={() => setWindow(startOf(places))}>
            ⤢
          </button>
        </div>
      </div>
      <p class="map-note">{words.mapNote}</p>
      <ul class="places">
        {[...places].reverse().map(({ entity, events }) => (
          <li key={entity.id}>
            <Choice target={{ kind: "entity", id: entity.id }} selected={selected} select={select}>
              <bdi lang="ar">{entity.name}</bdi> <small>{entity.nameEn}</small>
            </Choice>
            <small>{speech.words.eventsHere(events.length)}</small>
            {events.map((event) => (
              <Choice key={event.id} target={{ kind: "event", id: event.id }} selected={selected} select={select}>
                <Quad quad={event.quad} />
                <bdi lang="ar">{reading.text(event.trigger)}</bdi>
              </Choice>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface DrawingProps extends ViewProps {
  places: Place[];
  world: World | undefined;
  window: Window;
  setWindow: (window: Window) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

function Drawing({ places, world, window, setWindow, onKeyDown, selected, select }: DrawingProps): JSX.Element {
  const { words, language } = useSpeech();
  const drawing = useRef<SVGSVGElement>(null);
  const held = useRef<{ x: number; y: number; window: Window } | undefined>(undefined);
  // One pixel, in units of the map: signs and letters keep their size when one zooms.
  const [pixels, setPixels] = useState(640);
  const unit = window.width / pixels;
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setPixels(entry?.contentRect.width || 640));
    if (drawing.current) observer.observe(drawing.current);
    return () => observer.disconnect();
  }, []);
  const names = useMemo(() => new Intl.DisplayNames([language], { type: "region", fallback: "none" }), [language]);

  // A listener of its own: one that is passive could not keep the page from scrolling.
  useEffect(() => {
    const target = drawing.current;
    const onWheel = (event: WheelEvent) => {
      if (!target || !event.ctrlKey) return;
      event.preventDefault();
      const box = target.getBoundingClientRect();
      const around = { x: window.x + (event.clientX - box.left) * unit, y: window.y + (event.clientY - box.top) * unit };
      setWindow(zoom(window, event.deltaY > 0 ? 1.15 : 1 / 1.15, around));
    };
    target?.addEventListener("wheel", onWheel, { passive: false });
    return () => target?.removeEventListener("wheel", onWheel);
  });
  const name = ({ entity }: Place) => (language === "ar" ? entity.name : entity.nameEn || entity.romanized || entity.name);
  const shown = new Set(places.map(name));
  const free = unlabelled(places, name, unit);
  return (
    <svg
      ref={drawing}
      viewBox={`${window.x} ${window.y} ${window.width} ${window.height}`}
      role="group"
      aria-label={words.mapLabel}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => (held.current = { x: event.clientX, y: event.clientY, window })}
      onPointerMove={(event) => {
        if (!held.current || event.buttons === 0) return;
        const { x, y, window: from } = held.current;
        setWindow(move(from, (x - event.clientX) * unit, (y - event.clientY) * unit));
      }}
      onPointerUp={() => (held.current = undefined)}
    >
      <g class="land" aria-hidden="true">
        {world?.countries.map((country) => <path d={country.path} />)}
      </g>
      {world && <path class="borders" d={world.borders} aria-hidden="true" style={{ strokeWidth: `${unit}px` }} />}
      <g class="country-names" aria-hidden="true" style={{ fontSize: `${11 * unit}px` }}>
        {world?.countries
          .filter(({ label, code, room }) => label && code && room > 55 * unit && !shown.has(names.of(code) ?? ""))
          .map(({ label, code }) => (
            <text x={label?.x} y={label?.y}>
              {code && names.of(code)}
            </text>
          ))}
      </g>
      {places.map((place) => {
        const { entity, point, events } = place;
        const first = events[0];
        const lit = same({ kind: "entity", id: entity.id }, selected) || events.some((event) => same({ kind: "event", id: event.id }, selected));
        const radius = (events.length > 0 ? 6 + 2 * Math.sqrt(events.length) : 4) * unit;
        const choose = () => select(lit ? undefined : first && events.length === 1 ? { kind: "event", id: first.id } : { kind: "entity", id: entity.id });
        return (
          <g
            key={entity.id}
            class={`place ${events.length > 0 ? "with-events" : ""} ${isPoint(entity) ? "" : "wide"} ${lit ? "lit" : ""}`}
            role="button"
            tabIndex={0}
            aria-pressed={lit}
            aria-label={`${name(place)}: ${words.eventsHere(events.length)}`}
            onClick={choose}
            onKeyDown={(event) => {
              if (event.key !== "Enter" && event.key !== " ") return;
              event.preventDefault();
              event.stopPropagation();
              choose();
            }}
          >
            {entity.resolution === PlaceResolution.OFFSET && (
              <circle class="around" cx={point.x} cy={point.y} r={kilometres(entity)} />
            )}
            <circle class="sign" cx={point.x} cy={point.y} r={radius} style={{ strokeWidth: `${1.5 * unit}px` }} />
            {(lit || !free.has(place)) && (
              <text x={point.x} y={point.y - radius - 4 * unit} style={{ fontSize: `${LETTER * unit}px`, strokeWidth: `${3 * unit}px` }}>
                {name(place)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** Places whose name would stand on that of a place with more events. */
function unlabelled(places: readonly Place[], name: (place: Place) => string, unit: number): Set<Place> {
  const taken: { x: number; y: number; width: number }[] = [];
  const left = new Set<Place>();
  // Those with the most events come last, to be drawn over the others.
  for (const place of [...places].reverse()) {
    const { x, y } = place.point;
    const width = name(place).length * LETTER * 0.6 * unit;
    const meets = taken.some((other) => Math.abs(other.x - x) < (other.width + width) / 2 && Math.abs(other.y - y) < LETTER * 1.2 * unit);
    if (meets) left.add(place);
    else taken.push({ x, y, width });
  }
  return left;
}

/** Whether the place is one that a point can show. */
function isPoint({ resolution }: Entity): boolean {
  return resolution === PlaceResolution.TOWN || resolution === PlaceResolution.SITE || resolution === PlaceResolution.OFFSET;
}

/** The radius within which the place lies, in units of the map at its latitude. */
function kilometres({ radiusKm = 0, location }: Entity): number {
  const stretch = Math.cos(((location?.lat ?? 0) * Math.PI) / 180);
  return (radiusKm / 111.2 / Math.max(0.1, stretch)) * 10;
}

function startOf(places: readonly Place[]): Window {
  const withEvents = places.filter((place) => place.events.length > 0);
  return fit((withEvents.length > 0 ? withEvents : places).map((place) => place.point), ASPECT);
}

function placesOf(reading: Reading): Place[] {
  const places = new Map<string, Place>();
  for (const entity of reading.extraction.entities) {
    const { location } = entity;
    if (location) places.set(entity.id, { entity, point: project(location.lon, location.lat), events: [] });
  }
  for (const event of reading.extraction.events) {
    const there = new Set(event.arguments.filter((argument) => argument.role === ArgumentRole.PLACE).map((argument) => argument.entity));
    for (const id of there) places.get(id)?.events.push(event);
  }
  return [...places.values()].sort((a, b) => a.events.length - b.events.length || a.entity.name.localeCompare(b.entity.name));
}
