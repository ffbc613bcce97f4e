import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellRelations } from "../../lib/forms/form.ts";
import { forms } from "../../lib/forms/forms.ts";
import { breakRelation } from "../support/generator/break-relation.ts";
import { continueFigures } from "../support/generator/continue-figures.ts";
import { encodeText, encodings } from "../support/generator/encode.ts";
import { generateFigures, isBroken, toCells } from "../support/generator/figures.ts";
import { carriers, makeCase } from "../support/generator/make-case.ts";
import { generateMany } from "../support/generator/write-many.ts";

const seeds = fc.nat({ max: 2 ** 30 });
const someForm = fc.constantFrom(...forms);

function brokenIn(form: (typeof forms)[number], statistics: ReturnType<typeof generateFigures>): string[] {
  const cells = toCells(form, statistics);
  return cellRelations(form).flatMap((relation) => (isBroken(relation, cells) ? [relation.rule] : []));
}

describe("the generator of reports", () => {
  test("figures are sound, with blanks too, and in the year after", () => {
    fc.assert(
      fc.property(someForm, seeds, fc.constantFrom(0, 0.2), (form, seed, blanks) => {
        const statistics = generateFigures(seed, { template: form.template, blanks });
        expect(brokenIn(form, statistics)).toEqual([]);
        const whole = generateFigures(seed, { template: form.template });
        expect(brokenIn(form, continueFigures(seed + 1, whole, { template: form.template }))).toEqual([]);
      }),
    );
  });

  test("a broken cell breaks its row and its column", () => {
    fc.assert(
      fc.property(someForm, seeds, fc.integer({ min: 1, max: 50 }), (form, seed, delta) => {
        const sound = generateFigures(seed, { template: form.template });
        const rules = brokenIn(form, breakRelation(sound, "applications.granted.naturalPerson", delta));
        expect(rules.sort()).toEqual(["applications/applicant-sum", "applications/outcome-sum"]);
      }),
    );
  });

  test("the same seed gives the same bytes", () => {
    for (const carrier of carriers) {
      const [first, second] = [makeCase(carrier, 77), makeCase(carrier, 77)];
      expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
      expect(Buffer.compare(first.bytes, makeCase(carrier, 78).bytes)).not.toBe(0);
    }
  });

  test.each(encodings)("%s gives back its text", (encoding) => {
    const text = encoding === "big5" ? "政府資訊公開，年度報告（2023）—" : "镕〔2023〕— ，ＡＢ㐂";
    const bytes = encodeText(text, encoding);
    const label = encoding.replace("-bom", "");
    expect(new TextDecoder(label).decode(bytes)).toBe(text);
  });

  test("many reports: each agency and year once", () => {
    const keys = [...generateMany({ count: 60, broken: 0.2, formats: ["txt"] })].map(
      ({ agency, year }) => agency + year,
    );
    expect(new Set(keys).size).toBe(60);
  });
});
