import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { PublishCommand, type SNSClient } from "@aws-sdk/client-sns";
import type { Context, SQSBatchResponse } from "aws-lambda";
import * as z from "zod/mini";
import { createTelemetry } from "../../lib/aws/create-telemetry.ts";
import { type QueueMessage, runBatch } from "../../lib/aws/run-batch.ts";
import { toMessageText } from "../../lib/aws/to-message-text.ts";
import { type Alert, alertSchema } from "../../lib/notice/alert.ts";
import { composeDigest } from "../../lib/notice/digest.ts";
import { createConsoleLinks } from "./console-links.ts";

export interface DigestClients {
  sns: SNSClient;
}

const environmentSchema = z.object({
  DIGEST_TOPIC_ARN: z.string().check(z.minLength(1)),
  TABLE_NAME: z.string().check(z.minLength(1)),
  LANGUAGE: z._default(z.enum(["zh", "en"]), "zh"),
});

/** What SNS wraps a message in where raw delivery is off. */
const envelopeSchema = z.object({ Type: z.literal("Notification"), Message: z.string() });

const defaults = { composeDigest };

/** Makes the handler of `digest`: a batch of alerts from a queue → one mail on the digest topic. */
export function createDigestHandler(
  environment: Record<string, string | undefined>,
  clients: DigestClients,
  options: Partial<typeof defaults> = {},
): (event: unknown, context: Context) => Promise<SQSBatchResponse> {
  const { DIGEST_TOPIC_ARN, TABLE_NAME: table, LANGUAGE: language } = environmentSchema.parse(environment);
  const stages = { ...defaults, ...options };
  const telemetry = createTelemetry(environment, "digest");
  const { logger, metrics } = telemetry;
  const consoleLinks = createConsoleLinks(DIGEST_TOPIC_ARN, table);

  async function send(alerts: Alert[]) {
    const { subject, body } = stages.composeDigest(alerts, { language, table, consoleLinks });
    await clients.sns.send(
      new PublishCommand({ TopicArn: DIGEST_TOPIC_ARN, Subject: subject, Message: toMessageText(body) }),
    );
    logger.info("digest sent", { alerts: alerts.length });
    metrics.addMetric("DigestsSent", MetricUnit.Count, 1);
  }

  return (event, context) => {
    logger.addContext(context);
    return runBatch(event, context, telemetry, parseAlert, send);
  };
}

async function parseAlert({ body }: QueueMessage): Promise<Alert> {
  const message: unknown = JSON.parse(body);
  const envelope = envelopeSchema.safeParse(message);
  return alertSchema.parse(envelope.success ? JSON.parse(envelope.data.Message) : message);
}
