// Bundles the page into a folder: `node scripts/bundle.mjs [FOLDER]`, dist/ if none is given.
import { build } from "esbuild";
import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ui = join(dirname(fileURLToPath(import.meta.url)), "..");
const out = process.argv[2] ?? join(ui, "dist");
mkdirSync(out, { recursive: true });

/** What stands in the script, with its licence: MIT and Apache-2.0 ask that the notice goes along. */
const libraries = ["@bufbuild/protobuf", "@connectrpc/connect", "@connectrpc/connect-web", "preact", "topojson-client"];
const notice = libraries.map((name) => {
  const { version, license } = JSON.parse(readFileSync(join(ui, "node_modules", name, "package.json"), "utf8"));
  return `${name} ${version} (${license})`;
});

await build({
  absWorkingDir: ui,
  entryPoints: { desk: "src/main.tsx" },
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  jsx: "automatic",
  jsxImportSource: "preact",
  charset: "utf8",
  legalComments: "none",
  banner: { js: `/* musnad reading desk. With ${notice.join(", ")}: see licences.txt. */` },
});
await build({
  absWorkingDir: ui,
  entryPoints: { desk: "src/desk.css" },
  outdir: out,
  bundle: true,
  minify: true,
  charset: "utf8",
  target: ["chrome123", "firefox120", "safari17.5"],
});
copyFileSync(join(ui, "src/index.html"), join(out, "index.html"));
copyFileSync(join(ui, "src/icon.svg"), join(out, "icon.svg"));
copyFileSync(join(ui, "build/world.json"), join(out, "world.json"));

const licence = (name, file = "LICENSE") => {
  try {
    return readFileSync(join(ui, "node_modules", name, file), "utf8").trim();
  } catch {
    return "The package has no text of the licence of its own; see https://spdx.org/licenses/.";
  }
};
const texts = [...libraries, "world-atlas"].map((name, index) => `${notice[index] ?? name}\n\n${licence(name)}`);
texts.push("Natural Earth, 1:50m countries (through world-atlas): public domain. Borders are de facto.");
writeFileSync(join(out, "licences.txt"), `${texts.join("\n\n---\n\n")}\n`);

for (const name of ["desk.js", "desk.css", "world.json"]) {
  console.log(`${name}: ${Math.round(statSync(join(out, name)).size / 1024)} kB`);
}
