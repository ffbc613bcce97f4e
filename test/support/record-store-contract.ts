import { beforeEach, describe, expect, test } from "vitest";
import type { RecordStore } from "../../lib/ports.ts";

/** What every record store does, told as tests. `create` makes an empty one. */
export function describeRecordStore(name: string, create: () => Promise<RecordStore>): void {
  describe(name, () => {
    let records: RecordStore;
    beforeEach(async () => {
      records = await create();
    });
    const item = (sk: string, more: Record<string, unknown> = {}) => ({ pk: "P", sk, ...more });

    test("gives back what was put, and null for what was not", async () => {
      const full = item("a", { revision: 1, text: "县", none: null, list: [1, 0.5], map: { x: null, big: 1e21 } });
      expect(await records.put(full, { absent: true })).toBe(true);
      expect(await records.get(full)).toEqual(full);
      expect(await records.get(item("b"))).toBeNull();
    });

    test("keeps bytes", async () => {
      await records.put(item("a", { body: new Uint8Array([0, 255, 7]) }), { absent: true });
      const read = await records.get(item("a"));
      expect([...(read!["body"] as Uint8Array)]).toEqual([0, 255, 7]);
    });

    test("leaves out attributes that are undefined", async () => {
      await records.put(item("a", { gone: undefined }), { absent: true });
      expect(await records.get(item("a"))).toEqual(item("a"));
    });

    test.each([
      ["absent, where there is one", { absent: true } as const, false],
      ["its revision", { revision: 4 }, true],
      ["another revision", { revision: 3 }, false],
      ["a higher limit", { atMost: 5 }, true],
      ["a lower limit", { atMost: 3 }, false],
    ])("puts over revision 4 expecting %s", async (_, expected, done) => {
      await records.put(item("a", { revision: 4 }), { absent: true });
      expect(await records.put(item("a", { revision: 9 }), expected)).toBe(done);
      expect((await records.get(item("a")))?.["revision"]).toBe(done ? 9 : 4);
    });

    test("a limit lets a first item in, a revision does not", async () => {
      expect(await records.put(item("a", { revision: 1 }), { revision: 1 })).toBe(false);
      expect(await records.put(item("b", { revision: 1 }), { atMost: 1 })).toBe(true);
    });

    test("removes only the revision that is expected", async () => {
      await records.put(item("a", { revision: 2 }), { absent: true });
      expect(await records.remove(item("a"), { revision: 1 })).toBe(false);
      expect(await records.remove(item("a"), { revision: 2 })).toBe(true);
      expect(await records.get(item("a"))).toBeNull();
    });

    test("merges into an item or makes it", async () => {
      await records.merge(item("a", { x: 1, y: 1 }));
      await records.merge(item("a", { y: 2 }));
      expect(await records.get(item("a"))).toEqual(item("a", { x: 1, y: 2 }));
    });

    test("lowers an attribute, never raises it, and makes no item", async () => {
      await records.merge(item("a", { x: 1 }));
      expect(await records.lower(item("a"), "at", "5")).toBe(true);
      expect(await records.lower(item("a"), "at", "7")).toBe(false);
      expect(await records.lower(item("a"), "at", "3")).toBe(true);
      expect(await records.get(item("a"))).toEqual(item("a", { x: 1, at: "3" }));
      expect(await records.lower(item("b"), "at", "3")).toBe(false);
      expect(await records.get(item("b"))).toBeNull();
    });

    test("queries a range of one partition in order, over many pages", async () => {
      const text = "年".repeat(100_000);
      const puts = ["d", "b", "c", "a", "e", "f", "g"].map((sk) => item(sk, { text }));
      await records.write([...puts, { pk: "Q", sk: "c" }], []);
      expect((await records.query("P", "b", "f")).map(({ sk }) => sk)).toEqual(["b", "c", "d", "e", "f"]);
    });

    test("writes and removes more than one batch holds", async () => {
      const puts = Array.from({ length: 60 }, (_, index) => item(String(index).padStart(3, "0")));
      await records.write(puts, []);
      await records.write([item("x")], puts.slice(0, 58));
      expect((await records.query("P", "0", "y")).map(({ sk }) => sk)).toEqual(["058", "059", "x"]);
    });
  });
}
