import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Call } from "./count-calls.ts";

/** What one report uses of AWS's services, in the units that are paid for. */
export interface Usage {
  extractCalls: number;
  assessCalls: number;
  s3Puts: number;
  s3Gets: number;
  /** Gigabytes that are kept: upload, extract result, page. */
  s3Gigabytes: number;
  sqsRequests: number;
  snsPublishes: number;
  /** Units of 1 KB, indexes included. */
  dynamodbWrites: number;
  /** Units of 4 KB, consistent reads. */
  dynamodbReads: number;
}

type Item = Record<string, AttributeValue>;

const indexKeys = ["yearKey", "regionKey", "ruleKey", "statusKey"];
const sizeOf = (item: Item | undefined) => Buffer.byteLength(JSON.stringify(item ? unmarshall(item) : {}));

/** A write costs its size in the table, and a unit in each index that the item stands in (what is projected fits one). */
const writeUnits = (item: Item | undefined, named: readonly string[]) =>
  Math.max(1, Math.ceil(sizeOf(item) / 1024)) + indexKeys.filter((key) => named.includes(key)).length;

function unitsWritten({ name, input }: Call): number {
  if (name === "PutItemCommand") {
    const item = input["Item"] as Item;
    return writeUnits(item, Object.keys(item));
  }
  if (name === "UpdateItemCommand")
    return writeUnits(
      input["ExpressionAttributeValues"] as Item,
      Object.values(input["ExpressionAttributeNames"] ?? {}),
    );
  if (name === "DeleteItemCommand") return 1;
  if (name !== "BatchWriteItemCommand") return 0;
  const requests = Object.values(input["RequestItems"] as Record<string, { PutRequest?: { Item: Item } }[]>).flat();
  return requests.reduce(
    (sum, { PutRequest }) => sum + writeUnits(PutRequest?.Item, Object.keys(PutRequest?.Item ?? {})),
    0,
  );
}

function unitsRead({ name, output }: Call): number {
  if (name === "GetItemCommand") return Math.max(1, Math.ceil(sizeOf(output["Item"] as Item) / 4096));
  if (name !== "QueryCommand" && name !== "BatchGetItemCommand") return 0;
  const items = (output["Items"] ?? Object.values(output["Responses"] ?? {}).flat()) as Item[];
  return Math.max(1, Math.ceil(items.reduce((sum, item) => sum + sizeOf(item), 0) / 4096));
}

/** What `reports` reports used, from the calls made for them; per report. */
export function countUsage(calls: readonly Call[], reports: number): Usage {
  const count = (pattern: RegExp) => calls.filter(({ name }) => pattern.test(name)).length / reports;
  const sum = (units: (call: Call) => number) => calls.reduce((total, call) => total + units(call), 0) / reports;
  const stored = sum(({ name, input }) =>
    name === "PutObjectCommand" ? Buffer.byteLength(input["Body"] as string) : 0,
  );
  const ofExtract = 2;
  // Each message is sent into a queue, received and deleted; S3 and SNS do the sending.
  const messages = sum(({ name, output }) =>
    name.startsWith("ReceiveMessage") ? ((output["Messages"] as unknown[])?.length ?? 0) : 0,
  );
  return {
    extractCalls: ofExtract,
    assessCalls:
      count(/^(?:PutObject|GetObject|HeadObject|PutItem|UpdateItem|GetItem|Query|Batch|DeleteItem|Publish)/) -
      1 -
      ofExtract,
    s3Puts: count(/^PutObject/),
    s3Gets: count(/^(?:GetObject|HeadObject)/),
    s3Gigabytes: stored / 1e9,
    sqsRequests: messages + count(/^(?:ReceiveMessage|DeleteMessage)/),
    snsPublishes: count(/^Publish/),
    dynamodbWrites: sum(unitsWritten),
    dynamodbReads: sum(unitsRead),
  };
}
