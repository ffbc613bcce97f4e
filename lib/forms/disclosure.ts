import type { FormColumn, FormRow, FormTable, Relation } from "./form.ts";

const regulations: FormRow = { key: "regulations", label: "规章", short: "规章" };
const normativeDocuments = (label: string): FormRow => ({
  key: "normativeDocuments",
  label,
  short: label,
  aliases: ["规范性文件", "行政规范性文件"],
  marks: ["规范性文件"],
});
const licensing: FormRow = { key: "licensing", label: "行政许可", short: "行政许可" };
const otherServices: FormRow = {
  key: "otherServices",
  label: "其他对外管理服务事项",
  short: "其他对外管理服务事项",
  marks: ["对外管理服务"],
};
const penalties: FormRow = { key: "penalties", label: "行政处罚", short: "行政处罚" };
const coercion: FormRow = { key: "coercion", label: "行政强制", short: "行政强制" };
const fees: FormRow = {
  key: "fees",
  label: "行政事业性收费",
  short: "行政事业性收费",
  marks: ["事业性收费", "事业型收费"],
};
const procurement: FormRow = {
  key: "procurement",
  label: "政府集中采购",
  short: "政府集中采购",
  marks: ["集中采购"],
};

const count = (key: string, label: string, ...aliases: string[]): FormColumn => ({
  key,
  label,
  aliases,
  kind: "count",
});

const stock: readonly FormColumn[] = [
  count("issued", "本年新制作数量", "新制作数量", "本年制作数量"),
  count("disclosed", "本年新公开数量", "新公开数量", "本年公开数量"),
  count("disclosedTotal", "对外公开总数量", "公开总数量", "对外公开总数"),
];
const items: readonly FormColumn[] = [
  count("previousItems", "上一年项目数量", "上年项目数量", "上一年度项目数量"),
  { key: "change", label: "本年增/减", aliases: ["本年增减", "增减"], kind: "change" },
];
const decisions = count("decisions", "处理决定数量", "本年处理决定数量", "处理决定数");

/** Part two of the 2019 form (国办公开办函〔2019〕60号): five blocks after article 20 of the Regulations. */
export const disclosureTable2019: FormTable = {
  name: "disclosure",
  part: 2,
  blocks: [
    { heading: "第二十条第（一）项", columns: stock, rows: [regulations, normativeDocuments("规范性文件")] },
    { heading: "第二十条第（五）项", columns: [...items, decisions], rows: [licensing, otherServices] },
    { heading: "第二十条第（六）项", columns: [...items, decisions], rows: [penalties, coercion] },
    { heading: "第二十条第（八）项", columns: items, rows: [fees] },
    {
      heading: "第二十条第（九）项",
      columns: [
        count("items", "采购项目数量", "采购项目数"),
        { key: "amount", label: "采购总金额", aliases: ["采购金额"], kind: "amount" },
      ],
      rows: [procurement],
    },
  ],
};

/** Part two of the 2021 form (国办公开办函〔2021〕30号): four blocks. */
export const disclosureTable2021: FormTable = {
  name: "disclosure",
  part: 2,
  blocks: [
    {
      heading: "第二十条第（一）项",
      columns: [
        count("issued", "本年制发件数", "制发件数", "本年制发数"),
        count("repealed", "本年废止件数", "废止件数", "本年废止数"),
        count("inForce", "现行有效件数", "现行有效数", "有效件数"),
      ],
      rows: [regulations, normativeDocuments("行政规范性文件")],
    },
    { heading: "第二十条第（五）项", columns: [{ ...decisions, label: "本年处理决定数量" }], rows: [licensing] },
    {
      heading: "第二十条第（六）项",
      columns: [{ ...decisions, label: "本年处理决定数量" }],
      rows: [penalties, coercion],
    },
    {
      heading: "第二十条第（八）项",
      columns: [
        {
          key: "amount",
          label: "本年收费金额（单位：万元）",
          aliases: ["本年收费金额", "收费金额"],
          kind: "amount",
          unit: "万元",
        },
      ],
      rows: [fees],
    },
  ],
};

const documents = ["regulations", "normativeDocuments"];

export const disclosureRelations2019: readonly Relation[] = [
  {
    rule: "disclosure/in-force",
    table: "disclosure",
    kind: "at-least",
    per: "row",
    rows: documents,
    left: ["disclosedTotal"],
    right: ["disclosed"],
  },
];

export const disclosureRelations2021: readonly Relation[] = [
  {
    rule: "disclosure/in-force",
    table: "disclosure",
    kind: "at-least",
    per: "row",
    rows: documents,
    left: ["inForce"],
    right: ["issued"],
    minus: ["repealed"],
  },
];
