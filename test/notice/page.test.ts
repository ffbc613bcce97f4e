import { describe, expect, it } from "vitest";
import { formCells } from "../../lib/forms/form.ts";
import { forms } from "../../lib/forms/forms.ts";
import { legacyKeys } from "../../lib/forms/legacy.ts";
import { legacyLabels } from "../../lib/notice/page/legacy-labels.ts";
import { orderFindings } from "../../lib/notice/page/order-findings.ts";
import { outlineRows } from "../../lib/notice/page/outline-rows.ts";
import { renderPage } from "../../lib/notice/page.ts";
import type { Finding } from "../../lib/validator/finding.ts";
import { brokenSample } from "../support/sample-findings.ts";
import { sampleLegacyReport, sampleReport } from "../support/sample-report.ts";

const source = { name: "report.html", location: "s3://uploads/report.html" };
const pageOf = (report = sampleReport(), findings: Finding[] = [], language: "zh" | "en" = "zh") =>
  renderPage({ report, findings, verdict: findings.length > 0 ? "inconsistent" : "consistent", source, language });

describe("renderPage", () => {
  it.each(forms)("draws every cell of the $template form once", (form) => {
    const page = pageOf(sampleReport({ template: form.template }));
    for (const { path } of formCells(form)) expect(page.split(`id="cell-${path}"`)).toHaveLength(2);
  });

  it("numbers part three as the official form does", () => {
    const lines = (template: "2019" | "2021") => {
      const form = forms.find((each) => each.template === template)!;
      const table = form.tables.find((each) => each.name === "applications")!;
      return outlineRows(form, table).flatMap((entry) =>
        entry.kind === "row"
          ? [`${entry.row.number}${entry.row.row.key}`]
          : entry.groups.flatMap((group) =>
              group.kind === "row"
                ? [`${entry.number}${group.row.number}${group.row.row.key}`]
                : group.rows.map((row) => `${entry.number}${group.number}${row.number}${row.row.key}`),
            ),
      );
    };
    expect(lines("2021")).toHaveLength(25);
    expect(lines("2019")).toHaveLength(23);
    expect(lines("2021")).toEqual(
      expect.arrayContaining([
        "一、newlyReceived",
        "二、carriedOver",
        "三、（一）granted",
        "三、（三）8.deniedAdministrativeInquiry",
        "三、（五）5.notProcessedReconfirmation",
        "三、（六）3.otherMiscellaneous",
        "三、（七）totalHandled",
        "四、carriedForward",
      ]),
    );
    expect(lines("2019")).toEqual(expect.arrayContaining(["三、（六）other", "三、（七）totalHandled"]));
  });

  it("tells a blank, a placeholder, an unreadable cell, a missing row and a zero apart", () => {
    const page = pageOf(
      sampleReport({
        cells: {
          "disclosure.regulations.issued": "",
          "disclosure.regulations.repealed": "/",
          "disclosure.regulations.inForce": "若干",
          "disclosure.licensing.decisions": "1,534",
        },
        missingRows: ["disclosure.coercion"],
      }),
    );
    const cell = (path: string) => page.match(new RegExp(`<td id="cell-${path}"[^]*?</td>`))![0];
    expect(cell("disclosure.regulations.issued")).toMatch(/is-blank.*空白，不等于0.*>空</);
    expect(cell("disclosure.regulations.repealed")).toMatch(/is-placeholder.*占位符.*>\/<.*占位/);
    expect(cell("disclosure.regulations.inForce")).toMatch(/is-unreadable.*>若干<.*无法识别/);
    expect(cell("disclosure.coercion.decisions")).toMatch(/is-absent.*无此行/);
    expect(cell("disclosure.licensing.decisions")).toMatch(/title="原文“1,534”（第\d+行）".*>1534</);
    expect(cell("disclosure.penalties.decisions")).toMatch(/>268</);
    expect(cell("applications.newlyReceived.otherOrganization")).toMatch(/is-number zero.*>0</);
  });

  it("puts contradicting errors first, then missing parts, warnings, notes", () => {
    const { findings } = brokenSample();
    const rules = orderFindings(findings).map(({ finding }) => `${finding.severity} ${finding.rule}`);
    expect(rules.slice(0, 4)).toEqual([
      "error applications/balance",
      "error applications/outcome-sum",
      "error applications/applicant-sum",
      "error structure/cell-unreadable",
    ]);
    expect(rules.at(-1)).toBe("info structure/row-unknown");
  });

  it("highlights the sentence in question and leads from it to its finding and back", () => {
    const { report, findings } = brokenSample();
    const page = pageOf(report, findings);
    const id = page.match(
      /<mark class="warning" id="(text-[\d-]+)" tabindex="-1">全年共收到政府信息公开申请45件<\/mark>/,
    )![1]!;
    expect(page).toContain(`href="#${id}"`);
    const overlapping = pageOf(report, [
      {
        ...findings.find(({ rule }) => rule === "narrative/percentage")!,
        evidence: [{ text: "网络申请30件，信函申请12件", location: { line: 14 } }],
      },
      {
        ...findings.find(({ rule }) => rule === "narrative/percentage")!,
        evidence: [{ text: "信函申请12件，当面申请5件", location: { line: 14 } }],
      },
    ]);
    const text = overlapping.match(/<p>从申请方式看.*?<\/p>/)![0];
    expect(text.replace(/<a .*?<\/a>|<[^>]+>/g, "")).toBe(
      "从申请方式看，网络申请30件，信函申请12件，当面申请5件，信函申请占23.5%。",
    );
    expect(text.match(/<mark/g)).toHaveLength(3);
  });

  it("finds evidence that differs from the source in white space only", () => {
    const { report, findings } = brokenSample();
    report.paragraphs[2]!.text = "全年共收到 政府信息\u3000公开申请45件，结转3件。";
    report.paragraphs[2]!.folded = report.paragraphs[2]!.text.replace("\u3000", " ");
    expect(pageOf(report, findings)).toContain(">全年共收到 政府信息\u3000公开申请45件</mark>");
  });

  it("lists what a legacy report states and nothing besides", () => {
    const page = pageOf(sampleLegacyReport({ applications: 467, applicationsByFax: 0 }, ["2016年收到申请467件。"]));
    expect(page).toContain("收到申请数");
    expect(page.match(/<td /g)).toHaveLength(2);
    expect(page).toContain("2016年收到申请467件。");
  });

  it("has a label for every key of the contract's legacy figures", () => {
    expect([...legacyLabels.keys()].sort()).toEqual(legacyKeys.map(({ key }) => key).sort());
    for (const [key, label] of legacyLabels) expect(label, key).toMatch(/^\p{Script=Han}/u);
  });

  it("says that a table is missing or empty, and of a report without name that it has none", () => {
    const report = sampleReport({ agency: null, year: null });
    report.tables.applications.state = "missing";
    report.tables.proceedings.state = "empty";
    const page = pageOf(report);
    expect(page).toContain("报告中没有读到这张表");
    expect(page).not.toContain('id="cell-applications.granted.total"');
    expect(page).toContain("报告有这张表，但表内没有数字");
    expect(page).toContain("报告未写明机关名称");
  });

  it("speaks English by option and keeps the form's own labels", () => {
    const { report, findings } = brokenSample();
    const page = pageOf(report, findings, "en");
    expect(page).toContain('<html lang="en">');
    expect(page).toContain("Inconsistent");
    expect(page).toContain("change <a");
    expect(page).toContain("属于国家秘密");
  });

  it("stays below 400 KB for a report of 200,000 characters with 2,000 findings, and says what is left out", () => {
    const line = "本机关推进政务公开工作，及时回应群众关切。".repeat(10);
    const report = sampleReport({
      prose: Array.from({ length: 1000 }, (_, i): [number, string] => [1, `${i}${line}`]),
    });
    const { findings } = brokenSample();
    const many = Array.from({ length: 200 }, () => findings).flat();
    const page = pageOf(report, many);
    expect(Buffer.byteLength(page)).toBeLessThan(400_000);
    expect(page).toContain("另有1880条发现");
    expect(page).toMatch(/此处略去\d+段/);
  });

  it("needs nothing from outside and carries no script", () => {
    const { report, findings } = brokenSample();
    const page = pageOf(report, findings);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|src=|https?:\/\//);
    expect(page).toMatch(
      /Content-Security-Policy" content="default-src &#39;none&#39;|Content-Security-Policy" content="default-src 'none'/,
    );
  });
});
