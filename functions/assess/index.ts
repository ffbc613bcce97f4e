import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SNSClient } from "@aws-sdk/client-sns";
import { makeLean } from "../../lib/aws/make-lean.ts";
import { spareCollections } from "../../lib/spare-collections.ts";
import { createAssessHandler } from "./handler.ts";

spareCollections();

/** The Lambda function `assess`. */
export const handler = createAssessHandler(process.env, {
  s3: makeLean(new S3Client({})),
  dynamodb: makeLean(new DynamoDBClient({})),
  sns: makeLean(new SNSClient({})),
});
