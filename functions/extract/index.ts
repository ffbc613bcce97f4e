import { S3Client } from "@aws-sdk/client-s3";
import { createExtractHandler } from "./handler.ts";

/** The Lambda function `extract`. */
export const handler = createExtractHandler(process.env, { s3: new S3Client({}) });
