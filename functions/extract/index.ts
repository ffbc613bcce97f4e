import { S3Client } from "@aws-sdk/client-s3";
import { makeLean } from "../../lib/aws/make-lean.ts";
import { spareCollections } from "../../lib/spare-collections.ts";
import { createExtractHandler } from "./handler.ts";

spareCollections();

/** The Lambda function `extract`. */
export const handler = createExtractHandler(process.env, { s3: makeLean(new S3Client({})) });
