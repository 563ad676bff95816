// What is known of one thing, as a list of terms: in the card beside a word, and of what is selected.
import type { ComponentChildren, JSX } from "preact";
import { chain, voices } from "../chains.ts";
import { EntityType } from "../generated/musnad/v1/entity_pb.ts";
import type { Entity } from "../generated/musnad/v1/entity_pb.ts";
import { ArgumentRole } from "../generated/musnad/v1/event_pb.ts";
import type { Event } from "../generated/musnad/v1/event_pb.ts";
import { QuantityKind } from "../generated/musnad/v1/quantity_pb.ts";
import { Quotation, SourceKind, Stance } from "../generated/musnad/v1/statement_pb.ts";
import type { Statement } from "../generated/musnad/v1/statement_pb.ts";
import { TimeKind } from "../generated/musnad/v1/time_pb.ts";
import type { Reading } from "../reading.ts";
import type { Target } from "../segments.ts";
import { useSpeech, word } from "../words/index.ts";

interface Props {
  reading: Reading;
  target: Target;
  /** Also what is for those who want to know exactly. */
  all?: boolean;
}

export function Facts({ reading, target, all = false }: Props): JSX.Element | null {
  switch (target.kind) {
    case "event": {
      const event = reading.event(target.id);
      return event ? <EventFacts reading={reading} event={event} all={all} /> : null;
    }
    case "statement": {
      const statement = reading.statement(target.id);
      return statement ? <StatementFacts reading={reading} statement={statement} all={all} /> : null;
    }
    case "entity": {
      const entity = reading.entity(target.id);
      return entity ? <EntityFacts reading={reading} entity={entity} all={all} /> : null;
    }
    case "time":
      return <TimeFacts reading={reading} index={Number(target.id)} all={all} />;
    case "quantity":
      return <QuantityFacts reading={reading} index={Number(target.id)} all={all} />;
  }
}

/** A term and what it is; nothing, if there is nothing to say. */
function Fact({ term, children }: { term: string; children: ComponentChildren }): JSX.Element | null {
  const isEmpty = children === "" || children === undefined || (Array.isArray(children) && children.length === 0);
  return isEmpty ? null : (
    <div class="fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Title({ kind, children, note }: { kind: string; children: string; note: string }): JSX.Element {
  return (
    <p class="facts-title">
      <span class={`dot ${kind}`} aria-hidden="true" />
      <bdi lang="ar">{children}</bdi>
      {note && <span class="facts-note">{note}</span>}
    </p>
  );
}

const lines = (texts: string[]) => texts.map((text) => (
    <span class="line">
      <bdi>{text}</bdi>
    </span>
  ));

function EventFacts({ reading, event, all }: { reading: Reading; event: Event; all: boolean }): JSX.Element {
  const speech = useSpeech();
  const { words } = speech;
  const who = (role: ArgumentRole) =>
    event.arguments
      .filter((argument) => argument.role === role)
      .map(({ span, country, sector }) => (
        <span class="line">
          <bdi lang="ar">{reading.text(span)}</bdi> <Code>{[country, sector].filter(Boolean).join(" ")}</Code>
        </span>
      ));
  const acled = event.acled ? [event.acled.eventType, event.acled.subEventType].filter(Boolean).join(" › ") : "";
  return (
    <>
      <Title kind="trigger" note={speech.event(event)}>
        {reading.text(event.trigger)}
      </Title>
      <dl>
        <Fact term={words.column.status}>{speech.status(event.status)}</Fact>
        <Fact term={words.column.when}>{speech.days(event.when)}</Fact>
        <Fact term={words.column.actor}>{who(ArgumentRole.ACTOR)}</Fact>
        <Fact term={words.column.recipient}>{who(ArgumentRole.RECIPIENT)}</Fact>
        <Fact term={words.column.place}>{lines(reading.argumentsOf(event, ArgumentRole.PLACE))}</Fact>
        <Fact term={words.column.harm}>{lines(speech.harm(event.casualties))}</Fact>
        <Fact term={words.column.sources}>
          {voices(reading, event).map((voice) => (
            <span class="line">
              <Chain names={chain(reading, voice.statement)} /> <small>{speech.status(voice.status)}</small>
            </span>
          ))}
        </Fact>
        {all && (
          <>
            <Fact term={words.role.instrument}>{lines(reading.argumentsOf(event, ArgumentRole.INSTRUMENT))}</Fact>
            <Fact term={words.context}>{event.contexts.map((context) => speech.context(context)).join("، ")}</Fact>
            <Fact term="PLOVER">{speech.quad(event.quad)}</Fact>
            <Fact term={words.intensity}>{event.intensity === undefined ? "" : speech.number(event.intensity)}</Fact>
            <Fact term={words.sameAs}>{event.sameAs && reading.text(reading.event(event.sameAs)?.trigger)}</Fact>
          </>
        )}
        <Fact term={words.acled}>{acled && <Code>{acled}</Code>}</Fact>
        <Fact term={words.code}>{event.customType && <Code>{event.customType}</Code>}</Fact>
        {all && <Found score={event.score} evidence={event.evidence} />}
      </dl>
    </>
  );
}

function StatementFacts({ reading, statement, all }: { reading: Reading; statement: Statement; all: boolean }): JSX.Element {
  const { words } = useSpeech();
  const { source } = statement;
  const kind = source ? word(words.sourceKinds, SourceKind, source.kind) : "";
  const speaksFor = source?.speaksFor ? reading.entity(source.speaksFor)?.name : undefined;
  return (
    <>
      <Title kind="cue" note={word(words.stances, Stance, statement.stance)}>
        {reading.text(statement.cue)}
      </Title>
      <dl>
        <Fact term={words.column.sources}>
          <Chain names={chain(reading, statement)} />
          {kind && <small> {kind}</small>}
        </Fact>
        <Fact term={words.through}>{statement.medium && <bdi lang="ar">{statement.medium}</bdi>}</Fact>
        <Fact term={words.role.source}>{speaksFor && words.speaksFor(speaksFor)}</Fact>
        <Fact term={words.quotation}>{word(words.quotations, Quotation, statement.quotation)}</Fact>
        {all && (
          <>
            <Fact term={words.role.content}>
              <bdi lang="ar">{reading.text(statement.content)}</bdi>
            </Fact>
            <Found score={statement.score} evidence={statement.evidence} />
          </>
        )}
      </dl>
    </>
  );
}

function EntityFacts({ reading, entity, all }: { reading: Reading; entity: Entity; all: boolean }): JSX.Element {
  const speech = useSpeech();
  const { words } = speech;
  const type = word(words.entityTypes, EntityType, entity.type);
  const codes = [entity.country, ...entity.sectors, entity.code].filter(Boolean).join(" ");
  const english = entity.nameEn || entity.romanized;
  const within = [entity.admin2, entity.admin1].filter(Boolean).join(", ");
  return (
    <>
      <Title kind={layerClass(entity.type)} note={type}>
        {entity.name}
      </Title>
      <dl>
        <Fact term="English">{english && <bdi lang="en">{[english, within].filter(Boolean).join(", ")}</bdi>}</Fact>
        <Fact term={words.code}>{codes && <Code>{codes}</Code>}</Fact>
        <Fact term={words.roles}>
          {entity.roles.map(({ span, office }) => (
            <span class="line">
              <bdi lang="ar">{reading.text(span)}</bdi> {office && <small lang="en">{office}</small>}
            </span>
          ))}
        </Fact>
        <Fact term={words.alsoAs}>{lines(entity.aliases)}</Fact>
        <Fact term={words.location}>
          {entity.location && <Code>{`${entity.location.lat.toFixed(2)}, ${entity.location.lon.toFixed(2)}`}</Code>}
        </Fact>
        {all && (
          <>
            <Fact term={words.links}>{links(entity)}</Fact>
            <Found score={entity.score} evidence={entity.evidence} />
          </>
        )}
      </dl>
    </>
  );
}

function links(entity: Entity): JSX.Element[] {
  const known: [string, string][] = [];
  if (entity.wikidata) known.push([`Wikidata ${entity.wikidata}`, `https://www.wikidata.org/wiki/${entity.wikidata}`]);
  if (entity.geonames) known.push([`GeoNames ${entity.geonames}`, `https://www.geonames.org/${entity.geonames}`]);
  return known.map(([name, address]) => (
    <a class="line" href={address} rel="noreferrer noopener" target="_blank" dir="ltr">
      {name}
    </a>
  ));
}

function TimeFacts({ reading, index, all }: { reading: Reading; index: number; all: boolean }): JSX.Element | null {
  const speech = useSpeech();
  const time = reading.extraction.times[index];
  if (!time) return null;
  return (
    <>
      <Title kind="time" note={word(speech.words.timeKinds, TimeKind, time.kind)}>
        {reading.text(time.span)}
      </Title>
      <dl>
        <Fact term={speech.words.days}>{speech.days({ firstDay: time.firstDay, lastDay: time.lastDay })}</Fact>
        <Fact term={speech.words.value}>{time.value && <Code>{time.value}</Code>}</Fact>
        {all && <Found score={time.score} evidence={time.evidence} />}
      </dl>
    </>
  );
}

function QuantityFacts({ reading, index, all }: { reading: Reading; index: number; all: boolean }): JSX.Element | null {
  const speech = useSpeech();
  const quantity = reading.extraction.quantities[index];
  if (!quantity) return null;
  return (
    <>
      <Title kind="quantity" note={word(speech.words.quantityKinds, QuantityKind, quantity.kind)}>
        {reading.text(quantity.span)}
      </Title>
      <dl>
        <Fact term={speech.words.amount}>{[speech.bounds(quantity), quantity.currency].filter(Boolean).join(" ")}</Fact>
        <Fact term={speech.words.of}>{(quantity.item || quantity.unit) && <bdi lang="ar">{quantity.item || quantity.unit}</bdi>}</Fact>
        {all && <Found score={quantity.score} evidence={quantity.evidence} />}
      </dl>
    </>
  );
}

function Found({ score, evidence }: { score: number; evidence: string }): JSX.Element {
  const speech = useSpeech();
  return (
    <>
      <Fact term={speech.words.score}>{score > 0 ? speech.number(score) : ""}</Fact>
      <Fact term={speech.words.evidence}>{evidence && <Code>{evidence}</Code>}</Fact>
    </>
  );
}

export function Code({ children }: { children: string }): JSX.Element | null {
  return children ? (
    <code dir="ltr" lang="en">
      {children}
    </code>
  ) : null;
}

/** «مصدر طبي ← رويترز ← الجزيرة»: from the source to the outlet, always right to left. */
export function Chain({ names }: { names: string[] }): JSX.Element {
  const { words } = useSpeech();
  if (names.length === 0) return <span>{words.outlet}</span>;
  return (
    <span class="chain" dir="rtl" lang="ar">
      {names.map((name, index) => (
        <>
          {index > 0 && " ← "}
          <bdi>{name}</bdi>
        </>
      ))}
    </span>
  );
}

function layerClass(type: EntityType): string {
  if (type === EntityType.PERSON) return "person";
  if (type === EntityType.ORGANIZATION) return "organization";
  return type === EntityType.MISCELLANEOUS || type === EntityType.UNSPECIFIED ? "other" : "place";
}
