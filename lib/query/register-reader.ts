import type { Item, ItemKey } from "../ports.ts";
import type { KeyCondition } from "./key-condition.ts";

/** The results table as the questions read it: by key conditions and keys, page after page, never by a scan. */
export interface RegisterReader {
  pages(condition: KeyCondition): AsyncIterable<Item[]>;
  /** Items by their keys, in any order; keys without an item give none. `attributes`: all when absent. */
  getMany(keys: readonly ItemKey[], attributes?: readonly string[]): Promise<Item[]>;
}

/** Partitions read at the same time. */
const atOnce = 16;

/** All items of several conditions, in no order that matters. */
export async function readAll(reader: RegisterReader, conditions: readonly KeyCondition[]): Promise<Item[]> {
  const items: Item[] = [];
  let next = 0;
  const work = async () => {
    while (next < conditions.length) {
      for await (const page of reader.pages(conditions[next++]!)) for (const item of page) items.push(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, conditions.length) }, work));
  return items;
}
