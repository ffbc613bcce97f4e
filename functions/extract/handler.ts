import { MetricUnit } from "@aws-lambda-powertools/metrics";
import type { S3Client } from "@aws-sdk/client-s3";
import type { Context, SQSBatchResponse } from "aws-lambda";
import * as z from "zod/mini";
import { createTelemetry } from "../../lib/aws/create-telemetry.ts";
import { handleAll } from "../../lib/aws/handle-all.ts";
import { runBatch } from "../../lib/aws/run-batch.ts";
import { parseObjectEvents } from "../../lib/aws/s3-events.ts";
import { createS3ObjectStore } from "../../lib/aws/s3-object-store.ts";
import { prepareReading, readDocument } from "../../lib/document/read-document.ts";
import type { ObjectEvent } from "../../lib/ports.ts";
import { type Extraction, extractionKey } from "../../lib/record/extraction.ts";
import { extractObject, toFailure } from "../../lib/workflow/extract-object.ts";
import { UnfinishedError } from "../../lib/workflow/unfinished-error.ts";

export interface ExtractClients {
  s3: S3Client;
}

const environmentSchema = z.object({
  UPLOADS_BUCKET: z.string().check(z.minLength(1)),
  DOCUMENTS_BUCKET: z.string().check(z.minLength(1)),
  LANGUAGE: z._default(z.enum(["zh", "en"]), "zh"),
  MAX_TRIES: z._default(z.coerce.number().check(z.int(), z.positive()), 6),
});

const defaults = { readDocument, prepareReading };

/** Makes the handler of `extract`: S3 events from a queue → one extract result each, below `documents/`. */
export function createExtractHandler(
  environment: Record<string, string | undefined>,
  clients: ExtractClients,
  options: Partial<typeof defaults> = {},
): (event: unknown, context: Context) => Promise<SQSBatchResponse> {
  const settings = environmentSchema.parse(environment);
  const objects = createS3ObjectStore(clients.s3);
  const stages = { ...defaults, ...options };
  const telemetry = createTelemetry(environment, "extract");
  const { logger, metrics } = telemetry;

  async function write(extraction: Extraction) {
    const body = JSON.stringify(extraction);
    await objects.write(settings.DOCUMENTS_BUCKET, extractionKey(extraction.origin), body, "application/json");
    logger.info("extracted", {
      outcome: extraction.outcome,
      documentId: "sha256" in extraction ? extraction.sha256 : null,
    });
    metrics.addMetric(extraction.outcome === "read" ? "ObjectsRead" : "ObjectsNotRead", MetricUnit.Count, 1);
  }

  async function extract(event: ObjectEvent, receiveCount: number) {
    if (event.bucket !== settings.UPLOADS_BUCKET) throw new Error(`event of another bucket: ${event.bucket}`);
    try {
      if (receiveCount > settings.MAX_TRIES && event.kind === "created") throw new UnfinishedError();
      if (event.kind === "created") stages.prepareReading(event.key);
      const extraction = await extractObject(event, { objects, ...stages, language: settings.LANGUAGE });
      if (extraction) await write(extraction);
      else logger.info("nothing to extract", { kind: event.kind, etag: event.etag });
    } catch (error) {
      const failure = receiveCount >= settings.MAX_TRIES ? toFailure(event, error) : null;
      if (failure) await write(failure);
      throw error;
    }
  }

  return (event, context) => {
    logger.addContext(context);
    return runBatch(event, context, telemetry, async ({ body, receiveCount }) => {
      await handleAll(parseObjectEvents(body), (each) => extract(each, receiveCount));
    });
  };
}
