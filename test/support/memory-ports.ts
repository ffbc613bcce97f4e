import type { Alert } from "../../lib/notice/alert.ts";
import type { Expectation, Item, ItemKey, ObjectStore, Publisher, RecordStore } from "../../lib/ports.ts";

const nameOf = ({ pk, sk }: ItemKey) => `${pk}\n${sk}`;
const byKey = (a: Item, b: Item) => (nameOf(a) < nameOf(b) ? -1 : 1);

/** The results table in memory. `step` runs before each call takes effect, so that a test can order or break calls. */
export class MemoryRecords implements RecordStore {
  readonly items = new Map<string, Item>();
  step: (call: string) => Promise<void> = async () => {};

  async get(key: ItemKey): Promise<Item | null> {
    await this.step(`get ${key.sk}`);
    return structuredClone(this.items.get(nameOf(key)) ?? null);
  }

  async query(pk: string, from: string, to: string): Promise<Item[]> {
    await this.step(`query ${from}`);
    const found = [...this.items.values()].filter((item) => item.pk === pk && item.sk >= from && item.sk <= to);
    return structuredClone(found.sort(byKey));
  }

  async put(item: Item, expected: Expectation): Promise<boolean> {
    await this.step(`put ${item.sk}`);
    if (!this.holds(item, expected)) return false;
    this.set(item);
    return true;
  }

  async remove(key: ItemKey, expected: { revision: number }): Promise<boolean> {
    await this.step(`remove ${key.sk}`);
    if (!this.holds(key, expected)) return false;
    return this.items.delete(nameOf(key));
  }

  async merge(item: Item): Promise<void> {
    await this.step(`merge ${item.sk}`);
    this.set({ ...this.items.get(nameOf(item)), ...item });
  }

  async lower(key: ItemKey, attribute: string, value: string): Promise<boolean> {
    await this.step(`lower ${key.sk}`);
    const item = this.items.get(nameOf(key));
    const present = item?.[attribute] as string | undefined;
    if (!item || (present !== undefined && present <= value)) return false;
    this.set({ ...item, [attribute]: value });
    return true;
  }

  async write(puts: readonly Item[], removes: readonly ItemKey[]): Promise<void> {
    await this.step("write");
    for (const key of removes) this.items.delete(nameOf(key));
    for (const item of puts) this.set(item);
  }

  /** All items in the order of their keys. */
  dump(): Item[] {
    return structuredClone([...this.items.values()].sort(byKey));
  }

  private holds(key: ItemKey, expected: Expectation): boolean {
    const revision = this.items.get(nameOf(key))?.["revision"] as number | undefined;
    if ("absent" in expected) return !this.items.has(nameOf(key));
    if ("revision" in expected) return revision === expected.revision;
    return !this.items.has(nameOf(key)) || revision! <= expected.atMost;
  }

  private set(item: Item): void {
    const present = Object.entries(item).filter(([, value]) => value !== undefined);
    this.items.set(nameOf(item), structuredClone(Object.fromEntries(present)) as Item);
  }
}

/** Buckets in memory: bytes by bucket and key. */
export class MemoryObjects implements ObjectStore {
  readonly files = new Map<string, { bytes: Uint8Array; etag: string; metadata: Record<string, string> }>();

  async read(bucket: string, key: string, byteLimit: number) {
    const file = this.files.get(`${bucket}/${key}`);
    if (!file) return null;
    const { etag, metadata } = file;
    const bytes = file.bytes.byteLength > byteLimit ? null : file.bytes;
    return { etag, metadata, versionId: null, lastModified: null, bytes };
  }

  async exists(bucket: string, key: string): Promise<boolean> {
    return this.files.has(`${bucket}/${key}`);
  }

  async write(bucket: string, key: string, body: string): Promise<void> {
    this.files.set(`${bucket}/${key}`, { bytes: Buffer.from(body), etag: String(body.length), metadata: {} });
  }
}

export class MemoryPublisher implements Publisher {
  readonly told: Alert[] = [];

  async publish(alert: Alert): Promise<void> {
    this.told.push(structuredClone(alert));
  }
}
