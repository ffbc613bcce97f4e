import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Template } from "./read-wiring.ts";

let loaded: Promise<Template> | undefined;

/** The stack's template: the one packed with an installed package, else synthesised now (about a second, nothing is bundled). */
export function loadTemplate(): Promise<Template> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Template> {
  const packed = fileURLToPath(new URL("../../template.json", import.meta.url));
  if (existsSync(packed)) return JSON.parse(readFileSync(packed, "utf8")) as Template;
  const { synthesise } = await import("./synthesise.ts");
  return await synthesise();
}
