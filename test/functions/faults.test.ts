import { PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAssessHandler } from "../../functions/assess/handler.ts";
import { extractionKey } from "../../lib/record/extraction.ts";
import { type Embedded, startEmbedded } from "../support/embedded.ts";
import { faultScenarios } from "../support/fault-scenarios.ts";
import { breakClients, createFaultyCalls, type Fault, faultKinds } from "../support/faults.ts";
import { lambdaContext, toNotification, toQueueEvent } from "../support/queue-event.ts";
import { assessFake, checkFakePair, type FakeUpload, toFakeExtraction } from "../support/register.ts";

let embedded: Embedded;
beforeAll(async () => {
  embedded = await startEmbedded();
});
afterAll(() => embedded.stop());

let injected = 0;
afterAll(() =>
  console.log(
    `${injected} faults injected into AWS calls, every run ended in the records and alerts of the undisturbed one`,
  ),
);

async function store({ key, ...upload }: FakeUpload): Promise<string> {
  const extraction = toFakeExtraction({ key, ...upload });
  const Key = extractionKey(extraction.origin);
  await embedded.clients.s3.send(new PutObjectCommand({ Bucket: "documents", Key, Body: JSON.stringify(extraction) }));
  return Key;
}

/** One process that handles one delivery; answers the calls it made, and whether the message is done with. */
async function deliver(table: string, key: string, receiveCount: number, fault: Fault | null) {
  const clients = embedded.createClients();
  const faulty = createFaultyCalls(fault);
  breakClients(clients, faulty);
  const environment = {
    DOCUMENTS_BUCKET: "documents",
    TABLE_NAME: table,
    ALERTS_TOPIC_ARN: embedded.topicArn,
    POWERTOOLS_LOG_LEVEL: "SILENT",
  };
  const handler = createAssessHandler(environment, clients, {
    assess: assessFake,
    checkPair: checkFakePair,
    renderPage: async ({ report: { year } }) => `<p>${year}</p>`,
    now: () => "2026-02-01T00:00:00.000Z",
  });
  const event = toQueueEvent([toNotification({ bucket: "documents", key })], receiveCount);
  const answer = await Promise.race([handler(event, lambdaContext), faulty.killed]);
  for (const client of Object.values(clients)) client.destroy();
  return { calls: faulty.calls, done: answer !== "killed" && answer.batchItemFailures.length === 0 };
}

/** Runs a scenario on a table of its own; answers what stands in it, what was told, and the calls of the last upload's first try. */
async function run(before: string[], key: string, fault: Fault | null) {
  const table = await embedded.createTable();
  for (const each of before) expect((await deliver(table, each, 1, null)).done).toBe(true);
  await embedded.takeAlerts();
  const { calls, done } = await deliver(table, key, 1, fault);
  let tries = 1;
  for (let again = !done; again; tries++) again = !(await deliver(table, key, tries + 1, null)).done;
  const told = (await embedded.takeAlerts()).map(({ alert }) => alert);
  const items = await embedded.dump(table);
  await embedded.dropTable(table);
  return { calls, tries, told, items };
}

// Every kind at every call takes two minutes here; the same matrix runs on ports in memory (test/workflow/faults.test.ts).
const everything = process.env["GOUJI_FAULTS"] === "all";
const kindsAt = (call: number) => {
  if (everything) return faultKinds;
  return call % 3 === 0 ? [faultKinds[(call / 3) % faultKinds.length]!] : [];
};

test.each(faultScenarios)(
  "%s: whichever AWS call goes wrong, a redelivery ends where the undisturbed run ends",
  async (_, before, upload) => {
    const keys = await Promise.all(before.map(store));
    const key = await store(upload);
    const undisturbed = await run(keys, key, null);
    expect(undisturbed.tries).toBe(1);
    const ids = (alerts: typeof undisturbed.told) => [...new Set(alerts.map((alert) => JSON.stringify(alert)))].sort();
    for (let call = 0; call < undisturbed.calls.length; call++) {
      for (const kind of kindsAt(call)) {
        const disturbed = await run(keys, key, { call, kind });
        injected++;
        const what = `${kind} at call ${call} (${undisturbed.calls[call]})`;
        expect(disturbed.tries, what).toBeLessThanOrEqual(2);
        expect(disturbed.items, what).toEqual(undisturbed.items);
        expect(ids(disturbed.told), what).toEqual(ids(undisturbed.told));
      }
    }
  },
);
