import { existsSync, readFileSync, rmSync } from "node:fs";
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
  const { createApp } = await import("../stack/create-app.ts");
  const { app, stack } = createApp({ context: { "aws:cdk:bundling-stacks": [] } });
  const assembly = app.synth();
  const { template } = assembly.getStackArtifact(stack.artifactId);
  rmSync(assembly.directory, { recursive: true, force: true });
  return template as Template;
}
