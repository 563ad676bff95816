// The text cut where something begins or ends, so that marks may nest and cross.

/** A stretch of text that means something. */
export interface Mark {
  start: number;
  end: number;
  /** What it looks like: `person`, `time`, `trigger` … */
  look: string;
  /** What it belongs to; equal for all stretches of one thing. */
  target: Target;
}

/** A thing of the extraction. */
export interface Target {
  kind: "event" | "statement" | "entity" | "time" | "quantity";
  id: string;
}

/** A piece of text with all marks that cover it, the innermost (shortest) first. */
export interface Segment<M> {
  start: number;
  end: number;
  marks: M[];
}

/** Cuts `[start, end)`; every character is in exactly one segment. */
export function cut<M extends { start: number; end: number }>(start: number, end: number, marks: readonly M[]): Segment<M>[] {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start && mark.start < mark.end);
  const borders = new Set([start, end]);
  for (const mark of inside) {
    borders.add(Math.max(mark.start, start));
    borders.add(Math.min(mark.end, end));
  }
  const places = [...borders].sort((a, b) => a - b);
  // Marks by their beginning: each segment looks only at those that are open.
  const coming = [...inside].sort((a, b) => a.start - b.start);
  const segments: Segment<M>[] = [];
  let open: M[] = [];
  let next = 0;
  for (let i = 0; i + 1 < places.length; i++) {
    const [from, to] = [places[i] as number, places[i + 1] as number];
    open = open.filter((mark) => mark.end > from);
    for (let mark = coming[next]; mark && mark.start <= from; mark = coming[++next]) {
      if (mark.end > from) open.push(mark);
    }
    const covering = [...open].sort((a, b) => a.end - a.start - (b.end - b.start));
    segments.push({ start: from, end: to, marks: covering });
  }
  return segments;
}

export function same(a: Target | undefined, b: Target | undefined): boolean {
  return a !== undefined && b !== undefined && a.kind === b.kind && a.id === b.id;
}
