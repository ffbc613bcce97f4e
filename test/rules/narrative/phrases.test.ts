import { describe, expect, test } from "vitest";
import { claimConflict } from "../../../lib/rules/narrative/claim-conflict.ts";
import { feeStatementMissing } from "../../../lib/rules/narrative/fee-statement-missing.ts";
import { zeroConflict } from "../../../lib/rules/narrative/zero-conflict.ts";
import { templateText } from "../../../lib/rules/structure/template-text.ts";
import type { Rule } from "../../../lib/validator/finding.ts";
import { buildReport } from "../../support/report-builder.ts";

// Rules look only where their words stand: each wording by which one may be found is here once.
const cells = {
  "applications.newlyReceived.total": 12,
  "applications.carriedForward.total": 2,
  "proceedings.reconsideration.corrected": 1,
  "proceedings.reconsideration.total": 2,
  "proceedings.litigationDirect.corrected": 1,
  "proceedings.litigationDirect.total": 2,
};
const found = (rule: Rule, text: string) => [...rule.check(buildReport({ prose: [text], cells }))].length;

const finished = "办结 办理完毕 办理完结 办理结束 处理完毕 办理完成 办复完毕 答复完毕 办毕".split(" ");
const claims = [
  ...finished.map((word) => `收到的政府信息公开申请全部${word}。`),
  ...["均已", "都已", "全部依法"].map((word) => `收到的政府信息公开申请${word}办结。`),
  ...["均已答复。", "全部予以答复。", "办结率100%。", "按时办结率为100%。"].map(
    (end) => `收到的政府信息公开申请${end}`,
  ),
  ...["无结转", "没有结转下年度的申请", "未结转至下一年度", "不存在转结的情况"].map(
    (word) => `政府信息公开申请${word}。`,
  ),
  ...["均获", "全部", "都被", "皆为", "均依法决定"].map((word) => `行政复议2件,${word}维持。`),
  "行政复议维持率100%。",
  ...["零纠错", "无纠正", "未发生纠错", "没有被纠正"].map((word) => `行政复议${word}。`),
  ...["零败诉", "无1件败诉"].map((word) => `行政诉讼${word}。`),
];

test.each(claims)("the claim “%s” is held against the table", (text) => {
  expect(found(claimConflict, text)).toBeGreaterThan(0);
});

test.each([
  ...["未收到", "没有收到", "没收到过", "暂未接到", "无"].map((word) => `全年${word}政府信息公开申请。`),
  ...["未发生", "未产生", "未被提起", "没有发生", "无", "零"].map((word) => `全年${word}行政复议。`),
  ...["未因政府信息公开引发", "没有出现", "无"].map((word) => `全年${word}行政诉讼。`),
])("the denial “%s” is held against the table", (text) => {
  expect(found(zeroConflict, text)).toBeGreaterThan(0);
});

describe("what the blank form leaves behind", () => {
  const fillers = "填写 填入 插入 简述 写明 填报 补充".split(" ");
  const instructions =
    "填表说明 填报说明 填写说明 此处填写 此处插入 在此输入 点击此处输入 点击输入 单击此处 请输入".split(" ");
  const bodies = "单位名称 机关名称 单位全称 机关全称 单位盖章 公章".split(" ");
  test.each([
    ...fillers.map((word) => `(请在此处${word}有关内容)`),
    ...fillers.map((word) => `[${word}数量]`),
    ...instructions,
    ...bodies.map((word) => `（${word}）`),
    ..."XX年 xx县 ××局 **件 X×部门 〇〇月 ○○镇".split(" "),
    ..."收到X件 公开×条 共*次 受理 x 件".split(" ").slice(0, 3),
    ..."此部分以表格形式报告 本部分内容采用表格形式填报".split(" "),
    "___年",
  ])("%s is found", (text) => {
    expect(found(templateText, `前言${text}。`)).toBe(1);
  });
});

test.each("处理费 收费通知 收取 收费 免费 费用 缴费 收任何费 收到任何费 收过任何费".split(" "))(
  "%s in part six is a statement on fees",
  (word) => {
    const report = buildReport({ prose: [[6, `本机关${word}情况。`]], sections: [6] });
    expect([...feeStatementMissing.check(report)]).toEqual([]);
  },
);
