// Writes the TypeScript client of musnad.v1 into src/generated: protoc-gen-es, driven with the descriptors that
// `cargo xtask proto` has made, so that no protoc is needed.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import {
  CodeGeneratorRequestSchema,
  CodeGeneratorResponseSchema,
  FileDescriptorSetSchema,
} from "@bufbuild/protobuf/wkt";

const here = dirname(fileURLToPath(import.meta.url));
const descriptors = join(here, "../../../musnad-proto/src/generated/descriptor.bin");
const out = join(here, "../src/generated");

const set = fromBinary(FileDescriptorSetSchema, readFileSync(descriptors));
const request = create(CodeGeneratorRequestSchema, {
  fileToGenerate: set.file.map((file) => file.name),
  parameter: "target=ts,import_extension=ts",
  protoFile: set.file,
});
const plugin = join(here, "../node_modules/@bufbuild/protoc-gen-es/bin/protoc-gen-es");
const run = spawnSync(process.execPath, [plugin], {
  input: toBinary(CodeGeneratorRequestSchema, request),
  maxBuffer: 1 << 26,
});
if (run.status !== 0) throw new Error(`protoc-gen-es failed: ${run.stderr}`);
const response = fromBinary(CodeGeneratorResponseSchema, run.stdout);
if (response.error) throw new Error(response.error);
rmSync(out, { recursive: true, force: true });
for (const file of response.file) {
  const path = join(out, file.name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, file.content);
}
console.log(`wrote ${response.file.length} files of the client`);
