// The outlines of countries, from the server that serves the page.
import { feature, mesh } from "topojson-client";
import { project } from "./projection.ts";
import type { Point } from "./projection.ts";

export interface Country {
  path: string;
  /** Two letters of ISO 3166-1, by which browsers know names. */
  code?: string;
  label?: Point;
  /** About the room that a name has, in units of the map. */
  room: number;
}

export interface World {
  countries: Country[];
  borders: string;
}

interface Shape {
  properties: { code?: string; label?: [number, number, number] };
  geometry: { type: string; coordinates: unknown };
}

let world: Promise<World> | undefined;

export function loadWorld(): Promise<World> {
  world ??= read().catch((error: unknown) => {
    world = undefined;
    throw error;
  });
  return world;
}

async function read(): Promise<World> {
  const response = await fetch("world.json");
  if (!response.ok) throw new Error(`world.json: ${response.status}`);
  const topology = await response.json();
  const { features } = feature(topology, topology.objects.countries) as unknown as { features: Shape[] };
  const countries = features.map(({ geometry, properties: { code, label } }): Country => {
    const polygons = (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates) as number[][][][];
    return {
      path: polygons.flatMap((rings) => rings.map((ring) => `${line(ring)}Z`)).join(""),
      room: (label?.[2] ?? 0) * 10,
      ...(code ? { code } : {}),
      ...(label ? { label: project(label[0], label[1]) } : {}),
    };
  });
  const borders = mesh(topology, topology.objects.countries, (a, b) => a !== b) as unknown as { coordinates: number[][][] };
  return { countries, borders: borders.coordinates.map(line).join("") };
}

function line(points: number[][]): string {
  const steps = points.map(([lon = 0, lat = 0]) => {
    const { x, y } = project(lon, lat);
    return `${x.toFixed(2)} ${y.toFixed(2)}`;
  });
  return `M${steps.join("L")}`;
}
