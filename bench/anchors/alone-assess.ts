import * as dynamodb from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { edge } from "./edge.ts";

const { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand, UpdateItemCommand } = dynamodb;
const { BatchGetItemCommand, BatchWriteItemCommand, DeleteItemCommand } = dynamodb;

/** What `assess` needs of others: its AWS clients and calls, Powertools, zod. */
export const needs = [
  ...[S3Client, GetObjectCommand, HeadObjectCommand, PutObjectCommand, SNSClient, PublishCommand, marshall, unmarshall],
  ...[DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand, UpdateItemCommand],
  ...[BatchGetItemCommand, BatchWriteItemCommand, DeleteItemCommand],
  ...edge,
];
