// Who says so, as trees: the outlet is the root, whom it quotes its branches, what they say the leaves.
import type { Attestation, Event } from "./generated/musnad/v1/event_pb.ts";
import type { Source, Statement } from "./generated/musnad/v1/statement_pb.ts";
import { EventStatus } from "./generated/musnad/v1/event_pb.ts";
import { keyOf } from "./reading.ts";
import type { Reading } from "./reading.ts";

/** Somebody who speaks or relays. */
export interface Speaker {
  /** The first place where it stands; absent for the outlet and for sources without a name. */
  source?: Source;
  relays: Speaker[];
  says: Saying[];
  /** What the outlet itself reports. */
  reports: Report[];
}

/** A statement with the events in it. */
export interface Saying {
  statement: Statement;
  reports: Report[];
}

/** An event, and whether it happened by the one who says so. */
export interface Report {
  event: Event;
  status: EventStatus;
}

/** One who says whether an event happened; without a statement it is the outlet. */
export interface Voice {
  statement?: Statement;
  status: EventStatus;
}

/** All who say whether the event happened, as `musnad sources` has them. */
export function voices(reading: Reading, event: Event): Voice[] {
  const found: Voice[] = [];
  for (const { statement: id, status } of event.attestations) {
    const statement = reading.statement(id);
    if (statement) found.push({ statement, status });
  }
  // Told outside of what anybody says, and only taken up by others: the outlet tells it first.
  if (event.statements.length === 0 || found.length === 0) found.unshift({ status: event.status });
  return found;
}

/** The words of a chain, from the source to the outlet. */
export function chain(reading: Reading, statement: Statement | undefined): string[] {
  const sources = statement ? [statement.source, ...[...statement.via].reverse()] : [];
  const words = sources.filter((source) => source !== undefined).map((source) => reading.text(source.span));
  return reading.outlet ? [...words, reading.outlet] : words;
}

/** The tree of all statements, with the outlet's own reports at its root. */
export function tree(reading: Reading): Speaker {
  const root: Speaker = { relays: [], says: [], reports: [] };
  const branches = new Map<Speaker, Map<string, Speaker>>();
  const down = (from: Speaker, source: Source | undefined): Speaker => {
    const known = branches.get(from) ?? new Map<string, Speaker>();
    branches.set(from, known);
    const key = source ? keyOf(reading, source) : "";
    let speaker = known.get(key);
    if (!speaker) {
      speaker = { relays: [], says: [], reports: [], ...(source ? { source } : {}) };
      known.set(key, speaker);
      from.relays.push(speaker);
    }
    return speaker;
  };
  for (const statement of reading.extraction.statements) {
    const relay = statement.via.reduce<Speaker>(down, root);
    // Nobody is named: the relay says it, or a source without a name.
    const speaker = statement.source || relay === root ? down(relay, statement.source) : relay;
    speaker.says.push({ statement, reports: reports(reading, statement) });
  }
  for (const event of reading.extraction.events) {
    for (const { statement, status } of voices(reading, event)) if (!statement) root.reports.push({ event, status });
  }
  return root;
}

function reports(reading: Reading, statement: Statement): Report[] {
  const attested = (event: Event): Attestation | undefined =>
    event.attestations.find((attestation) => attestation.statement === statement.id);
  return reading.extraction.events.flatMap((event) => {
    const status = attested(event)?.status;
    return status === undefined ? [] : [{ event, status }];
  });
}
