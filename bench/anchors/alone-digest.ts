import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { createTelemetry } from "../../lib/aws/create-telemetry.ts";
import { runBatch } from "../../lib/aws/run-batch.ts";

/** What `digest` needs of others: its AWS client and call, Powertools, zod. */
export const needs = [SNSClient, PublishCommand, createTelemetry, runBatch];
