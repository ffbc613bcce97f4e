// Builds what an installed package needs beside the compiled code: the functions' bundles, the stack's template, the demonstration's reports.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadTemplate } from "../lib/local/load-template.ts";
import { bundleFunction } from "../lib/stack/bundle-function.ts";
import { functionNames } from "../lib/stack/function-name.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");

rmSync(dist, { recursive: true, force: true });
const compiler = createRequire(import.meta.url)
  .resolve("typescript/package.json")
  .replace("package.json", "bin/tsc");
execFileSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
for (const name of functionNames) {
  mkdirSync(join(dist, "bundles", name), { recursive: true });
  bundleFunction(name, join(dist, "bundles", name));
}
writeFileSync(join(dist, "template.json"), JSON.stringify(await loadTemplate()));
cpSync(join(root, "test/fixtures/demo"), join(dist, "demo"), { recursive: true });
