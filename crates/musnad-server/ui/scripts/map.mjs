// Reduces the outlines of world-atlas (Natural Earth 1:50m, public domain) to what the map needs: finer where the news
// that musnad reads mostly happens, coarse elsewhere. One topology, so that neighbours keep one border.
import { readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { feature, quantize } from "topojson-client";
import { filter, planarRingArea, presimplify } from "topojson-simplify";

const here = dirname(fileURLToPath(import.meta.url));
const source = JSON.parse(readFileSync(join(here, "../node_modules/world-atlas/countries-50m.json"), "utf8"));
delete source.objects.land;

// From Mauritania to Pakistan, from the Alps to the Great Lakes of Africa.
const isNear = ([lon, lat]) => lon > -20 && lon < 68 && lat > -6 && lat < 46;
// Square degrees: what a point adds to the outline, and what an island is.
const detail = { near: 0.004, far: 0.12 };
const island = { near: 0.02, far: 0.8 };

const weighed = presimplify(source);
weighed.arcs = weighed.arcs.map((arc) =>
  arc.filter((point) => point[2] >= (isNear(point) ? detail.near : detail.far)).map(([lon, lat]) => [lon, lat]),
);
const isLarge = (arcs) => {
  const [ring] = feature(weighed, { type: "Polygon", arcs: [arcs] }).geometry.coordinates;
  return planarRingArea(ring) > (isNear(ring[0]) ? island.near : island.far);
};
const kept = filter(weighed, isLarge);
// Antarctica is not news, and Mercator makes it the largest of all.
kept.objects.countries.geometries = kept.objects.countries.geometries.filter((shape) => shape.id !== "010" && shape.type);
const topology = quantize(filter(kept), 20_000);

// Where the name of a country is written, and how much room it has: the centre of its largest part.
function label(shape) {
  const { geometry } = feature(topology, shape);
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons.map((polygon) => polygon[0]).sort((a, b) => planarRingArea(b) - planarRingArea(a));
  const [x, y, area] = centre(rings[0]);
  return [Number(x.toFixed(1)), Number(y.toFixed(1)), Number(Math.sqrt(area).toFixed(1))];
}

function centre(ring) {
  let [x, y, twice] = [0, 0, 0];
  for (let i = 0; i + 1 < ring.length; i++) {
    const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
    twice += cross;
    x += (ring[i][0] + ring[i + 1][0]) * cross;
    y += (ring[i][1] + ring[i + 1][1]) * cross;
  }
  return [x / (3 * twice), y / (3 * twice), Math.abs(twice / 2)];
}

// The browser knows the names of countries by their two letters.
const code = (id) => (id ? new Intl.Locale(`und-${id.padStart(3, "0")}`).region : undefined);
for (const shape of topology.objects.countries.geometries) {
  const letters = code(shape.id);
  shape.properties = letters && letters.length === 2 ? { code: letters, label: label(shape) } : {};
  delete shape.id;
}
mkdirSync(join(here, "../build"), { recursive: true });
const text = JSON.stringify(topology);
writeFileSync(join(here, "../build/world.json"), text);
console.log(`wrote the map: ${topology.objects.countries.geometries.length} countries, ${Math.round(text.length / 1024)} kB`);
