// What the browser remembers of the desk: language and theme, never a text and never a token.
import type { Language } from "./words/index.ts";

export type Theme = "auto" | "light" | "dark";

export interface Settings {
  language: Language;
  theme: Theme;
}

const KEY = "musnad.desk";

export function recall(): Settings {
  const settings: Settings = { language: navigator.language.startsWith("ar") ? "ar" : "en", theme: "auto" };
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Record<keyof Settings, unknown>>;
    if (kept.language === "ar" || kept.language === "en") settings.language = kept.language;
    if (kept.theme === "light" || kept.theme === "dark") settings.theme = kept.theme;
  } catch {
    // A browser that stores nothing, or what another page has stored: the defaults hold.
  }
  return settings;
}

export function keep(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // It then holds as long as the page is open.
  }
}
