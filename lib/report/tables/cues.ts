import { applicantColumns } from "../../forms/applications.ts";
import { disclosureTable2019, disclosureTable2021 } from "../../forms/disclosure.ts";
import type { FormColumn, FormRow, TableName } from "../../forms/form.ts";
import { form2019, form2021 } from "../../forms/forms.ts";
import { outcomeColumns, proceedingsTable } from "../../forms/proceedings.ts";
import { rememberTexts } from "../remember-texts.ts";
import { indexRows, type RowIndex, toLabelKey } from "./match-label.ts";

/** Rows of both forms in one order, so that a table is read before it is known which form it follows. */
function unionRows(name: TableName): FormRow[] {
  const rows = new Map<string, FormRow>();
  for (const form of [form2019, form2021]) {
    const table = form.tables.find((candidate) => candidate.name === name)!;
    for (const row of table.blocks.flatMap((block) => block.rows)) if (!rows.has(row.key)) rows.set(row.key, row);
  }
  const order = [...rows.values()];
  const closing = order.filter((row) => row.key === "totalHandled" || row.key === "carriedForward");
  return [...order.filter((row) => !closing.includes(row)), ...closing];
}

export const rowIndexes: Record<TableName, RowIndex> = {
  disclosure: indexRows(unionRows("disclosure")),
  applications: indexRows(unionRows("applications")),
  proceedings: indexRows(proceedingsTable.blocks[0]!.rows),
};

const disclosureColumns: readonly FormColumn[] = [disclosureTable2019, disclosureTable2021].flatMap((table) =>
  table.blocks.flatMap((block) => block.columns),
);

/** Which column a header cell names, by its label; undefined where it names none. */
export type ColumnIndex = ReadonlyMap<string, string>;

function indexColumns(columns: readonly FormColumn[]): ColumnIndex {
  const index = new Map<string, string>();
  for (const column of columns) {
    for (const label of [column.label, ...(column.aliases ?? [])]) {
      const key = toLabelKey(label);
      if (!index.has(key)) index.set(key, column.key);
    }
  }
  return index;
}

/** Headers of columns for words that some reports add beside the figures: what stands below is no figure of the form. */
export const remarkHeaders: ReadonlySet<string> = new Set(["备注", "说明", "备注说明", "单位", "计量单位"]);

export const columnIndexes: Record<TableName, ColumnIndex> = {
  disclosure: indexColumns(disclosureColumns),
  // A column that some reports add; a figure under it is none of the form's, and none out of place.
  applications: new Map([...indexColumns(applicantColumns), ["小计", "subtotal"]]),
  proceedings: indexColumns(outcomeColumns),
};

/** What a cell or short line announces: a table's header, or the heading of a block of part two. */
export interface Cue {
  table: TableName;
  kind: "block" | "header";
}

const blockHeading = /^第?二十条.{0,10}$/;
const applicationsWords =
  /申请人情况|^自然人$|商业企业|科研机构|社会公益组织|法律服务机构|法人或其他组织|[勾钩]稽关系|第一项加第二项/;
const proceedingsWords =
  /^(?:行政复议|行政诉讼|未经复议(?:直接)?起?诉?|复议后起诉|(?:.{0,12}(?:复议|起诉|诉讼))?(?:结果维持|结果纠正|其[他它]结果|尚未审结))$/;
const disclosureHeaders =
  /^信息内容$|新制作数量|新公开数量|对外公开总数|制发件数|废止件数|现行有效件数|上一年项目数|本年增减|处理决定数量|采购项目数|采购总金额|收费金额/;
const headerLimit = 80;

function findCue(text: string): Cue | null {
  const key = toLabelKey(text);
  if (key.length === 0 || key.length > headerLimit) return null;
  if (blockHeading.test(key)) return { table: "disclosure", kind: "block" };
  if (disclosureHeaders.test(key)) return { table: "disclosure", kind: "header" };
  if (proceedingsWords.test(key)) return { table: "proceedings", kind: "header" };
  if (applicationsWords.test(key)) return { table: "applications", kind: "header" };
  return null;
}

const knownCue = rememberTexts(findCue, headerLimit * 3);

/** The cue in a cell's or line's text, or null. */
export function cueOf(text: string): Cue | null {
  return text.length > headerLimit * 3 ? null : knownCue(text);
}
