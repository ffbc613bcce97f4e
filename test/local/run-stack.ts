import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { HandlerFactory } from "../../lib/local/load-handlers.ts";
import { type LocalStack, type LocalStackOptions, startLocalStack } from "../../lib/local/start-local-stack.ts";

/** A folder that is gone when the test file ends. */
export function createFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "gouji-test-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Starts a local stack that tries again at once and does not wait for batches to fill. */
export function runStack(options: LocalStackOptions): Promise<LocalStack> {
  return startLocalStack({ windowSeconds: 0, retrySeconds: 0, ...options });
}

/** Waits until `look` answers something, for 30 seconds at most. */
export async function waitFor<T>(look: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`waited in vain for: ${look}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export interface SeenRecord {
  messageId: string;
  body: string;
  attributes: Record<string, string>;
}

/** Handlers that only note the batches they are given; `answer` may fail them. */
export function createRecorder(answer: (name: string, records: SeenRecord[]) => string[] = () => []) {
  const batches: { name: string; records: SeenRecord[] }[] = [];
  const handlers: Record<string, HandlerFactory> = Object.fromEntries(
    ["extract", "assess", "digest"].map((name) => [
      name,
      () => async (event) => {
        const records = (event as { Records: SeenRecord[] }).Records;
        batches.push({ name, records });
        return { batchItemFailures: answer(name, records).map((itemIdentifier) => ({ itemIdentifier })) };
      },
    ]),
  );
  /** The S3 records that a function has seen, in the order it saw them. */
  const changes = (name: string) =>
    batches
      .filter((batch) => batch.name === name)
      .flatMap(({ records }) => records.flatMap(({ body }) => JSON.parse(body).Records));
  return { batches, handlers, changes };
}
