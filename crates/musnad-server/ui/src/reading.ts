// An extraction, made ready to be shown: things by their ids, marks for the text, roles of a selection.
import { EntityType, MentionForm } from "./generated/musnad/v1/entity_pb.ts";
import type { Entity, Mention } from "./generated/musnad/v1/entity_pb.ts";
import type { Extraction } from "./generated/musnad/v1/document_pb.ts";
import { ArgumentRole } from "./generated/musnad/v1/event_pb.ts";
import type { Event } from "./generated/musnad/v1/event_pb.ts";
import type { Source, Statement } from "./generated/musnad/v1/statement_pb.ts";
import type { Span } from "./generated/musnad/v1/text_pb.ts";
import type { Article } from "./client.ts";
import type { Mark, Target } from "./segments.ts";

/** What a layer of marks is called in the legend. */
export type Layer = "person" | "organization" | "place" | "other" | "time" | "quantity" | "event" | "statement";
export const LAYERS: readonly Layer[] = ["person", "organization", "place", "other", "time", "quantity", "event", "statement"];

/** A stretch of the selected thing, and what it is to it. */
export interface Part {
  start: number;
  end: number;
  role: PartRole;
}

export type PartRole = "trigger" | "actor" | "recipient" | "place" | "time" | "instrument" | "source" | "via" | "cue" | "content" | "mention";

const ROLES: Partial<Record<ArgumentRole, PartRole>> = {
  [ArgumentRole.ACTOR]: "actor",
  [ArgumentRole.RECIPIENT]: "recipient",
  [ArgumentRole.PLACE]: "place",
  [ArgumentRole.TIME]: "time",
  [ArgumentRole.INSTRUMENT]: "instrument",
};

/** An article with what was found in it. */
export class Reading {
  readonly marks: readonly (Mark & { layer: Layer })[];
  private readonly entities: Map<string, Entity>;
  private readonly events: Map<string, Event>;
  private readonly statements: Map<string, Statement>;

  constructor(
    readonly article: Article,
    readonly extraction: Extraction,
  ) {
    this.entities = new Map(extraction.entities.map((entity) => [entity.id, entity]));
    this.events = new Map(extraction.events.map((event) => [event.id, event]));
    this.statements = new Map(extraction.statements.map((statement) => [statement.id, statement]));
    this.marks = this.allMarks();
  }

  text(span: Span | undefined): string {
    return span ? this.article.text.slice(span.start, span.end) : "";
  }

  entity(id: string): Entity | undefined {
    return this.entities.get(id);
  }

  event(id: string): Event | undefined {
    return this.events.get(id);
  }

  statement(id: string): Statement | undefined {
    return this.statements.get(id);
  }

  mentions(entity: string): Mention[] {
    return this.extraction.mentions.filter((mention) => mention.entity === entity);
  }

  /** The words of an argument of the event, one for each of the role. */
  argumentsOf(event: Event, role: ArgumentRole): string[] {
    return event.arguments.filter((argument) => argument.role === role).map((argument) => this.text(argument.span));
  }

  /** The outlet, as far as it is known. */
  get outlet(): string {
    return this.article.source.trim();
  }

  /** The stretches of a thing, to be lit when it is selected. */
  parts(target: Target | undefined): Part[] {
    const parts: Part[] = [];
    const add = (span: Span | undefined, role: PartRole) => {
      if (span && span.start < span.end) parts.push({ start: span.start, end: span.end, role });
    };
    const addSources = (statement: Statement) => {
      add(statement.source?.span, "source");
      for (const via of statement.via) add(via.span, "via");
      add(statement.cue, "cue");
    };
    switch (target?.kind) {
      case "event": {
        const event = this.event(target.id);
        if (!event) break;
        add(event.trigger, "trigger");
        for (const { role, span } of event.arguments) {
          const named = ROLES[role];
          if (named) add(span, named);
        }
        const carrying = new Set([...event.statements, ...event.attestations.map((attestation) => attestation.statement)]);
        for (const id of carrying) {
          const statement = this.statement(id);
          if (statement) addSources(statement);
        }
        break;
      }
      case "statement": {
        const statement = this.statement(target.id);
        if (!statement) break;
        addSources(statement);
        add(statement.content, "content");
        break;
      }
      case "entity":
        for (const mention of this.mentions(target.id)) add(mention.span, "mention");
        break;
      case "time":
        add(this.extraction.times[Number(target.id)]?.span, "mention");
        break;
      case "quantity":
        add(this.extraction.quantities[Number(target.id)]?.span, "mention");
        break;
    }
    return parts;
  }

  /** How many things a layer has. */
  count(layer: Layer): number {
    return new Set(this.marks.filter((mark) => mark.layer === layer).map((mark) => mark.target.id)).size;
  }

  private allMarks(): (Mark & { layer: Layer })[] {
    const marks: (Mark & { layer: Layer })[] = [];
    const add = (span: Span | undefined, layer: Layer, look: string, kind: Target["kind"], id: string) => {
      if (span && span.start < span.end) marks.push({ start: span.start, end: span.end, layer, look, target: { kind, id } });
    };
    const { mentions, times, quantities, events, statements } = this.extraction;
    for (const mention of mentions) {
      const layer = layerOf(mention.type);
      if (mention.form === MentionForm.NAME) add(mention.span, layer, layer, "entity", mention.entity);
    }
    times.forEach((time, index) => add(time.span, "time", "time", "time", String(index)));
    quantities.forEach((quantity, index) => add(quantity.span, "quantity", "quantity", "quantity", String(index)));
    for (const event of events) add(event.trigger, "event", "trigger", "event", event.id);
    for (const statement of statements) {
      add(statement.cue, "statement", "cue", "statement", statement.id);
      add(statement.content, "statement", "content", "statement", statement.id);
    }
    return marks;
  }
}

export function layerOf(type: EntityType): Layer {
  switch (type) {
    case EntityType.PERSON:
      return "person";
    case EntityType.ORGANIZATION:
      return "organization";
    case EntityType.GEOPOLITICAL:
    case EntityType.LOCATION:
    case EntityType.FACILITY:
      return "place";
    default:
      return "other";
  }
}

/** Somebody in a chain, by entity or by words. */
export function keyOf(reading: Reading, source: Source): string {
  return source.entity || reading.text(source.span);
}
