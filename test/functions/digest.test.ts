import { ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, expect, test } from "vitest";
import { createConsoleLinks } from "../../functions/digest/console-links.ts";
import { createDigestHandler } from "../../functions/digest/handler.ts";
import type { Alert } from "../../lib/notice/alert.ts";
import { startEmbedded } from "../support/embedded.ts";
import { breakClients, createFaultyCalls } from "../support/faults.ts";
import { lambdaContext, toQueueEvent } from "../support/queue-event.ts";

const embedded = await startEmbedded();
afterAll(() => embedded.stop());

const alert = (agency: string): Alert => ({
  schemaVersion: 1,
  alertId: agency,
  type: "report.assessed",
  agency,
  year: 2022,
  verdict: "consistent",
  counts: { error: 0, warning: 0, info: 0 },
  findings: [],
  rejection: null,
  source: { bucket: "uploads", key: `${agency}.txt`, sha256: "0".repeat(64) },
  changes: null,
  page: null,
  eventTime: "2026-01-01T00:00:00.000Z",
});

// The topic of the embedded services stands for the digest topic; its queue takes the mails.
const environment = { DIGEST_TOPIC_ARN: embedded.topicArn, TABLE_NAME: "results", POWERTOOLS_LOG_LEVEL: "SILENT" };
async function takeMails() {
  const { QueueUrl } = embedded.alertsQueue;
  const { Messages = [] } = await embedded.clients.sqs.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
  );
  return Messages.map(({ Body }) => Body!);
}

test("a batch of alerts is one mail, wrapped by SNS or not; what is no alert comes again", async () => {
  const handler = createDigestHandler(environment, embedded.clients);
  const wrapped = { Type: "Notification", Message: JSON.stringify(alert("青川市人民政府")) };
  const answer = await handler(toQueueEvent([alert("云岭县教育局"), wrapped, { schemaVersion: 1 }]), lambdaContext);
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "message-2" }] });
  const mails = await takeMails();
  expect(mails).toHaveLength(1);
  expect(mails[0]).toContain("云岭县教育局");
  expect(mails[0]).toContain("青川市人民政府");
});

test("when the mail cannot be sent, the whole batch comes again", async () => {
  const clients = embedded.createClients();
  breakClients(clients, createFaultyCalls({ call: 0, kind: "refused" }));
  const answer = await createDigestHandler(environment, clients)(
    toQueueEvent([alert("甲"), alert("乙")]),
    lambdaContext,
  );
  expect(answer.batchItemFailures).toHaveLength(2);
});

test("console links fit the partition, and there are none without an account", () => {
  const links = createConsoleLinks("arn:aws-cn:sns:cn-north-1:123456789012:digests", "results");
  expect(links?.object("s3://documents/pages/a.html")).toBe(
    "https://cn-north-1.console.amazonaws.cn/s3/object/documents?region=cn-north-1&prefix=pages/a.html",
  );
  expect(links?.item("AGENCY#甲", "REPORT#2022")).toContain("console.amazonaws.cn/dynamodbv2/home?region=cn-north-1");
  expect(createConsoleLinks("arn:aws:sns:us-east-1:000000000000:digests", "results")).toBeUndefined();
});
