import { relationsOf } from "../../lib/forms/forms.ts";
import type { Report } from "../../lib/report/report.ts";
import type { Finding } from "../../lib/validator/finding.ts";
import { sampleReport } from "./sample-report.ts";

const cellsOf = (rule: string, key: string) => [
  ...relationsOf("2021").find((relation) => relation.rule === rule && relation.subject.key === key)!.cells,
];

/** A report with one wrong total, blanks, a placeholder, an unreadable cell and a wrong percentage, and what is found in it. */
export function brokenSample(): { report: Report; findings: Finding[] } {
  const report = sampleReport({
    cells: {
      "applications.totalHandled.naturalPerson": 39,
      "disclosure.regulations.issued": "/",
      "disclosure.regulations.repealed": "",
      "disclosure.coercion.decisions": "若干",
      "disclosure.licensing.decisions": "1,534",
    },
    prose: [
      [0, "本报告根据《中华人民共和国政府信息公开条例》编制，数据统计期限为2023年1月1日至12月31日。"],
      [
        1,
        "2023年，云岭县人民政府办公室按照全县统一部署，围绕重点工作推进政府信息公开，更新栏目、规范流程，方便企业和群众查阅。",
      ],
      [1, "全年共收到政府信息公开申请45件，上年结转3件，全部依法办理，结转下年度4件。"],
      [1, "从申请方式看，网络申请30件，信函申请12件，当面申请5件，信函申请占23.5%。"],
      [5, "公开内容的解读形式还不够丰富，下一步将增加图解和问答，并每季度检查一次栏目更新。"],
      [6, "无。"],
    ],
  });
  const repair = { cell: "applications.totalHandled.naturalPerson", value: 40 };
  const at = (line: number, text: string) => [{ text, location: { line } }];
  const row = at(61, "（七）总计 | 39 | 6 | 0 | 0 | 0 | 0 | 46");
  const finding = (rule: string, severity: Finding["severity"], message: string, rest: Partial<Finding>): Finding => ({
    rule,
    severity,
    message,
    cells: [],
    expected: null,
    actual: null,
    evidence: [],
    ...rest,
  });
  const findings = [
    finding("structure/cell-unreadable", "error", "行政强制的本年处理决定数量写的是“若干”，不是数字", {
      cells: ["disclosure.coercion.decisions"],
      evidence: at(39, "行政强制 | 若干"),
    }),
    finding("value/placeholder", "warning", "第二部分表格有1个单元格填的是占位符，不是数字", {
      cells: ["disclosure.regulations.issued"],
      evidence: at(30, "规章 | / |  | 0"),
    }),
    finding("structure/cell-missing", "warning", "第二部分表格有1个空白单元格：规章（本年废止件数）", {
      cells: ["disclosure.regulations.repealed"],
      evidence: at(30, "规章 | / |  | 0"),
    }),
    finding("applications/balance", "error", "自然人：新收 41 + 结转 3 ≠ 总计 39 + 结转下年 4", {
      cells: cellsOf("applications/balance", "naturalPerson"),
      expected: 44,
      actual: 43,
      evidence: row,
      repair,
    }),
    finding("applications/outcome-sum", "error", "自然人：办理结果各项之和为40，总计填的是39", {
      cells: cellsOf("applications/outcome-sum", "naturalPerson"),
      expected: 39,
      actual: 40,
      evidence: row,
      repair,
    }),
    finding("applications/applicant-sum", "error", "办理结果总计：六类申请人之和为45，总计填的是46", {
      cells: cellsOf("applications/applicant-sum", "totalHandled"),
      expected: 46,
      actual: 45,
      evidence: row,
      repair,
    }),
    finding("narrative/table-mismatch", "warning", "文中说收到申请45件，表中本年新收总计为47件", {
      cells: ["applications.newlyReceived.total"],
      expected: 47,
      actual: 45,
      evidence: at(11, "全年共收到政府信息公开申请45件"),
    }),
    finding("narrative/percentage", "warning", "12÷47=25.5%，文中写作23.5%", {
      expected: 25.5,
      actual: 23.5,
      evidence: at(14, "信函申请12件，当面申请5件，信函申请占23.5%"),
    }),
    finding("narrative/fee-statement-missing", "warning", "第六部分没有说明信息处理费的收取情况", {
      evidence: at(20, "无。"),
    }),
    finding("structure/row-unknown", "info", "表中有一行不属于规定格式，未计入：其他主动公开文件", {
      evidence: at(33, "其他主动公开文件 | 58 | 23"),
    }),
  ];
  return { report, findings };
}
