import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import * as z from "zod/mini";
import { $ZodError } from "zod/v4/core";
import type { Telemetry } from "./create-telemetry.ts";

const queueEventSchema = z.object({
  Records: z.array(
    z.looseObject({
      messageId: z.string(),
      body: z.string(),
      attributes: z.looseObject({ ApproximateReceiveCount: z.optional(z.string()) }),
    }),
  ),
});

export interface QueueMessage {
  messageId: string;
  body: string;
  /** Which try this is, from 1. */
  receiveCount: number;
}

/**
 * Hands a queue's messages to `handle` one after the other, then what came of those that went well to `finish`. The answer names
 * the messages that failed, so that only they come again: all of them when `finish` fails. Throws only when the event is none of a
 * queue.
 */
export async function runBatch<Result>(
  event: unknown,
  context: Context,
  { logger, metrics, publishes }: Telemetry,
  handle: (message: QueueMessage) => Promise<Result>,
  finish: (results: Result[]) => Promise<void> = async () => {},
): Promise<SQSBatchResponse> {
  queueEventSchema.parse(event);
  const { Records } = event as SQSEvent;
  const results: Result[] = [];
  const handleRecord = async ({ messageId, body, attributes }: SQSRecord) => {
    try {
      results.push(await handle({ messageId, body, receiveCount: Number(attributes.ApproximateReceiveCount ?? 1) }));
    } catch (error) {
      const fault = error instanceof Error ? error : new Error(String(error));
      logger.error("message failed", { messageId, tries: attributes.ApproximateReceiveCount, ...describeFault(fault) });
      // The batch processor takes Error objects only.
      throw fault;
    }
  };
  try {
    const answer = await processPartialResponse({ Records }, handleRecord, new BatchProcessor(EventType.SQS), {
      context,
      processInParallel: false,
      throwOnFullBatchFailure: false,
    });
    if (results.length > 0) await finish(results);
    return answer;
  } catch (error) {
    logger.error("batch failed", describeFault(error instanceof Error ? error : new Error(String(error))));
    return { batchItemFailures: Records.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  } finally {
    if (!publishes) metrics.clearMetrics();
    else if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  }
}

/** An error's name and stack; its message only where it cannot quote a file: schemas and parsers quote what they refuse. */
function describeFault(fault: Error) {
  const stack = fault.stack?.split("\n").filter((line) => line.trimStart().startsWith("at "));
  const issues = fault instanceof $ZodError ? fault.issues.map(({ path, code }) => `${path.join(".")}: ${code}`) : [];
  const reason = fault instanceof SyntaxError || fault instanceof $ZodError ? issues.slice(0, 5) : fault.message;
  return { fault: fault.name, reason, stack: stack?.slice(0, 10) };
}
