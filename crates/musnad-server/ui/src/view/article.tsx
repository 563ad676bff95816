// The article, right to left, with everything that was found marked in its place.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ComponentChildren, JSX } from "preact";
import { SectionKind } from "../generated/musnad/v1/text_pb.ts";
import type { Layer, Part, Reading } from "../reading.ts";
import { cut, same } from "../segments.ts";
import type { Mark, Segment, Target } from "../segments.ts";
import { useSpeech } from "../words/index.ts";
import { Card } from "./card.tsx";

interface Props {
  reading: Reading;
  hidden: ReadonlySet<Layer>;
  selected: Target | undefined;
  select: (target: Target | undefined) => void;
}

/** A mark of the article, or a part of the selected thing. */
interface Piece {
  start: number;
  end: number;
  mark?: Mark;
  part?: Part;
}

interface Pointed {
  targets: Target[];
  at: DOMRect;
}

export function ArticleView({ reading, hidden, selected, select }: Props): JSX.Element {
  const { words } = useSpeech();
  const root = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<Pointed>();
  const parts = useMemo(() => reading.parts(selected), [reading, selected]);
  const blocks = useMemo(() => cutBlocks(reading, hidden, parts), [reading, hidden, parts]);

  // What is selected elsewhere is brought into view, by its first words.
  useEffect(() => {
    const lit = root.current?.querySelector(".part-trigger, .part-mention, .part-cue, .part-content");
    const pane = lit?.closest(".article-pane");
    if (!selected || !lit || !pane) return;
    const behavior = calm() ? "auto" : "smooth";
    const [words, frame] = [lit.getBoundingClientRect(), pane.getBoundingClientRect()];
    pane.scrollTo({ top: pane.scrollTop + words.top - frame.top - frame.height / 2, behavior });
    // On a small screen the article is above the results.
    const visible = Math.min(frame.bottom, innerHeight) - Math.max(frame.top, 0);
    if (visible < frame.height / 2) pane.scrollIntoView({ block: "nearest", behavior });
  }, [selected, reading]);

  // The card stands where the word was.
  useEffect(() => {
    const forget = () => setPointed(undefined);
    addEventListener("scroll", forget, { capture: true, passive: true });
    return () => removeEventListener("scroll", forget, { capture: true });
  }, []);

  const point = (element: Element | null) => {
    const targets = element ? targetsOf(element) : [];
    element?.setAttribute("aria-describedby", "card");
    setPointed(element && targets.length > 0 ? { targets, at: element.getBoundingClientRect() } : undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const marks = [...(root.current?.querySelectorAll<HTMLElement>("[data-first]") ?? [])];
    const place = marks.indexOf(document.activeElement as HTMLElement);
    const go = (to: number) => {
      event.preventDefault();
      marks[Math.max(0, Math.min(marks.length - 1, to))]?.focus();
    };
    switch (event.key) {
      // The text runs from right to left, whatever the language of the interface.
      case "ArrowLeft":
      case "ArrowDown":
        return go(place + 1);
      case "ArrowRight":
      case "ArrowUp":
        return go(place - 1);
      case "Home":
        return go(0);
      case "End":
        return go(marks.length - 1);
      case "Enter":
      case " ": {
        const first = place < 0 ? undefined : targetsOf(marks[place] as HTMLElement)[0];
        if (first) {
          event.preventDefault();
          select(same(first, selected) ? undefined : first);
        }
        return;
      }
      case "Escape":
        setPointed(undefined);
        return;
    }
  };
  const onClick = (event: MouseEvent) => {
    const mark = (event.target as Element).closest("[data-targets]");
    const first = mark ? targetsOf(mark)[0] : undefined;
    if (first) select(same(first, selected) ? undefined : first);
  };

  let isFirst = true;
  const show = (segment: Segment<Piece>) => {
    const shown = render(segment, reading, isFirst, words.role);
    if (shown.isTabStop) isFirst = false;
    return shown.element;
  };
  return (
    <section class="article-pane" aria-labelledby="article-title">
      <h2 id="article-title" class="pane-title">
        {words.article}
      </h2>
      <p class="quiet-hint" id="article-keys">
        {words.articleKeys}
      </p>
      <div
        ref={root}
        class={selected ? "article has-selection" : "article"}
        dir="rtl"
        lang="ar"
        role="group"
        aria-labelledby="article-title"
        aria-describedby="article-keys"
        onKeyDown={onKeyDown}
        onClick={onClick}
        onPointerOver={(event) => {
          // A finger selects, and reads what is selected below.
          if (event.pointerType !== "touch") point((event.target as Element).closest("[data-targets]"));
        }}
        onPointerLeave={() => setPointed(undefined)}
        onFocusIn={(event) => point((event.target as Element).closest("[data-targets]"))}
        onFocusOut={() => setPointed(undefined)}
      >
        {blocks.map(({ kind, segments, dateline }, block) => (
          <Block key={block} kind={kind}>
            {dateline.length > 0 && <span class="dateline">{dateline.map(show)} </span>}
            {segments.map(show)}
          </Block>
        ))}
      </div>
      {pointed && <Card reading={reading} targets={pointed.targets} at={pointed.at} />}
    </section>
  );
}

function Block({ kind, children }: { kind: SectionKind; children: ComponentChildren }): JSX.Element {
  switch (kind) {
    case SectionKind.TITLE:
      return <h3 class="headline">{children}</h3>;
    case SectionKind.HEADING:
      return <h4>{children}</h4>;
    case SectionKind.CREDITS:
      return <p class="credits">{children}</p>;
    default:
      return <p>{children}</p>;
  }
}

/** A paragraph, with the dateline that opens it. */
interface Cut {
  kind: SectionKind;
  segments: Segment<Piece>[];
  dateline: Segment<Piece>[];
}

function cutBlocks(reading: Reading, hidden: ReadonlySet<Layer>, parts: readonly Part[]): Cut[] {
  const text = reading.article.text;
  const pieces: Piece[] = [
    ...reading.marks.filter((mark) => !hidden.has(mark.layer)).map((mark) => ({ start: mark.start, end: mark.end, mark })),
    ...parts.map((part) => ({ start: part.start, end: part.end, part })),
  ];
  const blocks: Cut[] = [];
  let dateline: Segment<Piece>[] = [];
  const add = (kind: SectionKind, start: number, end: number) => {
    if (!text.slice(start, end).trim()) return;
    const segments = cut(start, end, pieces);
    if (kind === SectionKind.DATELINE) {
      dateline = [...dateline, ...segments];
    } else {
      blocks.push({ kind, segments, dateline });
      dateline = [];
    }
  };
  let at = 0;
  for (const { span, kind } of reading.extraction.sections) {
    if (!span || span.start < at) continue;
    // What stands between sections is shown too: nothing of the text may be missing.
    add(SectionKind.PARAGRAPH, at, span.start);
    add(kind, span.start, span.end);
    at = span.end;
  }
  add(SectionKind.PARAGRAPH, at, text.length);
  if (dateline.length > 0) blocks.push({ kind: SectionKind.PARAGRAPH, segments: [], dateline });
  return blocks;
}

function render(
  segment: Segment<Piece>,
  reading: Reading,
  isFirst: boolean,
  roles: Record<Part["role"], string>,
): { element: JSX.Element; isTabStop: boolean } {
  const text = reading.article.text.slice(segment.start, segment.end);
  const marks = segment.marks.flatMap(({ mark }) => mark ?? []);
  const parts = segment.marks.flatMap(({ part }) => part ?? []);
  if (marks.length === 0 && parts.length === 0) return { element: <>{text}</>, isTabStop: false };
  // The content of a statement is many sentences long: it is no place to point at.
  const pointed = marks.filter((mark) => mark.look !== "content");
  const looks = new Set([...marks.map((mark) => mark.look), ...parts.map((part) => `part-${part.role}`)]);
  if (parts.some((part) => part.role !== "content")) looks.add("part");
  const begins = pointed[0]?.start === segment.start;
  const last = parts.find((part) => part.end === segment.end && part.role !== "content" && part.role !== "mention");
  const targets = pointed.map(({ target }) => `${target.kind}:${target.id}`).join(" ");
  const element = (
    <span
      class={[...looks].join(" ")}
      {...(pointed.length > 0 ? { "data-targets": targets } : {})}
      {...(begins ? { "data-first": "", tabIndex: isFirst ? 0 : -1, role: "button" } : {})}
      {...(last ? { "data-role": roles[last.role] } : {})}
    >
      {text}
    </span>
  );
  return { element, isTabStop: begins };
}

function targetsOf(element: Element): Target[] {
  const named = element.getAttribute("data-targets")?.split(" ") ?? [];
  return named.map((name) => {
    const [kind, id] = name.split(":") as [Target["kind"], string];
    return { kind, id };
  });
}

function calm(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
