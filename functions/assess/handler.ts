import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { S3Client } from "@aws-sdk/client-s3";
import type { SNSClient } from "@aws-sdk/client-sns";
import type { Context, SQSBatchResponse } from "aws-lambda";
import * as z from "zod/mini";
import { assess } from "../../lib/assess.ts";
import { createTelemetry } from "../../lib/aws/create-telemetry.ts";
import { createDynamoDbRecordStore } from "../../lib/aws/dynamodb-record-store.ts";
import { handleAll } from "../../lib/aws/handle-all.ts";
import { createRosterReader } from "../../lib/aws/roster-reader.ts";
import { runBatch } from "../../lib/aws/run-batch.ts";
import { parseObjectEvents } from "../../lib/aws/s3-events.ts";
import { createS3ObjectStore } from "../../lib/aws/s3-object-store.ts";
import { createSnsPublisher } from "../../lib/aws/sns-publisher.ts";
import type { ObjectEvent } from "../../lib/ports.ts";
import { checkPair } from "../../lib/rules/history/check-pair.ts";
import { assessObject } from "../../lib/workflow/assess-object.ts";
import type { PageInput } from "../../lib/workflow/register.ts";
import { countRecorded } from "./count-recorded.ts";

export interface AssessClients {
  s3: S3Client;
  dynamodb: DynamoDBClient;
  sns: SNSClient;
}

const environmentSchema = z.object({
  DOCUMENTS_BUCKET: z.string().check(z.minLength(1)),
  TABLE_NAME: z.string().check(z.minLength(1)),
  ALERTS_TOPIC_ARN: z.string().check(z.minLength(1)),
  LANGUAGE: z._default(z.enum(["zh", "en"]), "zh"),
  MAX_TRIES: z._default(z.coerce.number().check(z.int(), z.positive()), 6),
});

// Loaded with the first page, not with the function.
const renderPage = async (input: PageInput) => (await import("../../lib/notice/page.ts")).renderPage(input);
const now = () => new Date().toISOString();
const defaults = { assess, checkPair, renderPage, now };

/** Makes the handler of `assess`: S3 events of new extract results from a queue → records, page and alerts. */
export function createAssessHandler(
  environment: Record<string, string | undefined>,
  clients: AssessClients,
  options: Partial<typeof defaults> = {},
): (event: unknown, context: Context) => Promise<SQSBatchResponse> {
  const settings = environmentSchema.parse(environment);
  const stages = { ...defaults, ...options };
  const telemetry = createTelemetry(environment, "assess");
  const { logger, metrics } = telemetry;
  const warn = (message: string, details: Record<string, unknown>) =>
    logger.warn(message, details as { message?: never });
  const objects = createS3ObjectStore(clients.s3);
  const records = createDynamoDbRecordStore(clients.dynamodb, settings.TABLE_NAME);
  const publisher = createSnsPublisher(clients.sns, settings.ALERTS_TOPIC_ARN);
  const { DOCUMENTS_BUCKET: documentsBucket, LANGUAGE: language } = settings;
  const readRoster = createRosterReader(objects, documentsBucket, warn);

  async function assessEvent(event: ObjectEvent, triesLeft: number) {
    if (event.kind !== "created" || event.bucket !== documentsBucket) return;
    const ports = { records, objects, publisher, documentsBucket, language, warn };
    const { recorded, eventTime } = await assessObject({ ...ports, ...stages }, readRoster, event.key, triesLeft);
    logger.info("recorded", { ...recorded, documentId: recorded.sha256, extraction: event.key });
    countRecorded(metrics, recorded, { uploaded: eventTime, extracted: event.eventTime, told: stages.now() });
  }

  return (event, context) => {
    logger.addContext(context);
    return runBatch(event, context, telemetry, async ({ body, receiveCount }) => {
      await handleAll(parseObjectEvents(body), (each) => assessEvent(each, settings.MAX_TRIES - receiveCount));
    });
  };
}
