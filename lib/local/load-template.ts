import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Template } from "./read-wiring.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

let loaded: Promise<Template> | undefined;

/**
 * The stack's template: the one packed with an installed package, else synthesised from this clone (a second or more of work, so
 * the last one is kept for as long as its sources stay the same).
 */
export function loadTemplate(): Promise<Template> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Template> {
  const packed = path("../../template.json");
  if (existsSync(packed)) return readTemplate(packed);
  const kept = path(`../../node_modules/.cache/gouji/template-${hashSources()}.json`);
  if (existsSync(kept)) return readTemplate(kept);
  const { synthesise } = await import("./synthesise.ts");
  const template = await synthesise();
  mkdirSync(dirname(kept), { recursive: true });
  // Renamed into place: another process may be looking for it.
  writeFileSync(`${kept}.${process.pid}`, JSON.stringify(template));
  renameSync(`${kept}.${process.pid}`, kept);
  return template;
}

function readTemplate(file: string): Template {
  return JSON.parse(readFileSync(file, "utf8")) as Template;
}

/** Everything that the template is made of: the constructs, the table's declaration, the locked versions of the CDK. */
function hashSources(): string {
  const stack = path("../stack");
  const files = readdirSync(stack).map((file) => join(stack, file));
  const hash = createHash("sha256");
  for (const file of [...files.toSorted(), path("../record/table.ts"), path("../../package-lock.json")]) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 16);
}
