import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import { region } from "./region.ts";

export interface LocalClients {
  s3: S3Client;
  sqs: SQSClient;
  sns: SNSClient;
  dynamodb: DynamoDBClient;
}

/** AWS clients that talk to the local services; no credentials of this machine are read. */
export function createClients(endpoints: { endpoint: string; dynamodbEndpoint: string }): LocalClients {
  const { endpoint, dynamodbEndpoint } = endpoints;
  const base = { region, endpoint, credentials: { accessKeyId: "local", secretAccessKey: "local" } };
  return {
    s3: new S3Client({ ...base, forcePathStyle: true }),
    sqs: new SQSClient(base),
    sns: new SNSClient(base),
    dynamodb: new DynamoDBClient({ ...base, endpoint: dynamodbEndpoint }),
  };
}
