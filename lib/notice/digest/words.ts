import type { Section } from "./merge-alerts.ts";

const numerals = "一二三四五六七八九十";

const zh = {
  title: "勾稽：政府信息公开工作年度报告核对通报",
  arrived: (n: number) => `本次共收到${n}件：`,
  /** Several alerts about one report in one batch. */
  updates: (n: number) => `其中${n}件在此期间更新过不止一次，只列最后的结果。`,
  sections: {
    inconsistent: "数字不一致",
    failed: "处理失败",
    rejected: "无法读取",
    incomplete: "内容不完整",
    withdrawn: "已撤回",
    consistent: "数字一致",
  } satisfies Record<Section, string>,
  advice: {
    inconsistent: "下列报告有数字互相矛盾，请按提示核对后重新报送。",
    failed: "下列文件处理时程序出错，不是文件的问题，运维人员会收到告警，处理后将自动重试或需重新上传。",
    rejected: "下列文件没能读取，请按各条提示处理后重新上传。",
    incomplete: "下列报告缺少应填的表格或数字，请补全后重新报送。",
    withdrawn: "下列报告的文件已删除，结果保留但标为撤回；如属误删请重新上传。",
    consistent: "下列报告能读到的数字都对得上；有警告的仍请看一眼。",
  } satisfies Record<Section, string>,
  items: (n: number) => `${n}件`,
  listJoin: "，",
  end: "。",
  heading: (index: number, name: string, count: number) => `${numerals[index]}、${name}（${count}件）`,
  resolvedHeading: (index: number, count: number) => `${numerals[index]}、本次已解决的问题（${count}件报告）`,
  whereHeading: (index: number) => `${numerals[index]}、到哪里看`,
  report: (agency: string | null, year: number | null) =>
    `${agency ?? "未写明机关名称的报告"}${year === null ? "（年份不明）" : `${year}年`}`,
  more: (n: number) => `，另有${n}条`,
  errors: (n: number) => `错误${n}条`,
  warnings: (n: number) => `警告${n}条`,
  notes: (n: number) => `提示${n}条`,
  corrected: (n: number) => `与上次相比改动${n}个数`,
  added: (n: number) => `新增${n}条`,
  resolved: (n: number) => `解决${n}条`,
  bracketed: (text: string) => `（${text}）`,
  colon: "：",
  page: "页面",
  file: "文件",
  key: "键",
  rest: (n: number) => `……另有${n}件，未在本邮件列出，请查结果表。`,
  where: (table: string | undefined) => [
    `结果表：${table ?? "见堆栈输出TableName"}，按上列各件的键（pk、sk）查；pk相同、sk以FINDING#开头的各项是逐条发现。`,
    "页面和文件在S3里：aws s3 cp <上列s3://地址> . 取回后用浏览器打开。",
  ],
  nothing: "本次没有新的消息。",
};

const en: typeof zh = {
  title: "gouji: annual reports on government-information disclosure, assessed",
  arrived: (n) => `${n} arrived: `,
  updates: (n) => `${n} of them changed more than once meanwhile; only the last result is listed.`,
  sections: {
    inconsistent: "Inconsistent",
    failed: "Failed",
    rejected: "Could not be read",
    incomplete: "Incomplete",
    withdrawn: "Withdrawn",
    consistent: "Consistent",
  },
  advice: {
    inconsistent: "Figures of these reports contradict each other; have them corrected and filed again.",
    failed: "The program failed on these files; the operators are told. They are retried or must be uploaded again.",
    rejected: "These files could not be read; do what each line says and upload them again.",
    incomplete: "These reports lack tables or figures; have them completed and filed again.",
    withdrawn: "The files of these reports were deleted; the results are kept, marked as withdrawn.",
    consistent: "All figures that could be read agree; those with warnings deserve a look.",
  },
  items: (n) => String(n),
  listJoin: ", ",
  end: ".",
  heading: (index, name, count) => `${index + 1}. ${name} (${count})`,
  resolvedHeading: (index, count) => `${index + 1}. Resolved (${count} reports)`,
  whereHeading: (index) => `${index + 1}. Where to look`,
  report: (agency, year) => `${agency ?? "a report that names no agency"} ${year ?? "(year unknown)"}`,
  more: (n) => `; ${n} more`,
  errors: (n) => `${n} error${n === 1 ? "" : "s"}`,
  warnings: (n) => `${n} warning${n === 1 ? "" : "s"}`,
  notes: (n) => `${n} note${n === 1 ? "" : "s"}`,
  corrected: (n) => `${n} figure${n === 1 ? "" : "s"} changed since the last version`,
  added: (n) => `${n} new`,
  resolved: (n) => `${n} resolved`,
  bracketed: (text) => ` (${text})`,
  colon: ": ",
  page: "page",
  file: "file",
  key: "key",
  rest: (n) => `... ${n} more, not listed in this mail; see the results table.`,
  where: (table) => [
    `Results table: ${table ?? "see the stack's output TableName"}, by the keys (pk, sk) above; items with the same pk whose sk begins with FINDING# are the findings.`,
    "Pages and files are on S3: aws s3 cp <an s3:// address above> . and open the copy in a browser.",
  ],
  nothing: "Nothing new.",
};

export type DigestWords = typeof zh;
export const digestWords = { zh, en };
