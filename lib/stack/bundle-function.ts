import { cpSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FunctionName } from "./function-name.ts";

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL("../..", import.meta.url));

/** CMaps of the Chinese character collections, without which fonts that are not embedded give no text. */
const chineseCmap = /^(?:Adobe-(?:GB1|CNS1)-|GB|UniGB-|B5|CNS|ETHK|ETen|HK|UniCNS-).*\.bcmap$/;

/**
 * Bundles one function into `directory`: `index.mjs`, its lazily loaded chunks and, for `extract`, the worker that parses
 * hostile files and the CMaps it needs. Runs in a folder without node_modules. Needs esbuild (a development dependency), never Docker.
 */
export function bundleFunction(name: FunctionName, directory: string): void {
  const worker: Record<string, string> = name === "extract" ? { "pdf-worker": "lib/document/pdf/pdf-worker.ts" } : {};
  bundleEntries({ index: `functions/${name}/index.ts`, ...worker }, directory);
  if (name === "extract") copyCmaps(directory);
}

/** Bundles modules (paths from the root of the clone, by the name of the file they become) as the functions are bundled. */
export function bundleEntries(entryPoints: Record<string, string>, directory: string): void {
  const { buildSync } = require("esbuild") as typeof import("esbuild");
  buildSync({
    absWorkingDir: root,
    entryPoints,
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
    // A name that the minifier does not give: a short one has met its own.
    banner: {
      js: 'import{createRequire as requireOfBundle}from"node:module";const require=requireOfBundle(import.meta.url);',
    },
  });
}

function copyCmaps(directory: string): void {
  const fromParser = createRequire(require.resolve("pdf-parse"));
  const source = join(dirname(fromParser.resolve("pdfjs-dist/package.json")), "cmaps");
  for (const file of readdirSync(source).filter((file) => chineseCmap.test(file))) {
    cpSync(join(source, file), join(directory, "cmaps", file));
  }
}
