import pc from "picocolors";
import type { Template } from "../../forms/form.ts";
import type { Evidence } from "../../report/report.ts";
import { cellName } from "../../rules/cell-names.ts";
import type { Finding, Language, Severity, Verdict } from "../../validator/finding.ts";
import type { CheckedFile } from "./check-file.ts";

const colors = pc.createColors(Boolean(process.stdout.isTTY) && pc.isColorSupported);

const words = {
  zh: {
    verdict: { consistent: "数字一致", inconsistent: "数字不一致", incomplete: "内容不完整" },
    severity: { error: "错误", warning: "警告", info: "提示" },
    template: { legacy: "2018年以前格式", "2019": "2019年格式", "2021": "2021年格式" },
    unknownAgency: "（未写明机关）",
    unknownYear: "（未写明年度）",
    rejected: "无法检查",
    repair: "建议",
    place: ({ page, line }: Evidence["location"]) => (page ? `第${page}页第${line}行` : `第${line}行`),
  },
  en: {
    verdict: { consistent: "consistent", inconsistent: "inconsistent", incomplete: "incomplete" },
    severity: { error: "error", warning: "warning", info: "info" },
    template: { legacy: "form before 2019", "2019": "form of 2019", "2021": "form of 2021" },
    unknownAgency: "(no agency named)",
    unknownYear: "(no year named)",
    rejected: "not checked",
    repair: "repair",
    place: ({ page, line }: Evidence["location"]) => (page ? `page ${page} line ${line}` : `line ${line}`),
  },
} satisfies Record<
  Language,
  { verdict: Record<Verdict, string>; severity: Record<Severity, string>; template: Record<Template, string> } & Record<
    string,
    unknown
  >
>;

const paintSeverity = { error: colors.red, warning: colors.yellow, info: colors.cyan };
const paintVerdict = { consistent: colors.green, inconsistent: colors.red, incomplete: colors.yellow };
const marks = { consistent: "✔", inconsistent: "✘", incomplete: "!" };
const weight: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Text from a report may hold control characters that would steer the terminal. */
const safe = (text: string): string => text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]+/g, " ");

function findingLines(finding: Finding, template: Template, language: Language): string[] {
  const own = words[language];
  const place = finding.evidence[0] ? own.place(finding.evidence[0].location) : "";
  const source = finding.evidence[0]?.source ? `${finding.evidence[0].source} ` : "";
  const severity = paintSeverity[finding.severity](own.severity[finding.severity].padEnd(language === "en" ? 7 : 0));
  const lines = [`    ${severity}  ${safe(finding.message)}  ${colors.dim(`${source}${place}  ${finding.rule}`)}`];
  const { repair } = finding;
  if (repair) {
    const { row, column } = cellName(template, repair.cell);
    const change =
      language === "zh"
        ? `只要把${row}（${column}）改为 ${repair.value}，相关各式即全部成立`
        : `change ${repair.cell} to ${repair.value}`;
    lines.push(`          ${colors.green(`${own.repair}：${change}`)}`);
  }
  return lines;
}

function reportLines(
  { report, findings, verdict }: CheckedFile["reports"][number],
  language: Language,
  quiet: boolean,
): string[] {
  if (quiet && findings.length === 0) return [];
  const own = words[language];
  const agency = report.agency ?? own.unknownAgency;
  const year = report.year === null ? own.unknownYear : language === "zh" ? `${report.year}年` : String(report.year);
  const head = `  ${paintVerdict[verdict](`${marks[verdict]} ${own.verdict[verdict]}`)}  ${colors.bold(safe(agency))} ${year}  ${colors.dim(own.template[report.template])}`;
  const sorted = [...findings].sort((a, b) => weight[a.severity] - weight[b.severity]);
  return [head, ...sorted.flatMap((finding) => findingLines(finding, report.template, language))];
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? "" : "s"}`;

function closingLine(files: readonly CheckedFile[], language: Language): string {
  const reports = files.flatMap((file) => file.reports);
  const verdicts = (verdict: Verdict) => reports.filter((report) => report.verdict === verdict).length;
  const severities = (severity: Severity) =>
    reports.flatMap((report) => report.findings).filter((finding) => finding.severity === severity).length;
  const rejected = files.filter((file) => file.status === "rejected").length;
  const [good, bad, partial] = [verdicts("consistent"), verdicts("inconsistent"), verdicts("incomplete")];
  const [errors, warnings, infos] = [severities("error"), severities("warning"), severities("info")];
  return language === "zh"
    ? `共${files.length}个文件、${reports.length}份报告：一致${good}，不一致${bad}，不完整${partial}，无法检查的文件${rejected}；错误${errors}，警告${warnings}，提示${infos}。`
    : `${count(files.length, "file")}, ${count(reports.length, "report")}: ${good} consistent, ${bad} inconsistent, ${partial} incomplete, ${count(rejected, "file")} not checked; ${count(errors, "error")}, ${count(warnings, "warning")}, ${count(infos, "info")}.`;
}

/** What people read: file, report, verdict, then one line a finding with its place, and a closing count. */
export function toPretty(
  files: readonly CheckedFile[],
  { language, quiet }: { language: Language; quiet: boolean },
): string {
  const lines: string[] = [];
  for (const file of files) {
    const body =
      file.status === "rejected"
        ? [
            `  ${colors.red(`✘ ${words[language].rejected}`)}  ${file.rejection?.message ?? ""}  ${colors.dim(file.rejection?.code ?? "")}`,
          ]
        : file.reports.flatMap((report) => reportLines(report, language, quiet));
    if (body.length > 0) lines.push(colors.underline(safe(file.source.name)), ...body, "");
  }
  lines.push(closingLine(files, language));
  return `${lines.join("\n")}\n`;
}
