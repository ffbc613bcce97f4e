import type { Alert } from "./notice/alert.ts";

/** An item of the results table. */
export type Item = { pk: string; sk: string } & Record<string, unknown>;
export type ItemKey = Pick<Item, "pk" | "sk">;

/** What must stand in the table for a write: no such item, one of exactly this revision, or none of a higher revision. */
export type Expectation = { absent: true } | { revision: number } | { atMost: number };

/** The results table. Every read is consistent; a refused condition is `false`, any other fault is thrown. */
export interface RecordStore {
  get(key: ItemKey): Promise<Item | null>;
  /** Items of one partition with `from` ≤ sk ≤ `to`, ascending. */
  query(pk: string, from: string, to: string): Promise<Item[]>;
  put(item: Item, expected: Expectation): Promise<boolean>;
  remove(key: ItemKey, expected: { revision: number }): Promise<boolean>;
  /** Sets attributes of an item and leaves its others; makes the item where it is missing. */
  merge(item: Item): Promise<void>;
  /** Sets an attribute of an existing item to the least of its value and `value`; `false` where it was already so, or no item is there. */
  lower(key: ItemKey, attribute: string, value: string): Promise<boolean>;
  /** Writes and deletes without conditions, in no order. */
  write(puts: readonly Item[], removes: readonly ItemKey[]): Promise<void>;
}

/** One thing that happened to one object, from an S3 event notification. */
export interface ObjectEvent {
  kind: "created" | "removed";
  bucket: string;
  /** Decoded. */
  key: string;
  size: number | null;
  etag: string | null;
  sequencer: string | null;
  versionId: string | null;
  /** ISO 8601, UTC, with milliseconds. */
  eventTime: string;
}

export interface StoredObject {
  etag: string | null;
  versionId: string | null;
  metadata: Record<string, string>;
  lastModified: string | null;
  /** Null when it is larger than the limit: then nothing was read. */
  bytes: Uint8Array | null;
}

/** Buckets. An object that is not there is null or false, any other fault is thrown. */
export interface ObjectStore {
  read(bucket: string, key: string, byteLimit: number): Promise<StoredObject | null>;
  exists(bucket: string, key: string): Promise<boolean>;
  write(bucket: string, key: string, body: string, contentType: string): Promise<void>;
}

/** Tells machines: one message on the alerts topic. Telling the same alert twice is allowed, never telling it is not. */
export interface Publisher {
  publish(alert: Alert, rules: readonly string[]): Promise<void>;
}
