import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { createTelemetry } from "../../lib/aws/create-telemetry.ts";
import { runBatch } from "../../lib/aws/run-batch.ts";

/** What `extract` needs of others: its AWS client and calls, Powertools, zod. */
export const needs = [S3Client, GetObjectCommand, HeadObjectCommand, PutObjectCommand, createTelemetry, runBatch];
