import { describe, expect, test } from "vitest";
import { feeStatementMissing } from "../../../lib/rules/narrative/fee-statement-missing.ts";
import { narrativeRules } from "../../../lib/rules/narrative/rules.ts";
import { checkProseCase, readProseCases } from "../../support/prose-cases.ts";
import { buildReport, type ReportSketch } from "../../support/report-builder.ts";

const development = readProseCases("development");

describe("narrative rules on the development sentences", () => {
  test.each(development.map((one) => [`${one.line} ${one.text}`, one] as const))("%s", (_name, one) => {
    expect(checkProseCase(one).found).toEqual(one.wanted);
  });

  test("every rule is asked to find something and to stay silent", () => {
    const found = new Set(development.flatMap((one) => one.wanted.map((finding) => finding.split(" ")[0])));
    expect([...found].sort()).toEqual(
      narrativeRules
        .map((rule) => rule.id.slice("narrative/".length))
        .filter((id) => id !== "fee-statement-missing")
        .sort(),
    );
    expect(development.filter((one) => one.wanted.length === 0).length).toBeGreaterThan(100);
  });
});

describe("evidence and messages", () => {
  test("a finding shows the original sentence, its line, and the arithmetic", () => {
    const report = buildReport({
      prose: ["工作有序開展。全年公開政府信息１２０條，其中動態８０條、文件２３條、其他２０條。此後無事。"],
    });
    const [draft] = narrativeRules.find((rule) => rule.id === "narrative/parts-sum")!.check(report);
    expect(draft).toMatchObject({ expected: 120, actual: 123 });
    expect(draft!.message.zh).toContain("80+23+20=123");
    expect(draft!.evidence).toEqual([
      { text: "全年公開政府信息１２０條，其中動態８０條、文件２３條、其他２０條。", location: { line: 10 } },
    ]);
  });
});

describe("narrative/fee-statement-missing", () => {
  const cases: [name: string, sketch: ReportSketch, severity: string | null][] = [
    ["六、无。", { prose: [[6, "无。"]], sections: [6] }, "warning"],
    ["nothing in part six", { prose: [[1, "全年工作平稳。"]], sections: [6] }, "warning"],
    ["said in part six", { prose: [[6, "本年度未收取信息处理费。"]], sections: [6] }, null],
    ["said in other words", { prose: [[6, "2022年未收取任何费用。"]], sections: [6] }, null],
    ["notices of charge", { prose: [[6, "发出收费通知0件，总金额0元。"]], sections: [6] }, null],
    [
      "said, and nothing else to report",
      {
        prose: [
          [6, "（一）未收取信息处理费。"],
          [6, "（五）无其他需要报告的事项。"],
        ],
        sections: [6],
      },
      null,
    ],
    [
      "only in another part",
      {
        prose: [
          [1, "均未收取政府信息处理费。"],
          [6, "无。"],
        ],
        sections: [6],
      },
      "info",
    ],
    ["heading lost, said elsewhere", { prose: [[5, "本年度未收取信息处理费。"]], sections: [5] }, null],
    ["2020 did not ask for it", { year: 2020, template: "2019", prose: [[6, "无。"]], sections: [6] }, null],
    ["legacy", { year: 2018, template: "legacy", prose: [[null, "无。"]] }, null],
  ];
  test.each(cases)("%s", (_name, sketch, severity) => {
    const drafts = [...feeStatementMissing.check(buildReport(sketch))];
    expect(drafts.map((draft) => draft.severity ?? feeStatementMissing.severity)).toEqual(severity ? [severity] : []);
  });
});
