import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import { makeLean } from "../aws/make-lean.ts";
import { localSigner } from "./local-signer.ts";
import { region } from "./region.ts";

export interface LocalClients {
  s3: S3Client;
  sqs: SQSClient;
  sns: SNSClient;
  dynamodb: DynamoDBClient;
}

/** Bytes do not change on their way within one machine, and a command's way through the client is laid out only once. */
const lean = {
  requestChecksumCalculation: "WHEN_REQUIRED",
  responseChecksumValidation: "WHEN_REQUIRED",
  cacheMiddleware: true,
} as const;

/**
 * AWS clients that talk to the local services; no credentials of this machine are read. `sign`: false among gouji's own services,
 * which check no signature.
 */
export function createClients(
  endpoints: { endpoint: string; dynamodbEndpoint: string },
  { sign = true } = {},
): LocalClients {
  const { endpoint, dynamodbEndpoint } = endpoints;
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const base = { region, endpoint, credentials, ...lean, ...(sign ? {} : { signer: localSigner }) };
  const clients = {
    s3: makeLean(new S3Client({ ...base, forcePathStyle: true })),
    sqs: makeLean(new SQSClient(base)),
    sns: makeLean(new SNSClient(base)),
    dynamodb: makeLean(new DynamoDBClient({ ...base, endpoint: dynamodbEndpoint })),
  };
  // Nobody here reads which SDK calls.
  for (const { middlewareStack } of Object.values(clients)) middlewareStack.remove("getUserAgentMiddleware");
  return clients;
}
