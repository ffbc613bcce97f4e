import { setTimeout as sleep } from "node:timers/promises";
import {
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
  type WriteRequest,
} from "@aws-sdk/client-dynamodb";
import type { Expectation, Item, ItemKey, RecordStore } from "../ports.ts";
import { toAttributes, toItem } from "./item-attributes.ts";

const keyOf = ({ pk, sk }: ItemKey) => toAttributes({ pk, sk });

/** DynamoDB takes at most 25 writes in one batch. */
const batchSize = 25;

/** The results table on DynamoDB. */
export function createDynamoDbRecordStore(dynamodb: DynamoDBClient, table: string): RecordStore {
  return {
    async get(key) {
      const { Item } = await dynamodb.send(
        new GetItemCommand({ TableName: table, Key: keyOf(key), ConsistentRead: true }),
      );
      return Item ? toItem(Item) : null;
    },
    async query(pk, from, to) {
      const items: Item[] = [];
      let next: Record<string, unknown> | undefined;
      do {
        const page = await dynamodb.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
            ExpressionAttributeValues: toAttributes({ ":pk": pk, ":from": from, ":to": to }),
            ConsistentRead: true,
            ...(next ? { ExclusiveStartKey: next as never } : {}),
          }),
        );
        items.push(...(page.Items ?? []).map(toItem));
        next = page.LastEvaluatedKey;
      } while (next);
      return items;
    },
    put: (item, expected) =>
      unlessRefused(
        dynamodb.send(new PutItemCommand({ TableName: table, Item: toAttributes(item), ...toCondition(expected) })),
      ),
    remove: (key, expected) =>
      unlessRefused(
        dynamodb.send(new DeleteItemCommand({ TableName: table, Key: keyOf(key), ...toCondition(expected) })),
      ),
    async merge({ pk, sk, ...attributes }) {
      const entries = Object.entries(attributes).filter(([, value]) => value !== undefined);
      await dynamodb.send(
        new UpdateItemCommand({
          TableName: table,
          Key: keyOf({ pk, sk }),
          UpdateExpression: `SET ${entries.map((_, index) => `#${index} = :${index}`).join(", ")}`,
          ExpressionAttributeNames: Object.fromEntries(entries.map(([name], index) => [`#${index}`, name])),
          ExpressionAttributeValues: toAttributes(
            Object.fromEntries(entries.map(([, value], index) => [`:${index}`, value])),
          ),
        }),
      );
    },
    lower: (key, attribute, value) =>
      unlessRefused(
        dynamodb.send(
          new UpdateItemCommand({
            TableName: table,
            Key: keyOf(key),
            UpdateExpression: "SET #name = :value",
            ConditionExpression: "attribute_exists(pk) AND (attribute_not_exists(#name) OR #name > :value)",
            ExpressionAttributeNames: { "#name": attribute },
            ExpressionAttributeValues: toAttributes({ ":value": value }),
          }),
        ),
      ),
    async write(puts, removes) {
      const requests: WriteRequest[] = [
        ...removes.map((key) => ({ DeleteRequest: { Key: keyOf(key) } })),
        ...puts.map((item) => ({ PutRequest: { Item: toAttributes(item) } })),
      ];
      for (let start = 0; start < requests.length; start += batchSize) {
        await writeBatch(dynamodb, table, requests.slice(start, start + batchSize));
      }
    },
  };
}

function toCondition(expected: Expectation) {
  if ("absent" in expected) return { ConditionExpression: "attribute_not_exists(pk)" };
  const equal = "revision" in expected;
  return {
    ConditionExpression: equal ? "revision = :revision" : "attribute_not_exists(pk) OR revision <= :revision",
    ExpressionAttributeValues: toAttributes({ ":revision": equal ? expected.revision : expected.atMost }),
  };
}

async function unlessRefused(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** A batch may be carried out in part under load; what is left over is tried again, slower each time. */
async function writeBatch(dynamodb: DynamoDBClient, table: string, requests: WriteRequest[]): Promise<void> {
  let left = requests;
  for (let attempt = 0; left.length > 0; attempt++) {
    if (attempt > 0) await sleep(50 * 2 ** attempt);
    if (attempt > 6) throw new Error(`DynamoDB left ${left.length} writes undone after ${attempt} attempts`);
    const { UnprocessedItems } = await dynamodb.send(new BatchWriteItemCommand({ RequestItems: { [table]: left } }));
    left = UnprocessedItems?.[table] ?? [];
  }
}
