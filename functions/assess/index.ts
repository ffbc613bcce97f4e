import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SNSClient } from "@aws-sdk/client-sns";
import { createAssessHandler } from "./handler.ts";

/** The Lambda function `assess`. */
export const handler = createAssessHandler(process.env, {
  s3: new S3Client({}),
  dynamodb: new DynamoDBClient({}),
  sns: new SNSClient({}),
});
