import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { edge } from "./edge.ts";

/** What `extract` needs of others: its AWS client and calls, Powertools, zod. */
export const needs = [S3Client, GetObjectCommand, HeadObjectCommand, PutObjectCommand, ...edge];
