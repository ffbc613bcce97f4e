import type { SNSClient } from "@aws-sdk/client-sns";
import type { Context, SQSBatchResponse } from "aws-lambda";

export interface DigestClients {
  sns: SNSClient;
}

/** Makes the handler of `digest`: a batch of alerts from a queue → one mail on the digest topic. */
export function createDigestHandler(
  _environment: Record<string, string | undefined>,
  _clients: DigestClients,
): (event: unknown, context: Context) => Promise<SQSBatchResponse> {
  throw new Error("not built yet");
}
