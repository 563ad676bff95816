// Events by day, the earliest first. The rail says how much time lies between two days; it is not drawn to scale, since
// news speaks of yesterday and of ten years ago in one sentence.
import type { JSX } from "preact";
import { ArgumentRole } from "../generated/musnad/v1/event_pb.ts";
import type { Event } from "../generated/musnad/v1/event_pb.ts";
import { useSpeech } from "../words/index.ts";
import { Quad, Status } from "./events.tsx";
import type { ViewProps } from "./events.tsx";
import { Choice } from "./sources.tsx";

interface Entry {
  first: string;
  last: string;
  events: Event[];
  isPublication: boolean;
}

const DAY = 86_400_000;

export function Timeline({ reading, selected, select }: ViewProps): JSX.Element {
  const speech = useSpeech();
  const { words } = speech;
  const entries = byDay(reading.extraction.events, reading.article.publishedAt);
  const undated = reading.extraction.events.filter((event) => !firstDay(event));
  if (!entries.some((entry) => entry.events.length > 0) && undated.length === 0) {
    return <p class="nothing">{words.nothing.timeline}</p>;
  }
  const list = (events: Event[]) => (
    <ul>
      {events.map((event) => (
        <li key={event.id}>
          <Choice target={{ kind: "event", id: event.id }} selected={selected} select={select}>
            <Quad quad={event.quad} />
            <bdi lang="ar">{reading.text(event.trigger)}</bdi> <small>{speech.event(event)}</small>
          </Choice>
          <bdi lang="ar" class="where">
            {reading.argumentsOf(event, ArgumentRole.PLACE).join("، ")}
          </bdi>
          <Status status={event.status} />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <ol class="timeline">
        {entries.map((entry, index) => (
          <li
            key={entry.first + entry.last}
            class={entry.isPublication ? "publication" : entry.first === entry.last ? "" : "stretch"}
            style={{ "--gap": String(gap(entries[index - 1], entry)) }}
          >
            <p class="day">
              <time dateTime={entry.first}>{speech.days({ firstDay: entry.first, lastDay: entry.last })}</time>
              {entry.isPublication && <small>{words.published}</small>}
            </p>
            {list(entry.events)}
          </li>
        ))}
      </ol>
      {undated.length > 0 && (
        <section class="undated">
          <h3>{words.noDay}</h3>
          {list(undated)}
        </section>
      )}
    </>
  );
}

function firstDay(event: Event): string {
  return event.when?.firstDay || event.when?.lastDay || "";
}

function byDay(events: readonly Event[], publishedAt: string): Entry[] {
  const entries = new Map<string, Entry>();
  const entry = (first: string, last: string) => {
    const key = `${first} ${last}`;
    const found = entries.get(key) ?? { first, last, events: [], isPublication: false };
    entries.set(key, found);
    return found;
  };
  for (const event of events) {
    const first = firstDay(event);
    if (first) entry(first, event.when?.lastDay || first).events.push(event);
  }
  const published = publishedAt.slice(0, 10);
  if (published && entries.size > 0) entry(published, published).isPublication = true;
  return [...entries.values()].sort((a, b) => a.first.localeCompare(b.first) || a.last.localeCompare(b.last));
}

/** Room before an entry, 0 to 4: by the order of magnitude of the days since the one before. */
function gap(before: Entry | undefined, entry: Entry): number {
  if (!before) return 0;
  const days = (Date.parse(entry.first) - Date.parse(before.first)) / DAY;
  return Number.isFinite(days) ? Math.min(4, Math.max(0, Math.log10(days))) : 0;
}
