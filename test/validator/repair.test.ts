import { describe, expect, test } from "vitest";
import { cellRelations } from "../../lib/forms/form.ts";
import { form2021, forms } from "../../lib/forms/forms.ts";
import { cellValue } from "../../lib/report/report.ts";
import { brokenRelations, checkRelation } from "../../lib/validator/check-relation.ts";
import { validate } from "../../lib/validator/validate.ts";
import { breakRelation, setCell } from "../support/generator/break-relation.ts";
import { generateFigures } from "../support/generator/figures.ts";
import { buildReport } from "../support/report-builder.ts";

/** A report whose cells are the figures' own. */
function toReport(statistics: ReturnType<typeof generateFigures>, template: "2019" | "2021") {
  const cells: Record<string, number | null> = {};
  for (const [table, rows] of Object.entries(statistics)) {
    for (const [row, columns] of Object.entries(rows as Record<string, Record<string, number | null>>)) {
      for (const [column, value] of Object.entries(columns)) cells[`${table}.${row}.${column}`] = value;
    }
  }
  return buildReport({ template, year: template === "2019" ? 2020 : 2022, cells });
}

describe("a single wrong cell", () => {
  for (const { template } of forms) {
    test(`${template}: a body cell of part three is found and mended, whichever it is`, () => {
      const rows = [
        "newlyReceived",
        "carriedOver",
        "granted",
        "deniedThirdPartyRights",
        "totalHandled",
        "carriedForward",
      ];
      const columns = ["naturalPerson", "otherOrganization"];
      for (const [seed, row] of rows.entries()) {
        for (const column of columns) {
          const statistics = generateFigures(seed + 1, { template, size: "medium" });
          const cell = `applications.${row}.${column}`;
          const right = cellValue(statistics, cell)!;
          const report = toReport(breakRelation(statistics, cell, 7), template);
          const findings = validate(report).filter((finding) => finding.rule.startsWith("applications/"));
          expect(findings.length).toBeGreaterThanOrEqual(2);
          for (const finding of findings) expect(finding.repair).toEqual({ cell, value: right });
        }
      }
    });
  }

  test("a cell that mends both its sums is proposed, though another one would mend the row alone", () => {
    const statistics = generateFigures(1, { template: "2021", size: "medium" });
    const cell = "applications.granted.naturalPerson";
    // With the grand total blank, the row's own total could be changed without breaking anything.
    const blank = setCell(statistics, "applications.totalHandled.total", null);
    const findings = validate(toReport(breakRelation(blank, cell, 7), "2021")).filter((finding) =>
      finding.rule.startsWith("applications/"),
    );
    expect(findings.map((finding) => finding.rule).sort()).toEqual([
      "applications/applicant-sum",
      "applications/outcome-sum",
    ]);
    for (const finding of findings) expect(finding.repair).toEqual({ cell, value: cellValue(statistics, cell) });
  });

  test("a negative figure carries the repair that mends its sums", () => {
    const statistics = generateFigures(2, { template: "2021", size: "medium" });
    const cell = "applications.granted.naturalPerson";
    const right = cellValue(statistics, cell)!;
    const report = toReport(setCell(statistics, cell, -right - 1), "2021");
    const [finding] = validate(report).filter((candidate) => candidate.rule === "value/negative");
    expect(finding?.repair).toEqual({ cell, value: right });
  });

  test("in part four nothing tells the total from its parts: no repair is proposed", () => {
    const statistics = generateFigures(3, { template: "2021", size: "medium" });
    const report = toReport(breakRelation(statistics, "proceedings.reconsideration.total", 1), "2021");
    const [finding] = validate(report).filter((candidate) => candidate.rule === "proceedings/outcome-sum");
    expect(finding).toBeDefined();
    expect(finding!.repair).toBeUndefined();
  });

  test("a change that would need a negative count is no repair", () => {
    let statistics = generateFigures(5, { template: "2021", size: "none" });
    statistics = setCell(statistics, "proceedings.litigationDirect.upheld", 3);
    const [finding] = validate(toReport(statistics, "2021")).filter(
      (candidate) => candidate.rule === "proceedings/outcome-sum",
    );
    // The total could be 3, or the 3 could be 0: two cells would do.
    expect(finding).toMatchObject({ expected: 0, actual: 3 });
    expect(finding!.repair).toBeUndefined();
  });
});

describe("blanks", () => {
  const relation = cellRelations(form2021).find((one) => one.rule === "proceedings/outcome-sum")!;
  const [total, ...parts] = relation.cells as [string, ...string[]];
  test.each([
    ["all known and equal", 5, [1, 2, 2, 0], true],
    ["all known and different", 6, [1, 2, 2, 0], false],
    ["a blank part may close the gap", 6, [1, 2, null, 0], true],
    ["known parts above the total", 2, [1, 2, null, 0], false],
    ["a blank total", null, [1, 2, 2, 0], true],
    ["everything blank", null, [null, null, null, null], true],
  ] as const)("%s", (_name, whole, values, holds) => {
    const cells = new Map<string, number | null>([
      [total, whole],
      ...parts.map((path, index) => [path, values[index]!] as const),
    ]);
    expect(checkRelation(relation, (path) => cells.get(path))?.holds).toBe(holds);
  });

  test("a row that the report does not have says nothing", () => {
    expect(checkRelation(relation, () => undefined)).toBeNull();
  });

  test("blanking any cells of a sound report breaks no relation", () => {
    for (let seed = 1; seed <= 30; seed++) {
      const template = seed % 2 ? "2019" : "2021";
      const report = toReport(generateFigures(seed, { template, size: "large", blanks: 0.3 }), template);
      expect(brokenRelations(report)).toEqual([]);
    }
  });
});
