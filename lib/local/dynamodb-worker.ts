import { once } from "node:events";
import { mkdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { parentPort, workerData } from "node:worker_threads";
import dynalite from "dynalite";
import { mendDynalite } from "./mend-dynalite.ts";

/** What the thread is started with. */
export interface DynamodbWork {
  path: string;
  port: number;
  host: string;
}

/** What the thread tells: the port it listens on, or why it does not; then, when asked to stop, that it did. */
export type DynamodbNews = { port: number } | { problem: string; code?: string } | "stopped";

const { path, port, host } = workerData as DynamodbWork;
const tell = (news: DynamodbNews) => parentPort!.postMessage(news);

mkdirSync(path, { recursive: true });
mendDynalite();
const server = dynalite({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
// dynalite throws where a client breaks off a request, which would end this process.
server.prependListener("request", (request) => {
  const on = request.on.bind(request);
  request.on = ((event: string, listener: () => void) =>
    event === "error" ? request : on(event, listener)) as typeof on;
  on("error", () => {});
});
parentPort!.once("message", () => {
  server.close((error) => {
    tell(error ? { problem: error.message } : "stopped");
    parentPort!.close();
  });
  server.closeAllConnections();
});
try {
  server.listen(port, host);
  await once(server, "listening");
  tell({ port: (server.address() as AddressInfo).port });
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException;
  tell({ problem: message, code });
}
