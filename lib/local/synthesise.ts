import { rmSync } from "node:fs";
import { parentPort, Worker, workerData } from "node:worker_threads";
import type { Template } from "./read-wiring.ts";

/** What tells this module's own worker from other threads that import it. */
const purpose = "gouji-synthesise";

/** Synthesises the stack's template in a thread of its own, so that the CDK's 100 MB go with it. Nothing is bundled. */
export function synthesise(): Promise<Template> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: purpose });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the template was not synthesised")));
  });
}

async function answer(): Promise<void> {
  const { createApp } = await import("../stack/create-app.ts");
  const { app, stack } = createApp({ context: { "aws:cdk:bundling-stacks": [] } });
  const assembly = app.synth();
  const { template } = assembly.getStackArtifact(stack.artifactId);
  rmSync(assembly.directory, { recursive: true, force: true });
  parentPort!.postMessage(template);
}

if (parentPort && workerData === purpose) await answer();
