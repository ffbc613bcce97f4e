import type { FormColumn, FormTable, Relation } from "./form.ts";

/** The outcomes of reconsideration and litigation, in the form's order. */
export const outcomeColumns: readonly FormColumn[] = [
  { key: "upheld", label: "结果维持", aliases: ["维持"], kind: "count" },
  { key: "corrected", label: "结果纠正", aliases: ["纠正"], kind: "count" },
  { key: "otherOutcome", label: "其他结果", aliases: ["其它结果", "其他"], kind: "count" },
  { key: "pending", label: "尚未审结", aliases: ["未审结", "尚未"], kind: "count" },
  { key: "total", label: "总计", aliases: ["合计", "共计"], kind: "count" },
];

/** Part four: one line of fifteen figures on paper, three rows here. */
export const proceedingsTable: FormTable = {
  name: "proceedings",
  part: 4,
  blocks: [
    {
      columns: outcomeColumns,
      rows: [
        { key: "reconsideration", label: "行政复议", short: "行政复议" },
        { key: "litigationDirect", label: "未经复议直接起诉", short: "未经复议直接起诉", group: "行政诉讼" },
        { key: "litigationAfterReconsideration", label: "复议后起诉", short: "复议后起诉", group: "行政诉讼" },
      ],
    },
  ],
};

export const proceedingsRelations: readonly Relation[] = [
  {
    rule: "proceedings/outcome-sum",
    table: "proceedings",
    kind: "equal",
    per: "row",
    left: ["total"],
    right: ["upheld", "corrected", "otherOutcome", "pending"],
  },
];
