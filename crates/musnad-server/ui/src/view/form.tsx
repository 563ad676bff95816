// Where the article is pasted.
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Article, Failure } from "../client.ts";
import { useSpeech } from "../words/index.ts";

interface Props {
  article: Article;
  change: (article: Article) => void;
  token: string;
  changeToken: (token: string) => void;
  asksForToken: boolean;
  mostBytes: number;
  isBusy: boolean;
  failure: Failure | undefined;
  submit: () => void;
  cancel: () => void;
  example: () => void;
}

export function ArticleForm(props: Props): JSX.Element {
  const { article, change, isBusy, mostBytes, failure } = props;
  const speech = useSpeech();
  const { words } = speech;
  const bytes = new TextEncoder().encode(article.text).length;
  const isTooLong = mostBytes > 0 && bytes > mostBytes;
  const isEmpty = article.text.trim() === "";
  const kilobytes = (count: number) => speech.number(Math.ceil(count / 1000));
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => text.current?.focus(), []);
  const set = (field: keyof Article) => (event: { currentTarget: { value: string } }) => change({ ...article, [field]: event.currentTarget.value });
  return (
    <form
      class="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) props.submit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !isBusy) {
          event.preventDefault();
          props.submit();
        }
      }}
    >
      <div class="field wide">
        <label for="text">{words.text}</label>
        <textarea
          ref={text}
          id="text"
          name="text"
          dir="rtl"
          lang="ar"
          rows={12}
          spellcheck={false}
          placeholder={words.textHint}
          value={article.text}
          onInput={set("text")}
          aria-describedby="text-size"
          aria-invalid={isTooLong}
        />
        <p id="text-size" class={isTooLong ? "hint wrong" : "hint"}>
          {mostBytes > 0 && words.bytes(kilobytes(bytes), kilobytes(mostBytes))} {isTooLong && words.tooLong}
        </p>
      </div>
      <div class="field">
        <label for="published">
          {words.publishedAt} <small>{words.optional}</small>
        </label>
        <input id="published" name="published" type="date" value={article.publishedAt} onInput={set("publishedAt")} aria-describedby="published-hint" />
        <p id="published-hint" class="hint">
          {words.publishedHint}
        </p>
      </div>
      <div class="field">
        <label for="source">
          {words.source} <small>{words.optional}</small>
        </label>
        <input id="source" name="source" type="text" dir="auto" autocomplete="off" value={article.source} onInput={set("source")} placeholder={words.sourceHint} />
      </div>
      {props.asksForToken && (
        <div class="field">
          <label for="token">{words.token}</label>
          <input
            id="token"
            name="token"
            type="password"
            dir="ltr"
            autocomplete="off"
            value={props.token}
            onInput={(event) => props.changeToken(event.currentTarget.value)}
            aria-describedby="token-hint"
          />
          <p id="token-hint" class="hint">
            {words.tokenHint}
          </p>
        </div>
      )}
      {failure && <Failed failure={failure} />}
      <div class="actions">
        <button type="submit" class="primary" disabled={isBusy || isEmpty || isTooLong}>
          {isBusy ? words.reading : words.extract}
        </button>
        {isBusy ? (
          <button type="button" onClick={props.cancel}>
            {words.cancel}
          </button>
        ) : (
          <button type="button" onClick={props.example}>
            {words.example}
          </button>
        )}
        {!isBusy && !isEmpty && (
          <button type="button" onClick={() => change({ text: "", publishedAt: "", source: "" })}>
            {words.clear}
          </button>
        )}
        <kbd dir="ltr">{words.shortcut}</kbd>
      </div>
    </form>
  );
}

function Failed({ failure }: { failure: Failure }): JSX.Element {
  const { words } = useSpeech();
  return (
    <div class="failure" role="alert">
      <p>
        <strong>{words.failures[failure.code] ?? words.failed}</strong> <code dir="ltr">{failure.code}</code>
      </p>
      <p dir="ltr" lang="en" class="failure-message">
        {failure.message}
      </p>
    </div>
  );
}
