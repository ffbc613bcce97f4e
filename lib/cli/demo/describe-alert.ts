import type { Alert } from "../../notice/alert.ts";
import { cellName } from "../../rules/cell-names.ts";
import { colors } from "./colors.ts";

const marks = {
  consistent: colors.green("✔ 数字一致"),
  inconsistent: colors.red("✘ 数字不一致"),
  incomplete: colors.yellow("! 内容不完整"),
};
const severities = { error: colors.red("错误"), warning: colors.yellow("警告"), info: colors.cyan("提示") };

/** Text from a report may hold control characters that would steer the terminal. */
const safe = (text: string): string => text.replaceAll(/[\u0000-\u001f\u007f-\u009f]+/g, " ");

function repairLine({ cell, value }: { cell: string; value: number }): string[] {
  const { row, column } = cellName("2021", cell);
  return [colors.green(`         建议：只要把${row}（${column}）改为 ${value}，相关各式即全部成立`)];
}

/** An alert as lines for the terminal, in Chinese: what about which report of which file, then its worst findings. */
export function describeAlert(alert: Alert, most = 3): string[] {
  const file = colors.dim(safe(alert.source.key));
  if (alert.type === "document.rejected") {
    return [
      `${colors.red("✘ 无法检查")}  ${safe(alert.rejection?.message ?? "")}  ${colors.dim(alert.rejection?.code ?? "")}  ${file}`,
    ];
  }
  if (alert.type === "document.failed") return [`${colors.red("✘ 处理失败")}  ${file}`];
  const subject = `${colors.bold(safe(alert.agency ?? "（未写明机关）"))} ${alert.year === null ? "（未写明年度）" : `${alert.year}年`}`;
  if (alert.type === "report.withdrawn") return [`${colors.yellow("－ 已撤回")}  ${subject}  ${file}`];
  const head = `${alert.verdict ? marks[alert.verdict] : ""}  ${subject}  ${file}`;
  const findings = alert.findings.slice(0, most).flatMap((finding) => {
    const { line, page } = finding.evidence[0]?.location ?? {};
    const place = line === undefined ? "" : page === undefined ? `第${line}行` : `第${page}页第${line}行`;
    const repair = finding.repair ? repairLine(finding.repair) : [];
    return [
      `   ${severities[finding.severity]}  ${safe(finding.message)}  ${colors.dim(`${place}  ${finding.rule}`)}`,
      ...repair,
    ];
  });
  const more = alert.counts.error + alert.counts.warning + alert.counts.info - Math.min(most, alert.findings.length);
  return [head, ...findings, ...(more > 0 ? [colors.dim(`   另有${more}条`)] : [])];
}
