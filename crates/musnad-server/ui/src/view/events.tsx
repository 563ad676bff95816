// The table of events. A row is selected by a click anywhere on it, or by the button in its first cell.
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { chain, voices } from "../chains.ts";
import { ArgumentRole, EventStatus, QuadClass } from "../generated/musnad/v1/event_pb.ts";
import type { Event } from "../generated/musnad/v1/event_pb.ts";
import type { Reading } from "../reading.ts";
import type { Target } from "../segments.ts";
import { useSpeech } from "../words/index.ts";
import { Chain } from "./facts.tsx";

export interface ViewProps {
  reading: Reading;
  selected: Target | undefined;
  select: (target: Target | undefined) => void;
}

export function EventTable({ reading, selected, select }: ViewProps): JSX.Element {
  const speech = useSpeech();
  const { words } = speech;
  const { events } = reading.extraction;
  if (events.length === 0) return <p class="nothing">{words.nothing.events}</p>;
  const { column } = words;
  const classes = [QuadClass.MATERIAL_CONFLICT, QuadClass.VERBAL_CONFLICT, QuadClass.MATERIAL_COOPERATION, QuadClass.VERBAL_COOPERATION];
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.view.events}>
        <table class="events">
          <thead>
            <tr>
              {[column.event, column.when, column.actor, column.recipient, column.place, column.harm, column.sources].map((title) => (
                <th scope="col" key={title}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {events.map((event) => {
              const isSelected = selected?.kind === "event" && selected.id === event.id;
              const toggle = () => select(isSelected ? undefined : { kind: "event", id: event.id });
              return <Row key={event.id} reading={reading} event={event} isSelected={isSelected} toggle={toggle} />;
            })}
          </tbody>
        </table>
      </div>
      <ul class="key">
        {classes.map((quad) => (
          <li key={quad}>
            <Quad quad={quad} />
            {speech.quad(quad)}
          </li>
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  reading: Reading;
  event: Event;
  isSelected: boolean;
  toggle: () => void;
}

function Row({ reading, event, isSelected, toggle }: RowProps): JSX.Element {
  const speech = useSpeech();
  const row = useRef<HTMLTableRowElement>(null);
  // What is selected is not to be under what is said of it.
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: "nearest" });
  }, [isSelected]);
  const words = (role: ArgumentRole) => (
    <td lang="ar">
      {reading.argumentsOf(event, role).map((text) => (
        <span class="line">
          <bdi>{text}</bdi>
        </span>
      ))}
    </td>
  );
  return (
    <tr ref={row} class={isSelected ? "selected" : ""} onClick={toggle} data-event={event.id}>
      <th scope="row">
        <button type="button" class="event-button" aria-pressed={isSelected} onClick={(click) => (click.stopPropagation(), toggle())}>
          <Quad quad={event.quad} />
          <bdi lang="ar" class="event-word">
            {reading.text(event.trigger)}
          </bdi>
          <span class="event-type">{speech.event(event)}</span>
        </button>
        <Status status={event.status} />
      </th>
      <td class="when">{speech.days(event.when)}</td>
      {words(ArgumentRole.ACTOR)}
      {words(ArgumentRole.RECIPIENT)}
      {words(ArgumentRole.PLACE)}
      <td class="harm">
        {speech.harm(event.casualties).map((text) => (
          <span class="line">
          <bdi>{text}</bdi>
        </span>
        ))}
      </td>
      <td>
        {voices(reading, event).map((voice) => (
          <span class="line">
            <Chain names={chain(reading, voice.statement)} />
            {voice.status !== event.status && <Status status={voice.status} />}
          </span>
        ))}
      </td>
    </tr>
  );
}

/** The class of an event by colour and shape: a disc is cooperation, a square conflict; hollow ones are words. */
export function Quad({ quad }: { quad: QuadClass }): JSX.Element {
  const speech = useSpeech();
  const name = QuadClass[quad]?.toLowerCase().replaceAll("_", "-") ?? "unspecified";
  return <span class={`quad ${name}`} role="img" aria-label={speech.quad(quad)} title={speech.quad(quad)} />;
}

export function Status({ status }: { status: EventStatus }): JSX.Element {
  const speech = useSpeech();
  return <span class={`status ${EventStatus[status]?.toLowerCase() ?? ""}`}>{speech.status(status)}</span>;
}
