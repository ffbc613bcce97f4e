// node run-handler.js FOLDER EVENT: gives one event to the handler of a bundle; tells on descriptor 3 that it answered, its
// peak memory in KB, and how long it waited for answers of AWS (here: of the emulators) in milliseconds.
// The emulators speak plain HTTP, for which the SDK would import node:http, and that loads undici (10 ms). AWS speaks TLS, for
// which neither is imported: so node:http is loaded here, for the handlers and for the empty ones alike.
import "node:http";
import { subscribe } from "node:diagnostics_channel";
import { readFileSync, writeSync } from "node:fs";
import { readPeakMemory } from "./peak-memory.js";

let open = 0;
let since = 0;
let waited = 0;
subscribe("http.client.request.start", () => {
  if (open++ === 0) since = performance.now();
});
subscribe("http.client.response.finish", () => {
  if (--open === 0) waited += performance.now() - since;
});

const [folder, eventFile] = process.argv.slice(2);
const { handler } = await import(`${folder}/index.mjs`);
const context = {
  functionName: "bench",
  awsRequestId: "bench",
  memoryLimitInMB: "1024",
  getRemainingTimeInMillis: () => 60_000,
};
const answer = await handler(JSON.parse(readFileSync(eventFile, "utf8")), context);
const failed = answer?.batchItemFailures?.length ?? 0;
writeSync(3, JSON.stringify({ failed, peak: readPeakMemory(), waited }));
process.exit(0);
