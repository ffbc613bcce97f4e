import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { assess } from "../../lib/assess.ts";
import { readDocument } from "../../lib/document/read-document.ts";
import { generateFigures } from "../support/generator/figures.ts";
import { generateReport } from "../support/generator/report-model.ts";
import { replaceTablesByImages } from "../support/generator/write-html.ts";

const folder = join(import.meta.dirname, "..", "fixtures", "rejections");

/** A file is named after the code it must be rejected with; what follows a code only tells two files apart. */
const codeOf = (name: string) => name.replace(/(-gb18030)?\.\w+$/, "");

describe("what cannot be read is said", () => {
  test.each(readdirSync(folder))("%s", async (name) => {
    const result = await readDocument(new Uint8Array(readFileSync(join(folder, name))), name);
    const rejection = result.status === "rejected" ? result.rejection : assess(result.document).rejection;
    expect(rejection?.code).toBe(codeOf(name));
  });

  test("a page whose tables are pictures: the tables are missing, no figure is invented", async () => {
    const statistics = generateFigures(5, { template: "2021", size: "medium" });
    const model = generateReport(5, { template: "2021", statistics });
    const result = await readDocument(Buffer.from(replaceTablesByImages(model)), "page.html");
    if (result.status === "rejected") throw new Error(result.rejection.code);
    const [assessed] = assess(result.document).reports;
    expect(assessed?.report).toMatchObject({ agency: model.agency, year: model.year });
    expect(assessed?.verdict).toBe("incomplete");
    expect(assessed?.findings.filter((finding) => finding.rule === "structure/table-missing")).toHaveLength(3);
    expect([...assessed!.report.figures.values()].filter((figure) => figure.value !== null)).toEqual([]);
  });
});
