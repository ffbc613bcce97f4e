import { expect, test } from "vitest";
import { type Carrier, makeCase } from "../support/generator/make-case.ts";
import { readCase } from "../support/generator/read-case.ts";

/** Seeds of generated reports that were once read wrongly, with what they taught. */
const cases: readonly (readonly [Carrier, number, string])[] = [
  ["text/bars", 713522460, "rows in place tell the side of blanks for rows with a group's cell"],
  ["text/bars", 307775101, "the same without a subtotal"],
  ["text/bars-expanded", 770112, "a blank total is no closing bar"],
  ["text/bars-expanded", 770245, "a row of blanks and one figure is no cell on a line of its own"],
  ["text/tabs", 770017, "blank totals in most rows are no closing tabs"],
];

test.each(cases)("%s, seed %i: %s", async (carrier, seed) => {
  expect(await readCase(makeCase(carrier, seed))).toEqual([]);
});
