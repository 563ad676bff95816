// The desk: the form, then the article beside what was found in it.
import { toJsonString } from "@bufbuild/protobuf";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import { extract, failure as readFailure, info, useToken } from "./client.ts";
import type { Article, Failure } from "./client.ts";
import { EXAMPLE } from "./example.ts";
import { ExtractionSchema, WarningCode } from "./generated/musnad/v1/document_pb.ts";
import type { GetInfoResponse } from "./generated/musnad/v1/service_pb.ts";
import { LAYERS, Reading } from "./reading.ts";
import type { Layer } from "./reading.ts";
import type { Target } from "./segments.ts";
import { keep, recall } from "./settings.ts";
import type { Theme } from "./settings.ts";
import { ArticleView } from "./view/article.tsx";
import { EventTable } from "./view/events.tsx";
import type { ViewProps } from "./view/events.tsx";
import { Facts } from "./view/facts.tsx";
import { ArticleForm } from "./view/form.tsx";
import { PlaceMap } from "./view/map.tsx";
import { SourceTree } from "./view/sources.tsx";
import { Tabs } from "./view/tabs.tsx";
import { Timeline } from "./view/timeline.tsx";
import { Speech, SpeechProvider, useSpeech } from "./words/index.ts";
import type { Language } from "./words/index.ts";

const NOTHING: Article = { text: "", publishedAt: "", source: "" };
const THEMES: readonly Theme[] = ["auto", "light", "dark"];

export function App(): JSX.Element {
  const [language, setLanguage] = useState<Language>(() => recall().language);
  const [theme, setTheme] = useState<Theme>(() => recall().theme);
  const speech = useMemo(() => new Speech(language), [language]);
  useEffect(() => {
    const page = document.documentElement;
    page.lang = language;
    page.dir = language === "ar" ? "rtl" : "ltr";
    page.dataset["theme"] = theme;
    document.title = `musnad · ${speech.words.title}`;
    keep({ language, theme });
  }, [language, theme, speech]);
  const { words } = speech;
  const nextTheme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "auto";
  return (
    <SpeechProvider value={speech}>
      <header class="bar">
        <h1>
          <span class="brand" lang="ar" dir="rtl">
            مُسنَد
          </span>
          {words.title}
        </h1>
        <p class="subtitle">{words.subtitle}</p>
        <div class="switches">
          <button type="button" lang={language === "ar" ? "en" : "ar"} title={words.languageOf} onClick={() => setLanguage(language === "ar" ? "en" : "ar")}>
            {words.language}
          </button>
          <button type="button" class="theme" aria-label={words.theme[theme]} title={words.theme[theme]} onClick={() => setTheme(nextTheme)}>
            {{ auto: "◐", light: "☀", dark: "☾" }[theme]}
          </button>
        </div>
      </header>
      <Desk />
    </SpeechProvider>
  );
}

function Desk(): JSX.Element {
  const { words } = useSpeech();
  const [server, setServer] = useState<GetInfoResponse>();
  const [article, setArticle] = useState<Article>(NOTHING);
  const [token, setToken] = useState("");
  const [asksForToken, setAsksForToken] = useState(false);
  const [failed, setFailed] = useState<Failure>();
  const [reading, setReading] = useState<Reading>();
  const [isComposing, setIsComposing] = useState(true);
  const call = useRef<AbortController | undefined>(undefined);
  const [isBusy, setIsBusy] = useState(false);

  const ask = () =>
    info().then(setServer, (error: unknown) => {
      const found = readFailure(error);
      if (found?.needsToken) setAsksForToken(true);
      else setFailed(found);
    });
  useEffect(() => void ask(), []);

  const submit = async () => {
    useToken(token);
    call.current?.abort();
    const now = new AbortController();
    call.current = now;
    setIsBusy(true);
    setFailed(undefined);
    try {
      const extraction = await extract(article, now.signal);
      setReading(new Reading(article, extraction));
      setIsComposing(false);
      if (!server) void ask();
    } catch (error) {
      const found = readFailure(error);
      setFailed(found);
      if (found?.needsToken) setAsksForToken(true);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <main>
      {isComposing || !reading ? (
        <ArticleForm
          article={article}
          change={setArticle}
          token={token}
          changeToken={setToken}
          asksForToken={asksForToken}
          mostBytes={Number(server?.limits?.maxDocumentBytes ?? 0)}
          isBusy={isBusy}
          failure={failed}
          submit={() => void submit()}
          cancel={() => call.current?.abort()}
          example={() => setArticle(EXAMPLE)}
        />
      ) : (
        <Results reading={reading} again={() => setIsComposing(true)} />
      )}
      <footer>{server?.engine && <span>{words.engine(server.engine.version, server.engine.model)}</span>}</footer>
    </main>
  );
}

const VIEWS = ["events", "sources", "timeline", "map"] as const;
type View = (typeof VIEWS)[number];

function Results({ reading, again }: { reading: Reading; again: () => void }): JSX.Element {
  const { words } = useSpeech();
  const [view, setView] = useState<View>("events");
  const [selected, select] = useState<Target>();
  const [hidden, setHidden] = useState<ReadonlySet<Layer>>(new Set());
  const results = useRef<HTMLElement>(null);
  // The form is gone, and with it what had the focus.
  useEffect(() => {
    select(undefined);
    results.current?.focus({ preventScroll: true });
  }, [reading]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") select(undefined);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  const toggle = (layer: Layer) => {
    const next = new Set(hidden);
    if (!next.delete(layer)) next.add(layer);
    setHidden(next);
  };
  const props: ViewProps = { reading, selected, select };
  const Shown = { events: EventTable, sources: SourceTree, timeline: Timeline, map: PlaceMap }[view];
  return (
    <>
      <a class="skip" href="#results">
        {words.skip}
      </a>
      <div class="toolbar">
        <button type="button" onClick={again}>
          {words.edit}
        </button>
        <button type="button" onClick={() => save(reading)}>
          {words.download}
        </button>
        <div class="legend" role="group" aria-label={words.legend}>
          {LAYERS.filter((layer) => reading.count(layer) > 0).map((layer) => (
            <button key={layer} type="button" class="legend-item" aria-pressed={!hidden.has(layer)} onClick={() => toggle(layer)}>
              <span class={`sample ${layer === "event" ? "trigger" : layer === "statement" ? "cue" : layer}`} aria-hidden="true">
                ع
              </span>
              {words.layer[layer]} <small>{reading.count(layer)}</small>
            </button>
          ))}
        </div>
      </div>
      <Notes reading={reading} />
      <div class="desk">
        <ArticleView reading={reading} hidden={hidden} selected={selected} select={select} />
        <section ref={results} class="results" id="results" tabIndex={-1} aria-label={words.views}>
          <Tabs names={VIEWS} titles={words.view} count={{ events: reading.extraction.events.length }} chosen={view} choose={setView}>
            <Shown {...props} />
          </Tabs>
          <div class="selected-pane" aria-live="polite">
            {selected && (
              <aside class="details" aria-label={words.details}>
                <button type="button" class="close" aria-label={words.close} title={words.close} onClick={() => select(undefined)}>
                  ×
                </button>
                <Facts reading={reading} target={selected} all />
              </aside>
            )}
          </div>
        </section>
      </div>
    </>
  );
}

function Notes({ reading }: { reading: Reading }): JSX.Element | null {
  const { words } = useSpeech();
  const { warnings } = reading.extraction;
  if (warnings.length === 0) return null;
  const texts = new Set(warnings.map(({ code, message }) => words.warning[WarningCode[code]] ?? message));
  return (
    <ul class="notes" aria-label={words.warnings}>
      {[...texts].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function save(reading: Reading): void {
  const json = toJsonString(ExtractionSchema, reading.extraction, { prettySpaces: 2 });
  const address = URL.createObjectURL(new Blob([json], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "extraction.json";
  link.click();
  URL.revokeObjectURL(address);
}
