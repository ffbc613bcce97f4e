import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Worker } from "node:worker_threads";
import type { FastifyInstance } from "fastify";
import type { FauxqsServer } from "fauxqs";
import type { DynamodbNews, DynamodbWork } from "./dynamodb-worker.ts";
import { lazySync } from "./folder-state.ts";
import { region } from "./region.ts";

/** Largest body of one request in bytes; the command line of AWS uploads larger files in parts of 8 MB. */
const bodyLimit = 256 * 1024 * 1024;

const host = "127.0.0.1";

/** New objects in megabytes: V8 would let a thread's grow to 192, of which the calls of one machine make no use. */
const maxYoungGenerationSizeMb = 96;

export interface Services {
  endpoint: string;
  dynamodbEndpoint: string;
  fauxqs: FauxqsServer;
  app: FastifyInstance;
  stop(): Promise<void>;
}

/**
 * Starts S3, SQS and SNS (fauxqs) and DynamoDB (dynalite) on 127.0.0.1 with their data in `folder`. Port 0 is any free one.
 * `prepare` gets the web server before it listens, to add hooks. Throws where a port is taken.
 */
export async function startServices(
  folder: string,
  ports: { port: number; dynamodbPort: number },
  prepare: (app: FastifyInstance) => void,
): Promise<Services> {
  const dynamodb = await startDynamodb(join(folder, "dynamodb"), ports.dynamodbPort);
  try {
    const { fauxqs, app } = await startFauxqs(join(folder, "fauxqs"), ports.port, prepare);
    return {
      endpoint: `http://${host}:${fauxqs.port}`,
      dynamodbEndpoint: `http://${host}:${dynamodb.port}`,
      fauxqs,
      app,
      stop: async () => {
        await fauxqs.stop();
        await dynamodb.stop();
      },
    };
  } catch (error) {
    await dynamodb.stop();
    throw error;
  }
}

/** fauxqs offers neither its web server nor a choice of address: both are caught when Fastify announces the instance. */
async function startFauxqs(folder: string, port: number, prepare: (app: FastifyInstance) => void) {
  const { startFauxqs: start } = await import("fauxqs");
  let app: FastifyInstance | undefined;
  const channel = "fastify.initialization";
  const catchInstance = (message: unknown) => {
    app = (message as { fastify: FastifyInstance }).fastify;
    confine(app);
    prepare(app);
  };
  subscribe(channel, catchInstance);
  const restore = quickenSqlite();
  try {
    const fauxqs = await start({ port, dataDir: folder, logger: false, defaultRegion: region });
    if (!app) throw new Error("fauxqs did not announce its web server; its version does not fit.");
    return { fauxqs, app };
  } finally {
    unsubscribe(channel, catchInstance);
    restore();
  }
}

/** fauxqs waits for the disk with every message, half of the local stack's time: adds to the database it opens meanwhile not to. */
function quickenSqlite(): () => void {
  const { exec } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string) {
    exec.call(this, sql);
    if (sql.includes("journal_mode")) exec.call(this, lazySync);
  };
  return () => {
    DatabaseSync.prototype.exec = exec;
  };
}

/** Makes the server listen on 127.0.0.1 whatever it is asked, and accept large bodies. */
function confine(app: FastifyInstance): void {
  const listen = app.listen.bind(app) as (options: object) => Promise<string>;
  app.listen = ((options: object) => listen({ ...options, host })) as typeof app.listen;
  const addParser = app.addContentTypeParser.bind(app) as (...parameters: unknown[]) => FastifyInstance;
  app.addContentTypeParser = ((type: unknown, options: object, parser: unknown) =>
    addParser(type, { ...options, bodyLimit }, parser)) as unknown as typeof app.addContentTypeParser;
}

/** DynamoDB runs in a thread of its own: it is half of the emulators' work, which one core could not do beside the handlers'. */
async function startDynamodb(path: string, port: number): Promise<{ port: number; stop(): Promise<void> }> {
  const file = new URL(`./dynamodb-worker.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);
  const workerData: DynamodbWork = { path, port, host };
  const worker = new Worker(file, { workerData, resourceLimits: { maxYoungGenerationSizeMb } });
  const listening = await nextNews(worker);
  if (listening === "stopped") throw new Error("dynalite ended before it listened");
  return {
    port: listening.port,
    stop: async () => {
      worker.postMessage("stop");
      await nextNews(worker);
      await worker.terminate();
    },
  };
}

/** What the thread tells next; throws what it tells of as a problem, with the system's code. */
async function nextNews(worker: Worker): Promise<Exclude<DynamodbNews, { problem: string }>> {
  const [news] = (await once(worker, "message")) as [DynamodbNews];
  if (typeof news === "string" || !("problem" in news)) return news;
  await worker.terminate();
  throw Object.assign(new Error(news.problem), { code: news.code });
}
