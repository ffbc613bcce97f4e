import { afterAll } from "vitest";
import { createDynamoDbRecordStore } from "../../lib/aws/dynamodb-record-store.ts";
import { startEmbedded } from "../support/embedded.ts";
import { MemoryRecords } from "../support/memory-ports.ts";
import { describeRecordStore } from "../support/record-store-contract.ts";

const embedded = await startEmbedded();
afterAll(() => embedded.stop());

describeRecordStore("in memory", async () => new MemoryRecords());
describeRecordStore("on DynamoDB", async () =>
  createDynamoDbRecordStore(embedded.clients.dynamodb, await embedded.createTable()),
);
