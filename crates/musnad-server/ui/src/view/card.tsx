// The card beside a word that the pointer is on, or that has the focus.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import type { Reading } from "../reading.ts";
import type { Target } from "../segments.ts";
import { Facts } from "./facts.tsx";

const GAP = 8;

export function Card({ reading, targets, at }: { reading: Reading; targets: Target[]; at: DOMRect }): JSX.Element {
  const card = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0, shown: false });
  useLayoutEffect(() => {
    const box = card.current?.getBoundingClientRect();
    if (!box) return;
    const below = at.bottom + GAP;
    const fits = below + box.height < innerHeight || at.top - GAP - box.height < 0;
    const left = Math.max(GAP, Math.min(innerWidth - box.width - GAP, at.left + at.width / 2 - box.width / 2));
    setPlace({ left, top: fits ? below : at.top - GAP - box.height, shown: true });
  }, [at, targets]);
  return (
    <div
      ref={card}
      id="card"
      class="card"
      role="tooltip"
      style={{ left: `${place.left}px`, top: `${place.top}px`, visibility: place.shown ? "visible" : "hidden" }}
    >
      {targets.slice(0, 3).map((target) => (
        <Facts key={`${target.kind}:${target.id}`} reading={reading} target={target} />
      ))}
    </div>
  );
}
