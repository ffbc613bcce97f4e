#!/usr/bin/env node
// Starts the command line: compiled code where it exists (an installed package), else the TypeScript of a clone.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const compiled = path("../dist/lib/cli/main.js");
const source = path("../lib/cli/main.ts");
const entry = existsSync(source) ? source : compiled;
const needed = 24;

// npm and npx pass no signal on: when they are gone, gouji ends too, in order.
if (process.env.npm_command) {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || process.kill(process.pid, "SIGTERM"), 300).unref();
}

if (Number(process.versions.node.split(".")[0]) >= needed) {
  // Compiled code, types stripped, is kept from run to run; worker threads find it by the environment.
  const { directory } = module.enableCompileCache();
  if (directory) process.env.NODE_COMPILE_CACHE ??= directory;
  const { main } = await import(new URL(`file://${entry}`).href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  const bundled = findBundledNode();
  if (!bundled) {
    console.error(
      `gouji needs Node ${needed} or newer; this is Node ${process.versions.node}. \`npm install\` in gouji's folder brings one along, or install it from https://nodejs.org.`,
    );
    process.exit(2);
  }
  const child = spawn(bundled, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 2));
}

/** The Node of the package “node”, beside this package or in it; null where it was not installed. */
function findBundledNode() {
  try {
    return module.createRequire(import.meta.url).resolve("node/bin/node");
  } catch {
    return null;
  }
}
