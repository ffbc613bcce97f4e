import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { type LocalStack, startLocalStack } from "../lib/local/start-local-stack.ts";
import type { FunctionName } from "../lib/stack/function-name.ts";
import { makeBundles } from "./bundles.ts";
import { type Input, makeInputs } from "./inputs.ts";
import { median, quantile } from "./measure.ts";
import type { Row } from "./row.ts";
import { type ChildAnswer, runChild } from "./run-child.ts";

const runner = fileURLToPath(new URL("children/run-handler.js", import.meta.url));
const rounds = 7;

/** The local services with handlers that only keep what they are given, so that processes of the bench can be given it. */
class Events {
  readonly #waiting = new Map<string, ((event: unknown) => void)[]>();
  readonly #kept = new Map<string, unknown[]>();

  readonly handlers = Object.fromEntries(
    ["extract", "assess", "digest"].map((name) => [name, () => async (event: unknown) => this.#keep(name, event)]),
  );

  #keep(name: string, event: unknown): { batchItemFailures: [] } {
    const waiting = this.#waiting.get(name)?.shift();
    if (waiting) waiting(event);
    else this.#kept.set(name, [...(this.#kept.get(name) ?? []), event]);
    return { batchItemFailures: [] };
  }

  /** The next event for a function. */
  next(name: FunctionName): Promise<unknown> {
    const kept = this.#kept.get(name)?.shift();
    if (kept) return Promise.resolve(kept);
    return new Promise((resolve) => this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), resolve]));
  }
}

function environment({ addresses }: LocalStack): NodeJS.ProcessEnv {
  return {
    PATH: process.env["PATH"],
    AWS_REGION: addresses.region,
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_ENDPOINT_URL: addresses.endpoint,
    AWS_ENDPOINT_URL_DYNAMODB: addresses.dynamodbEndpoint,
    AWS_LAMBDA_FUNCTION_NAME: "bench",
    UPLOADS_BUCKET: addresses.uploadsBucket,
    DOCUMENTS_BUCKET: addresses.documentsBucket,
    TABLE_NAME: addresses.table,
    ALERTS_TOPIC_ARN: addresses.alertsTopicArn,
    DIGEST_TOPIC_ARN: addresses.digestTopicArn,
  };
}

type Runs = Map<string, ChildAnswer[]>;

/** Starts each handler, and the empty ones, `rounds` times in turn, each time with an upload of its own. */
async function startAll(): Promise<Runs> {
  const folder = mkdtempSync(join(tmpdir(), "gouji-bench-"));
  const bundles = makeBundles();
  const events = new Events();
  const stack = await startLocalStack({ folder: join(folder, "stack"), windowSeconds: 0, handlers: events.handlers });
  const env = environment(stack);
  const runs: Runs = new Map();
  const run = async (label: string, bundle: string, event: unknown) => {
    const file = join(folder, "event.json");
    writeFileSync(file, JSON.stringify(event));
    runs.set(label, [...(runs.get(label) ?? []), await runChild([runner, bundle, file], env)]);
  };
  const { word, simplified, print, pdf } = makeInputs();
  const inputs: [string, Input][] = [
    ["text", simplified],
    ["html", word],
    ["pdf", print],
    ["18-pages", pdf],
  ];
  let told: unknown;
  try {
    for (let round = 0; round < rounds; round++) {
      for (const [kind, { bytes }] of inputs) {
        if (kind === "18-pages" && round >= 2) continue;
        const ending = { text: "txt", html: "html" }[kind] ?? "pdf";
        const object = { Bucket: stack.addresses.uploadsBucket, Key: `${kind}-${round}.${ending}`, Body: bytes };
        await stack.clients.s3.send(new PutObjectCommand(object));
        const uploaded = await events.next("extract");
        if (kind === "text") await run("empty-extract", bundles.folderOf("empty", "extract"), uploaded);
        await run(`extract-${kind}`, bundles.folderOf("function", "extract"), uploaded);
        const extracted = await events.next("assess");
        if (kind !== "text") continue;
        await run("empty-assess", bundles.folderOf("empty", "assess"), extracted);
        await run("assess", bundles.folderOf("function", "assess"), extracted);
        // The same report again brings no alert: the first one serves every round.
        told ??= await events.next("digest");
        await run("empty-digest", bundles.folderOf("empty", "digest"), told);
        await run("digest", bundles.folderOf("function", "digest"), told);
      }
    }
    return runs;
  } finally {
    await stack.stop();
    bundles.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** New process to first result for each bundled handler, over the same with an empty handler; and the peak memory of extract. */
export async function measureColdStarts(): Promise<Row[]> {
  const runs = await startAll();
  const times = (label: string) => runs.get(label)!.map(({ milliseconds, waited }) => milliseconds - waited);
  const row = (label: string, anchorLabel: string, against: string, limit: number): Row => {
    const anchor = median(times(anchorLabel));
    const own = times(label);
    const over = own.map((value) => value - anchor);
    const spread = { value: median(over), low: quantile(over, 0.25), high: quantile(over, 0.75) };
    const shown = { id: `cold/${label}`, what: `cold start of ${label}, AWS's answers not waited for`, against };
    return { ...shown, anchor, ours: median(own), unit: "ms", kind: "difference", ...spread, reach: { limit } };
  };
  const peak = (label: string, limit: number): Row => {
    const megabytes = median(runs.get(label)!.map((one) => one.peak)) / 1000;
    const shown = { id: `memory/${label}`, what: `peak memory of ${label}, bundled`, against: "–", anchor: null };
    return { ...shown, ours: megabytes, unit: "MB", kind: "size", value: megabytes, reach: { limit } };
  };
  const empty = "empty handler, same AWS clients";
  return [
    row("extract-text", "empty-extract", empty, 60),
    row("extract-html", "empty-extract", empty, 60),
    row("extract-pdf", "extract-text", "extract-text", 150),
    row("assess", "empty-assess", empty, 60),
    row("digest", "empty-digest", empty, 60),
    peak("extract-text", 120),
    peak("extract-html", 120),
    peak("extract-18-pages", 350),
    peak("assess", 120),
  ];
}
