// Whether dist/, which is committed, is what the source gives.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ui = join(dirname(fileURLToPath(import.meta.url)), "..");
const fresh = mkdtempSync(join(tmpdir(), "desk-"));
const run = (...args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: ui, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
};
run("scripts/proto.mjs");
run("scripts/map.mjs");
run("node_modules/typescript/bin/tsc", "--noEmit");
run("scripts/bundle.mjs", fresh);
const dist = join(ui, "dist");
const names = new Set([...readdirSync(dist), ...readdirSync(fresh)]);
const read = (folder, name) => {
  try {
    return readFileSync(join(folder, name));
  } catch {
    return Buffer.of();
  }
};
const drifted = [...names].filter((name) => !read(dist, name).equals(read(fresh, name)));
rmSync(fresh, { recursive: true });
if (drifted.length > 0) {
  console.error(`${drifted.join(", ")} in dist/ are not what the source gives: run \`make ui\` and commit`);
  process.exit(1);
}
console.log("dist/ is what the source gives");
