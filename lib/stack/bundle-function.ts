import { cpSync, existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FunctionName } from "./function-name.ts";

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL("../..", import.meta.url));

/** CMaps of the Chinese character collections (Adobe-GB1, Adobe-CNS1), without which fonts that are not embedded give no text. */
const chineseCmap = /^(?:Adobe-(?:GB1|CNS1)|GB|CNS|B5|ETen|ETHK|HK|UniGB|UniCNS).*\.bcmap$/;

/**
 * Bundles one function into `directory`: `index.mjs`, its lazily loaded chunks and, for `extract`, the worker that parses
 * hostile files and the CMaps it needs. Runs in a folder without node_modules. Needs esbuild (a development dependency), never Docker.
 */
export function bundleFunction(name: FunctionName, directory: string): void {
  const { buildSync } = require("esbuild") as typeof import("esbuild");
  const worker = join(root, "lib/document/read-worker.ts");
  buildSync({
    absWorkingDir: root,
    entryPoints: {
      index: `functions/${name}/index.ts`,
      ...(name === "extract" && existsSync(worker) ? { "read-worker": worker } : {}),
    },
    outdir: directory,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    conditions: ["module"],
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    banner: { js: 'import{createRequire as $r}from"node:module";const require=$r(import.meta.url);' },
  });
  if (name === "extract") copyCmaps(directory);
}

function copyCmaps(directory: string): void {
  const fromParser = createRequire(require.resolve("pdf-parse"));
  const source = join(dirname(fromParser.resolve("pdfjs-dist/package.json")), "cmaps");
  for (const file of readdirSync(source).filter((file) => chineseCmap.test(file))) {
    cpSync(join(source, file), join(directory, "cmaps", file));
  }
}
