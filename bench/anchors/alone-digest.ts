import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { edge } from "./edge.ts";

/** What `digest` needs of others: its AWS client and call, Powertools, zod. */
export const needs = [SNSClient, PublishCommand, ...edge];
