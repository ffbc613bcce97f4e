// npm run load -- [reports] [share broken]: sends many generated reports through `gouji serve` and counts what comes out.
import { QueryCommand } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { toExpression } from "../../lib/query/key-condition.ts";
import { keyConditions } from "../../lib/query/key-conditions.ts";
import { createFolder } from "../local/run-stack.ts";
import { generateMany, type ManyItem } from "../support/generator/write-many.ts";
import { MemoryWatch } from "./memory-watch.ts";
import { subscribeQueue } from "./read-results.ts";
import { type ServeProcess, serve } from "./serve-process.ts";
import { countDeadLetters, settle } from "./settle.ts";

const count = Number(process.argv[2] ?? 1000);
const broken = Number(process.argv[3] ?? 0.1);
const years = [2021, 2022, 2023, 2024];
/** Uploads under way at one time. */
const atOnce = 8;

const { folder, remove } = createFolder();
const stack = await serve(folder);
const takeAlerts = await subscribeQueue(stack, "load-alerts");
const started = Date.now();
const alerts = new Map<string, number>();
const seconds = () => (Date.now() - started) / 1000;
let uploaded = 0;
const wrong = new Set<string>();
/** Files that were told of as anything but an assessed report: the generator makes none such. */
const unread = new Map<string, string>();

const memory = new MemoryWatch(stack.pid, Math.min(1000, Math.max(100, count / 8)));
const warmUp = Math.min(1000, count / 2);
const watch = setInterval(() => {
  const row = memory.note(alerts.size);
  if (row)
    console.log(`${seconds().toFixed(0).padStart(5)} s  uploaded ${String(uploaded).padStart(6)}  assessed ${row}`);
}, 500);
const drain = async () => {
  for (const { alertId, type, rejection, source } of await takeAlerts()) {
    alerts.set(alertId, (alerts.get(alertId) ?? 0) + 1);
    if (type !== "report.assessed") unread.set(source.key, rejection?.code ?? type);
  }
};

const reports = generateMany({ count, years, broken });
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    for (const report of reports) {
      await upload(stack, report);
      if (uploaded % 50 === 0) await drain();
    }
  }),
);
const uploadSeconds = seconds();
const draining = setInterval(() => void drain(), 1000);
await settle(stack.clients, 3600);
clearInterval(draining);
clearInterval(watch);
const allSeconds = seconds();
await drain();

const stored = await readReports(stack);
const inconsistent = stored.filter(({ verdict }) => verdict === "inconsistent").length;
const twice = [...alerts.values()].filter((times) => times > 1).length;
const dead = await countDeadLetters(stack.clients);
const { growth, steady, peak } = memory.judge(warmUp);
console.log(`
reports uploaded              ${count} in ${uploadSeconds.toFixed(1)} s
reports stored                ${stored.length} after ${allSeconds.toFixed(1)} s (${(count / allSeconds).toFixed(1)} a second, ${years.length} years an agency)
made wrong / found wrong      ${wrong.size} / ${inconsistent}
alerts (told more than once)  ${alerts.size} (${twice})
not read                      ${unread.size} ${[...unread].slice(0, 5).join(" ")}
dead letters                  ${dead}
memory of gouji serve         ${steady ? "steady" : "GROWS"}: ${growth.toFixed(1)} KB a report after the first ${warmUp}, ${peak} MB at most`);
const code = await stack.end("SIGTERM");
remove();
const sound =
  stored.length === count &&
  inconsistent >= wrong.size &&
  twice === 0 &&
  unread.size === 0 &&
  dead === 0 &&
  steady &&
  code === 0;
console.log(sound ? "Nothing lost, nothing told twice, memory steady." : "SOMETHING IS WRONG.");
process.exitCode = sound ? 0 : 1;

async function upload({ clients, addresses }: ServeProcess, report: ManyItem): Promise<void> {
  await clients.s3.send(
    new PutObjectCommand({ Bucket: addresses.uploadsBucket, Key: report.name, Body: report.bytes }),
  );
  uploaded += 1;
  if (report.brokenCell !== null) wrong.add(report.name);
}

async function readReports({ clients, addresses }: ServeProcess): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for (const condition of years.flatMap((year) => keyConditions.reportsOfYear(year))) {
    let ExclusiveStartKey: Record<string, never> | undefined;
    do {
      const page = await clients.dynamodb.send(
        new QueryCommand({
          TableName: addresses.table,
          IndexName: condition.index ?? undefined,
          ...toExpression(condition),
          ExclusiveStartKey,
        }),
      );
      found.push(...(page.Items ?? []).map((item) => unmarshall(item)));
      ExclusiveStartKey = page.LastEvaluatedKey as Record<string, never> | undefined;
    } while (ExclusiveStartKey);
  }
  return found;
}
