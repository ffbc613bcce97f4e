import { S3Client } from "@aws-sdk/client-s3";

/** Makes the AWS clients of `extract` and does nothing. */
const clients = [new S3Client({})];

export const handler = async () => ({ batchItemFailures: [], clients: clients.length });
