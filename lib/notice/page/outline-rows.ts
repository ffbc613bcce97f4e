import type { Form, FormRow, FormTable } from "../../forms/form.ts";

/** A row of part three with the number that the official form prints before it. */
export interface OutlineRow {
  row: FormRow;
  /** 一、 or （一） or 1. */
  number: string;
}

/** Rows that share a label in the form: a top-level row, or the outcomes below 三、本年度办理结果. */
export type Outline =
  | { kind: "row"; row: OutlineRow }
  | {
      kind: "section";
      number: string;
      groups: (
        | { kind: "row"; row: OutlineRow }
        | { kind: "group"; number: string; label: string; rows: OutlineRow[] }
      )[];
    };

const chineseNumbers = "一二三四五六七八九十";
const top = (n: number) => `${chineseNumbers[n]}、`;
const bracketed = (n: number) => `（${chineseNumbers[n]}）`;

/** The keys of the rows that add up to a total, and the total: what the form prints as one section. */
function sectionKeys(form: Form, table: FormTable): ReadonlySet<string> {
  const sum = form.relations.find(
    ({ table: name, per, left, right }) =>
      name === table.name && per === "column" && left.length === 1 && right.length > 2,
  );
  return new Set(sum ? [...sum.left, ...sum.right] : []);
}

/** The rows of part three as the official form numbers and nests them: 一、二、三（一）…（三）1.…四、. */
export function outlineRows(form: Form, table: FormTable): Outline[] {
  const inSection = sectionKeys(form, table);
  const outline: Outline[] = [];
  for (const row of table.blocks.flatMap((block) => block.rows)) {
    const last = outline.at(-1);
    if (!inSection.has(row.key)) {
      outline.push({ kind: "row", row: { row, number: top(outline.length) } });
      continue;
    }
    const section =
      last?.kind === "section" ? last : { kind: "section" as const, number: top(outline.length), groups: [] };
    if (section !== last) outline.push(section);
    const group = section.groups.at(-1);
    if (row.group === undefined) {
      section.groups.push({ kind: "row", row: { row, number: bracketed(section.groups.length) } });
    } else if (group?.kind === "group" && group.label === row.group) {
      group.rows.push({ row, number: `${group.rows.length + 1}.` });
    } else {
      section.groups.push({
        kind: "group",
        number: bracketed(section.groups.length),
        label: row.group,
        rows: [{ row, number: "1." }],
      });
    }
  }
  return outline;
}
