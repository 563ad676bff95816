// The chains of sources as a tree: the outlet, whom it quotes, what they say, and which events that tells of.
import type { JSX } from "preact";
import { tree } from "../chains.ts";
import type { Report, Saying, Speaker } from "../chains.ts";
import { SourceKind, Stance } from "../generated/musnad/v1/statement_pb.ts";
import { same } from "../segments.ts";
import type { Target } from "../segments.ts";
import { useSpeech, word } from "../words/index.ts";
import { Quad, Status } from "./events.tsx";
import type { ViewProps } from "./events.tsx";

const LONGEST_QUOTE = 90;

export function SourceTree(props: ViewProps): JSX.Element {
  const { words } = useSpeech();
  const root = tree(props.reading);
  if (root.relays.length === 0 && root.reports.length === 0) return <p class="nothing">{words.nothing.sources}</p>;
  return (
    <ul class="tree">
      <li>
        <p class="node outlet">{props.reading.outlet ? <bdi lang="ar">{props.reading.outlet}</bdi> : words.outlet}</p>
        <Branches speaker={root} {...props} />
      </li>
    </ul>
  );
}

function Branches({ speaker, ...props }: ViewProps & { speaker: Speaker }): JSX.Element {
  return (
    <ul>
      {speaker.reports.map((report) => (
        <EventLeaf key={report.event.id} report={report} {...props} />
      ))}
      {speaker.says.map((saying) => (
        <Said key={saying.statement.id} saying={saying} {...props} />
      ))}
      {speaker.relays.map((relay, index) => (
        <li key={index}>
          <Name speaker={relay} {...props} />
          <Branches speaker={relay} {...props} />
        </li>
      ))}
    </ul>
  );
}

function Name({ speaker, reading, selected, select }: ViewProps & { speaker: Speaker }): JSX.Element {
  const { words } = useSpeech();
  const { source } = speaker;
  if (!source) return <p class="node">{words.unnamed}</p>;
  const kind = word(words.sourceKinds, SourceKind, source.kind);
  const speaksFor = source.speaksFor ? reading.entity(source.speaksFor)?.name : undefined;
  const text = <bdi lang="ar">{reading.text(source.span)}</bdi>;
  const target: Target | undefined = source.entity ? { kind: "entity", id: source.entity } : undefined;
  return (
    <p class="node">
      {target ? <Choice target={target} selected={selected} select={select} children={text} /> : text}
      {kind && <small>{kind}</small>}
      {speaksFor && <small>{words.speaksFor(speaksFor)}</small>}
    </p>
  );
}

function Said({ saying, ...props }: ViewProps & { saying: Saying }): JSX.Element {
  const { words } = useSpeech();
  const { statement } = saying;
  const content = props.reading.text(statement.content);
  const quote = content.length > LONGEST_QUOTE ? `${content.slice(0, LONGEST_QUOTE).replace(/\s\S*$/, "")} …` : content;
  return (
    <li>
      <p class="node">
        <Choice target={{ kind: "statement", id: statement.id }} selected={props.selected} select={props.select}>
          <span class="stance">{word(words.stances, Stance, statement.stance)}</span> <bdi lang="ar">«{quote.replace(/^[«"“]|[»"”]$/g, "")}»</bdi>
        </Choice>
      </p>
      {saying.reports.length > 0 && (
        <ul>
          {saying.reports.map((report) => (
            <EventLeaf key={report.event.id} report={report} {...props} />
          ))}
        </ul>
      )}
    </li>
  );
}

function EventLeaf({ report, reading, selected, select }: ViewProps & { report: Report }): JSX.Element {
  const speech = useSpeech();
  const { event, status } = report;
  return (
    <li class="leaf">
      <p class="node">
        <Choice target={{ kind: "event", id: event.id }} selected={selected} select={select}>
          <Quad quad={event.quad} />
          <bdi lang="ar">{reading.text(event.trigger)}</bdi> <small>{speech.event(event)}</small>
        </Choice>
        <Status status={status} />
      </p>
    </li>
  );
}

interface ChoiceProps extends Pick<ViewProps, "selected" | "select"> {
  target: Target;
  children: JSX.Element | (JSX.Element | string)[];
}

/** A button that selects a thing, and lets go of it again. */
export function Choice({ target, selected, select, children }: ChoiceProps): JSX.Element {
  const isSelected = same(target, selected);
  return (
    <button type="button" class="choice" aria-pressed={isSelected} onClick={() => select(isSelected ? undefined : target)}>
      {children}
    </button>
  );
}
