// Mercator, and the window onto it that is shown.

export interface Point {
  x: number;
  y: number;
}

/** A stretch of the projected world. */
export interface Window {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The world is so many units wide. */
export const WORLD = 3600;
const HIGHEST = 83;

/** Longitude and latitude in degrees to a point; y grows to the south. */
export function project(lon: number, lat: number): Point {
  const bounded = Math.max(-HIGHEST, Math.min(HIGHEST, lat));
  const radians = (bounded * Math.PI) / 180;
  const scale = WORLD / (2 * Math.PI);
  return { x: ((lon + 180) / 360) * WORLD, y: WORLD / 2 - scale * Math.log(Math.tan(Math.PI / 4 + radians / 2)) };
}

/** The window of an aspect ratio that shows all points with room around them, and never less than some hundred kilometres. */
export function fit(points: readonly Point[], aspect: number, least = 90): Window {
  if (points.length === 0) return { x: WORLD * 0.42, y: WORLD * 0.28, width: WORLD * 0.32, height: (WORLD * 0.32) / aspect };
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const width = Math.max((right - left) * 1.35, (bottom - top) * 1.5 * aspect, least);
  const height = width / aspect;
  return { x: (left + right) / 2 - width / 2, y: (top + bottom) / 2 - height / 2, width, height };
}

/** The window scaled around a point that stays where it is; by default the middle. */
export function zoom(window: Window, factor: number, around?: Point): Window {
  const width = Math.max(12, Math.min(WORLD, window.width * factor));
  const by = width / window.width;
  const { x, y } = around ?? { x: window.x + window.width / 2, y: window.y + window.height / 2 };
  return { x: x - (x - window.x) * by, y: y - (y - window.y) * by, width, height: window.height * by };
}

export function move(window: Window, dx: number, dy: number): Window {
  return { ...window, x: window.x + dx, y: window.y + dy };
}
