// Words for what the server sends as codes, in the language of the interface.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { EventContext, EventMode, EventStatus, EventType, QuadClass } from "../generated/musnad/v1/event_pb.ts";
import type { Bounds, Casualties, Event } from "../generated/musnad/v1/event_pb.ts";
import type { Days } from "../generated/musnad/v1/time_pb.ts";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import type { Words } from "./en.ts";

export type Language = "ar" | "en";
export type { Words };

export const HARMS = ["killed", "injured", "missing", "detained", "displaced"] as const;

/** The interface in one language. */
export class Speech {
  readonly words: Words;
  private readonly day: Intl.DateTimeFormat;
  private readonly figure: Intl.NumberFormat;

  constructor(readonly language: Language) {
    this.words = language === "ar" ? ar : en;
    // Western digits in both: the codes and values of the results have them too.
    const locale = language === "ar" ? "ar-u-nu-latn-ca-gregory" : "en-GB";
    this.day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
    this.figure = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  }

  number(value: number): string {
    return this.figure.format(value);
  }

  /** An ISO day, written out; what is no whole day stays as it is. */
  date(iso: string): string {
    const day = dayOf(iso);
    return day ? this.day.format(day) : iso;
  }

  days(days: Pick<Days, "firstDay" | "lastDay"> | undefined): string {
    if (!days?.firstDay && !days?.lastDay) return "";
    const [first, last] = [days.firstDay || days.lastDay, days.lastDay || days.firstDay];
    const [from, to] = [dayOf(first), dayOf(last)];
    if (first === last || !from || !to || from > to) return first === last ? this.date(first) : `${this.date(first)} – ${this.date(last)}`;
    return this.day.formatRange(from, to);
  }

  bounds(bounds: Bounds | { min?: number | undefined; max?: number | undefined } | undefined): string {
    const { min, max } = bounds ?? {};
    const { words } = this;
    if (min !== undefined && max !== undefined) {
      return min === max ? this.number(min) : words.between(this.number(min), this.number(max));
    }
    if (min !== undefined) return words.atLeast(this.number(min));
    return max === undefined ? "" : words.atMost(this.number(max));
  }

  harm(casualties: Casualties | undefined): string[] {
    return HARMS.flatMap((kind) => {
      const bounds = this.bounds(casualties?.[kind]);
      return bounds ? [`${bounds} ${this.words.harm[kind]}`] : [];
    });
  }

  status(status: EventStatus): string {
    return this.words.status[EventStatus[status] as keyof Words["status"]] ?? "";
  }

  quad(quad: QuadClass): string {
    return this.words.quad[QuadClass[quad] as keyof Words["quad"]] ?? "";
  }

  /** Type and mode: «Assault: aerial». */
  event(event: Event): string {
    const type = this.words.eventTypes[EventType[event.type] as keyof Words["eventTypes"]] ?? "";
    return event.mode === EventMode.UNSPECIFIED ? type : `${type}: ${this.mode(event.mode)}`;
  }

  mode(mode: EventMode): string {
    return this.words.modes[EventMode[mode]] ?? spaced(EventMode[mode]);
  }

  context(context: EventContext): string {
    return this.words.contexts[EventContext[context]] ?? spaced(EventContext[context]);
  }
}

function dayOf(iso: string): Date | undefined {
  const day = /^\d{4}-\d\d-\d\d$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : undefined;
  return day && !Number.isNaN(day.valueOf()) ? day : undefined;
}

function spaced(code: string | undefined): string {
  return (code ?? "").toLowerCase().replaceAll("_", " ");
}

/** A word of a table that is keyed by the names of an enumeration. */
export function word(table: Record<string, string>, names: Record<number, string>, value: number): string {
  return table[names[value] ?? ""] ?? table["UNSPECIFIED"] ?? "";
}

const Spoken = createContext(new Speech("en"));
export const SpeechProvider = Spoken.Provider;

export function useSpeech(): Speech {
  return useContext(Spoken);
}
