// The page in a browser, against a real server. `make test-ui` builds the server and runs this; it says so and stops where
// there is no browser. Variables: MUSNAD_SERVER_BIN (the server), CHROMIUM (the browser).
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const ui = join(dirname(fileURLToPath(import.meta.url)), "..");
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function find() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of names) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not here.
      }
    }
  }
  return undefined;
}

const ARTICLE = `غارة على مصنع قرب سرت
طرابلس (وكالات) - قال مصدر طبي لوكالة رويترز إن غارة جوية قتلت أمس الأربعاء خمسة مدنيين على الأقل في مدينة سرت الليبية.
ونفى المتحدث باسم قوات حفتر أحمد المسماري قصف أي موقع مدني، ودعت الأمم المتحدة الطرفين إلى وقف إطلاق النار.`;
const TOKEN = "a-token-of-the-test-of-the-page";

/** A server on a free port; `stop` ends it. */
async function serve(...flags) {
  const program = process.env.MUSNAD_SERVER_BIN;
  assert.ok(program, "MUSNAD_SERVER_BIN names the server: use `make test-ui`");
  const server = spawn(program, ["--listen", "127.0.0.1:0", ...flags], { stdio: ["ignore", "ignore", "pipe"] });
  const lines = createInterface({ input: server.stderr });
  for await (const line of lines) {
    const address = /address=(\S+)/.exec(line)?.[1];
    if (address) {
      // The log has to be read on, or the server's pipe fills.
      lines.on("line", () => {});
      return { address: `http://${address}/`, stop: () => server.kill("SIGTERM") };
    }
  }
  throw new Error("the server ended before it listened");
}

const executablePath = find();
const skip = executablePath ? false : `no browser: none of ${names.join(", ")} is in PATH (Debian: apt-get install chromium)`;
if (skip) console.log(`skipped: ${skip}`);

describe("the reading desk", { skip }, () => {
  let browser;
  let server;
  const opened = [];

  before(async () => {
    server = await serve("--ui");
    // Without a sandbox of its own the browser also runs as root and in containers; it only sees this page.
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  after(async () => {
    await browser?.close();
    server?.stop();
  });

  /** A page that must not say anything to the console but what is told to be expected. */
  async function open(address, options = {}) {
    const page = await browser.newPage({ locale: "en", viewport: { width: 1300, height: 900 }, ...options });
    const said = [];
    page.on("console", (message) => message.type() === "error" && said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(address) && !request.url().startsWith("blob:")) said.push(`asks another host: ${request.url()}`);
    });
    await page.goto(address);
    await page.waitForSelector("textarea");
    opened.push(said);
    return { page, said };
  }

  async function read(page, text = ARTICLE) {
    await page.fill("#text", text);
    await page.fill("#published", "2020-06-11");
    await page.fill("#source", "الجزيرة");
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector(".article");
  }

  const row = (page, trigger) => page.locator(".events tbody tr", { has: page.locator(".event-word", { hasText: trigger }) }).first();
  const lit = (page, role) => page.locator(`.article .part-${role}`).allTextContents();

  test("an article is read, and an event that is clicked lights its words", async () => {
    const { page, said } = await open(server.address);
    await read(page);
    // The article is shown whole and right to left, whatever is marked in it.
    const shown = await page.locator(".article").evaluate((article) => article.textContent);
    assert.equal(shown.replaceAll(/\s+/g, ""), ARTICLE.replaceAll(/\s+/g, ""));
    assert.equal(await page.locator(".article").getAttribute("dir"), "rtl");

    await row(page, "قصف").click();
    assert.equal(await row(page, "قصف").locator("button").getAttribute("aria-pressed"), "true");
    assert.equal((await lit(page, "trigger")).join(""), "قصف");
    assert.equal((await lit(page, "recipient")).join(""), "أي موقع مدني");
    assert.match((await lit(page, "source")).join(""), /المسماري/);
    assert.match(await row(page, "قصف").textContent(), /negated/);
    const trigger = page.locator(".article .part-trigger").first();
    await page.waitForFunction(() => {
      const box = document.querySelector(".article .part-trigger").getBoundingClientRect();
      return box.top >= 0 && box.bottom <= innerHeight;
    });
    assert.ok(await trigger.isVisible());
    assert.match(await page.locator(".details").textContent(), /heavy weapons/);

    // A second click lets go.
    await row(page, "قصف").click();
    assert.equal((await lit(page, "trigger")).length, 0);
    assert.deepEqual(said, []);
    await page.close();
  });

  for (const [name, viewport] of [["a low window", { width: 1300, height: 420 }], ["a telephone", { width: 390, height: 780 }]]) {
    test(`in ${name} the words are scrolled to`, async () => {
      const { page } = await open(server.address, { viewport });
      const filler = "وقال سكان إن الأسواق مفتوحة وإن الحركة عادية.\n".repeat(30);
      await read(page, `${filler}${ARTICLE}`);
      await row(page, "دعت").locator("button").click();
      await page.waitForFunction(() => {
        const pane = document.querySelector(".article-pane").getBoundingClientRect();
        const box = document.querySelector(".article .part-trigger").getBoundingClientRect();
        return box.top >= Math.max(0, pane.top) && box.bottom <= Math.min(innerHeight, pane.bottom);
      });
      await page.close();
    });
  }

  test("what a word is stands beside it", async () => {
    const { page } = await open(server.address);
    await read(page);
    await page.locator(".article .organization", { hasText: "الأمم المتحدة" }).first().hover();
    const card = page.locator("[role=tooltip]");
    assert.match(await card.textContent(), /United Nations/);
    await page.mouse.move(2, 2);
    await card.waitFor({ state: "detached" });
    await page.close();
  });

  test("chains of sources, timeline and map show the same events", async () => {
    const { page, said } = await open(server.address);
    await read(page);
    await page.click("#tab-sources");
    const tree = page.locator(".tree");
    assert.match(await tree.locator(".outlet").textContent(), /الجزيرة/);
    // The agency is above the source that it quotes, and the event below it.
    const agency = tree.locator("li", { has: page.locator(":scope > .node", { hasText: "رويترز" }) }).last();
    const source = agency.locator("li", { has: page.locator(":scope > .node", { hasText: "مصدر طبي" }) }).last();
    assert.match(await source.locator(".leaf").first().textContent(), /occurred/);
    await source.locator(".leaf button").first().click();
    assert.match((await lit(page, "source")).join(""), /مصدر طبي/);

    await page.click("#tab-timeline");
    const day = page.locator(".timeline > li", { has: page.locator("time[datetime='2020-06-10']") });
    assert.match(await day.textContent(), /10 Jun 2020/);
    assert.ok((await day.locator("button").count()) > 0);
    assert.match(await page.locator(".publication").textContent(), /11 Jun 2020/);

    await page.click("#tab-map");
    const place = page.locator(".map .place", { hasText: "Sirte" });
    await place.waitFor();
    await page.waitForFunction(() => document.querySelectorAll(".land path").length > 150);
    await place.press("Enter");
    assert.equal(await place.getAttribute("aria-pressed"), "true");
    assert.deepEqual(said, []);
    await page.close();
  });

  test("it is used with the keyboard alone", async () => {
    const { page } = await open(server.address);
    assert.equal(await page.evaluate(() => document.activeElement.id), "text");
    await read(page);
    // From the results back over the article: marks are one stop, arrows go between them.
    await page.locator(".article [data-first][tabindex='0']").focus();
    const first = await page.evaluate(() => document.activeElement.textContent);
    await page.keyboard.press("ArrowLeft");
    assert.notEqual(await page.evaluate(() => document.activeElement.textContent), first);
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    assert.ok((await page.locator(".article .part").count()) > 0);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".article .part").count(), 0);
    await page.locator("#tab-events").focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.locator("#tab-sources").getAttribute("aria-selected"), "true");
    await page.keyboard.press("End");
    assert.equal(await page.locator("#tab-map").getAttribute("aria-selected"), "true");
    await page.close();
  });

  test("the interface speaks Arabic, and remembers it", async () => {
    const { page } = await open(server.address);
    await page.locator(".switches button").first().click();
    await page.locator("html[dir=rtl]").waitFor();
    await page.locator("button.theme").click();
    await page.locator("html[data-theme=light]").waitFor();
    await page.reload();
    await page.waitForSelector("textarea");
    await page.locator("html[lang=ar][data-theme=light]").waitFor();
    await read(page);
    assert.match(await page.locator(".tabs").textContent(), /الأحداث/);
    assert.match(await row(page, "قصف").textContent(), /منفي/);
    await page.close();
  });

  test("what the server refuses is shown as it says it", async () => {
    const small = await serve("--ui", "--max-document-bytes", "300");
    const { page } = await open(small.address);
    // The page knows the limit and does not send; the server has the last word.
    await page.fill("#text", ARTICLE);
    assert.ok(await page.locator("button.primary").isDisabled());
    await page.keyboard.press("Control+Enter");
    const failure = page.locator("[role=alert]");
    await failure.waitFor();
    assert.match(await failure.textContent(), /INVALID_ARGUMENT/);
    assert.match(await failure.textContent(), /document\.text/);
    // Once it is answered, the error is gone.
    await page.fill("#text", "قصف الجيش مدينة سرت.");
    await page.click("button.primary");
    await page.waitForSelector(".article");
    assert.equal(await failure.count(), 0);
    small.stop();
    await page.close();
  });

  test("a server that has gone is named", async () => {
    const gone = await serve("--ui");
    const { page } = await open(gone.address);
    gone.stop();
    await page.waitForFunction((address) => fetch(address).then(() => false, () => true), gone.address);
    await page.fill("#text", ARTICLE);
    await page.click("button.primary");
    await page.locator("[role=alert]", { hasText: "UNAVAILABLE" }).waitFor();
    await page.close();
  });

  test("a server with tokens asks for one", async () => {
    const folder = mkdtempSync(join(tmpdir(), "desk-"));
    const tokens = join(folder, "tokens");
    writeFileSync(tokens, `desk sha256:${createHash("sha256").update(TOKEN).digest("hex")}\n`);
    const guarded = await serve("--ui", "--tokens", tokens);
    const { page } = await open(guarded.address);
    await page.waitForSelector("#token");
    await page.fill("#text", ARTICLE);
    await page.fill("#token", "wrong");
    await page.click("button.primary");
    await page.locator("[role=alert]", { hasText: "UNAUTHENTICATED" }).waitFor();
    await page.fill("#token", TOKEN);
    await page.click("button.primary");
    await page.waitForSelector(".article");
    // It is nowhere but in the memory of the page.
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
    assert.ok(!kept.includes(TOKEN));
    guarded.stop();
    rmSync(folder, { recursive: true });
    await page.close();
  });

  for (const [locale, colorScheme] of [["en", "light"], ["en", "dark"], ["ar", "light"], ["ar", "dark"]]) {
    test(`nothing stands in the way of anybody: ${locale}, ${colorScheme}`, async () => {
      const { page } = await open(server.address, { locale, colorScheme });
      await page.evaluate(readFileSync(join(ui, "node_modules/axe-core/axe.min.js"), "utf8"));
      const check = async (what) => {
        const { violations } = await page.evaluate(() => axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join("; ")}`);
        assert.deepEqual(found, [], what);
      };
      await check("the form");
      await read(page);
      await check("the events");
      await row(page, "قصف").locator("button").click();
      await page.waitForSelector(".details");
      for (const view of ["events", "sources", "timeline", "map"]) {
        await page.click(`#tab-${view}`);
        if (view === "map") await page.waitForFunction(() => document.querySelectorAll(".land path").length > 150);
        await check(view);
        if (process.env.SHOTS) {
          mkdirSync(process.env.SHOTS, { recursive: true });
          await page.screenshot({ path: join(process.env.SHOTS, `${locale}-${colorScheme}-${view}.png`) });
        }
      }
      await page.close();
    });
  }
});
