import type { S3Client } from "@aws-sdk/client-s3";
import type { Context, SQSBatchResponse } from "aws-lambda";

export interface ExtractClients {
  s3: S3Client;
}

/** Makes the handler of `extract`: S3 events from a queue → one extract result each, below `documents/`. */
export function createExtractHandler(
  _environment: Record<string, string | undefined>,
  _clients: ExtractClients,
): (event: unknown, context: Context) => Promise<SQSBatchResponse> {
  throw new Error("not built yet");
}
