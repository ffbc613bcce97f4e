import {
  BatchGetItemCommand,
  type BatchGetItemCommandOutput,
  type DynamoDBClient,
  type KeysAndAttributes,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import type { Item, ItemKey } from "../ports.ts";
import { toExpression } from "../query/key-condition.ts";
import type { RegisterReader } from "../query/register-reader.ts";
import { toAttributes, toItem } from "./item-attributes.ts";

/** DynamoDB gives at most 100 items a batch. */
const batchSize = 100;
const mostAttempts = 8;
/** Batches read at the same time. */
const atOnce = 8;
type Attributes = Parameters<typeof toItem>[0];

/** Reads the results table on DynamoDB, of AWS or of this machine. `count` is told of each request, for measurements. */
export function createDynamoDbRegisterReader(
  dynamodb: DynamoDBClient,
  table: string,
  count: (request: "query" | "batch-get") => void = () => {},
): RegisterReader {
  return {
    async *pages(condition) {
      let next: Attributes | undefined;
      do {
        const page = await dynamodb.send(
          new QueryCommand({
            TableName: table,
            ...(condition.index === null ? {} : { IndexName: condition.index }),
            ...toExpression(condition),
            ...(next ? { ExclusiveStartKey: next as never } : {}),
          }),
        );
        count("query");
        yield (page.Items ?? []).map(toItem);
        next = page.LastEvaluatedKey;
      } while (next);
    },
    async getMany(keys, attributes) {
      const batches: (typeof keys)[] = [];
      for (let start = 0; start < keys.length; start += batchSize) batches.push(keys.slice(start, start + batchSize));
      const found: Item[][] = batches.map(() => []);
      let next = 0;
      const work = async () => {
        while (next < batches.length) {
          const at = next++;
          found[at] = await getBatch(batches[at]!, attributes);
        }
      };
      await Promise.all(Array.from({ length: Math.min(atOnce, batches.length) }, work));
      return found.flat();
    },
  };

  async function getBatch(keys: readonly ItemKey[], attributes: readonly string[] | undefined): Promise<Item[]> {
    const items: Item[] = [];
    let left: KeysAndAttributes | undefined = {
      Keys: keys.map(({ pk, sk }) => toAttributes({ pk, sk })),
      ...toProjection(attributes),
    };
    for (let attempt = 0; left?.Keys?.length; attempt++) {
      if (attempt === mostAttempts) throw new Error(`DynamoDB left ${left.Keys.length} items unread`);
      if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** attempt));
      const answer: BatchGetItemCommandOutput = await dynamodb.send(
        new BatchGetItemCommand({ RequestItems: { [table]: left } }),
      );
      count("batch-get");
      for (const attributesOf of answer.Responses?.[table] ?? []) items.push(toItem(attributesOf));
      left = answer.UnprocessedKeys?.[table];
    }
    return items;
  }
}

function toProjection(attributes: readonly string[] | undefined) {
  if (!attributes) return {};
  return {
    ProjectionExpression: attributes.map((_, at) => `#a${at}`).join(", "),
    ExpressionAttributeNames: Object.fromEntries(attributes.map((name, at) => [`#a${at}`, name])),
  };
}
