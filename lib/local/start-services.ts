import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import dynalite from "dynalite";
import type { FastifyInstance } from "fastify";
import type { FauxqsServer } from "fauxqs";
import { lazySync } from "./folder-state.ts";
import { region } from "./region.ts";

/** Largest body of one request in bytes; the command line of AWS uploads larger files in parts of 8 MB. */
const bodyLimit = 256 * 1024 * 1024;

const host = "127.0.0.1";

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

async function startDynamodb(path: string, port: number): Promise<{ port: number; stop(): Promise<void> }> {
  mkdirSync(path, { recursive: true });
  const server = dynalite({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  // dynalite throws where a client breaks off a request, which would end this process.
  server.prependListener("request", (request) => {
    const on = request.on.bind(request);
    request.on = ((event: string, listener: () => void) =>
      event === "error" ? request : on(event, listener)) as typeof on;
    on("error", () => {});
  });
  server.listen(port, host);
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error?: Error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
