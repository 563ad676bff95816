// Tabs, as the ARIA authoring practices have them: one stop for the tab key, arrows in between.
import type { ComponentChildren, JSX } from "preact";
import { useRef } from "preact/hooks";

interface Props<Name extends string> {
  names: readonly Name[];
  titles: Record<Name, string>;
  count: Partial<Record<Name, number>>;
  chosen: Name;
  choose: (name: Name) => void;
  children: ComponentChildren;
}

export function Tabs<Name extends string>({ names, titles, count, chosen, choose, children }: Props<Name>): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const go = (event: KeyboardEvent) => {
    const isRightToLeft = document.documentElement.dir === "rtl";
    const step = { ArrowRight: isRightToLeft ? -1 : 1, ArrowLeft: isRightToLeft ? 1 : -1 }[event.key];
    const at = names.indexOf(chosen);
    const to = event.key === "Home" ? 0 : event.key === "End" ? names.length - 1 : step && (at + step + names.length) % names.length;
    const name = to === undefined ? undefined : names[to];
    if (!name) return;
    event.preventDefault();
    choose(name);
    list.current?.querySelector<HTMLElement>(`#tab-${name}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" ref={list} onKeyDown={go}>
        {names.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={name === chosen}
            aria-controls="tab-panel"
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => choose(name)}
          >
            {titles[name]} {count[name] !== undefined && <small>{count[name]}</small>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${chosen}`} class="tab-panel">
        {children}
      </div>
    </>
  );
}
