import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { S3Client } from "@aws-sdk/client-s3";
import type { SNSClient } from "@aws-sdk/client-sns";
import type { Context, SQSBatchResponse } from "aws-lambda";

export interface AssessClients {
  s3: S3Client;
  dynamodb: DynamoDBClient;
  sns: SNSClient;
}

/** Makes the handler of `assess`: S3 events of new extract results from a queue → records, page and alerts. */
export function createAssessHandler(
  _environment: Record<string, string | undefined>,
  _clients: AssessClients,
): (event: unknown, context: Context) => Promise<SQSBatchResponse> {
  throw new Error("not built yet");
}
