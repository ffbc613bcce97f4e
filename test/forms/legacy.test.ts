import { expect, it } from "vitest";
import { legacyKeyOf, legacyKeys, legacyOrder, legacySums } from "../../lib/forms/legacy.ts";

it("every legacy key stands once in the forms' order", () => {
  expect([...legacyOrder].sort()).toEqual(legacyKeys.map(({ key }) => key).sort());
  expect(new Set(legacyOrder).size).toBe(legacyOrder.length);
});

it("every sum is over keys that are there", () => {
  for (const { wholes, parts } of legacySums) {
    for (const key of [...wholes, ...parts.flat(2)]) expect(key === "completed" || legacyKeyOf(key)).toBeTruthy();
  }
});
