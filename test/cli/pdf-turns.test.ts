import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { inTurn, pdfsAtOnce } from "../../lib/cli/check/pdf-turns.ts";

const pdf = new TextEncoder().encode("%PDF-1.7\n");
const text = new TextEncoder().encode("政府信息公开工作年度报告");

/** Readings that end when they are told to, with what began and ended so far. */
function makeReadings(count: number, bytes: Uint8Array) {
  const log: string[] = [];
  const ends: PromiseWithResolvers<void>[] = [];
  const done = Array.from({ length: count }, async (_, index) => {
    const end = Promise.withResolvers<void>();
    ends.push(end);
    await inTurn(bytes, async () => {
      log.push(`begin ${index}`);
      await end.promise;
    }).catch(() => log.push(`failed ${index}`));
    log.push(`gone through ${index}`);
  });
  return { log, ends, done: Promise.all(done) };
}

test("so many PDFs are read at a time, and the next begins before an answer is gone through", async () => {
  const { log, ends, done } = makeReadings(pdfsAtOnce + 2, pdf);
  await nextTurn();
  expect(log).toEqual(["begin 0", "begin 1"]);
  ends[1]!.resolve();
  await nextTurn();
  await nextTurn();
  expect(log).toEqual(["begin 0", "begin 1", "begin 2", "gone through 1"]);
  for (const end of ends) end.resolve();
  await done;
});

test("a PDF that could not be read passes its turn on", async () => {
  const { log, ends, done } = makeReadings(pdfsAtOnce + 1, pdf);
  ends[0]!.reject(new Error("broken"));
  for (const end of ends.slice(1)) end.resolve();
  await done;
  expect(log).toContain("failed 0");
  expect(log).toContain(`gone through ${pdfsAtOnce}`);
});

test("other files wait for no turn", async () => {
  const { log, ends, done } = makeReadings(pdfsAtOnce + 3, text);
  await nextTurn();
  expect(log).toHaveLength(pdfsAtOnce + 3);
  for (const end of ends) end.resolve();
  await done;
});
