import type { TableName } from "../../forms/form.ts";
import { columnIndexes, remarkHeaders } from "./cues.ts";
import type { GridCell } from "./grid-rows.ts";
import { toLabelKey } from "./match-label.ts";
import type { ValueCell } from "./table-scan.ts";

/** Header texts by column: the grid's own, or the ordinal between bars where merged cells were kept as blank ones. */
export class HeaderColumns {
  private stacks: (string[] | undefined)[] = [];
  /** Of the table asked for last: the column of the form that the header names above each grid column, once it was asked for. */
  private keys: (readonly string[] | undefined)[] = [];
  private named: [column: number, keys: readonly string[]][] | undefined;
  private table: TableName | undefined;
  /** The leftmost column that the header names; see isForeign. */
  private firstNamed: number | undefined;

  clear(): void {
    if (this.stacks.length > 0) this.stacks = [];
    this.forget();
  }

  private forget(): void {
    this.keys = [];
    this.named = undefined;
    this.firstNamed = undefined;
  }

  /** Which column of the form the header names above a grid column; none where it names none. */
  private keysAt(name: TableName, column: number): readonly string[] {
    if (this.table !== name) this.forget();
    this.table = name;
    const known = this.keys[column];
    if (known !== undefined) return known;
    const key = this.findKey(name, column);
    const keys = key === undefined ? none : [key];
    this.keys[column] = keys;
    return keys;
  }

  private findKey(name: TableName, column: number): string | undefined {
    const stack = this.stacks[column];
    if (stack === undefined) return undefined;
    let joined = "";
    for (let depth = 1; depth <= Math.min(3, stack.length); depth++) {
      joined = stack[stack.length - depth]! + joined;
      const whole = toLabelKey(joined);
      const label = name === "proceedings" ? whole.replace(kindOfProceedings, "") : whole;
      const key = columnIndexes[name].get(label) ?? (remarkHeaders.has(label) ? remark : undefined);
      if (key !== undefined) return key;
    }
    return undefined;
  }

  /** Blank cells for the columns that the header names beyond the row's last cell. */
  trailing(name: TableName, row: readonly GridCell[]): ValueCell[] {
    const last = row.at(-1);
    if (!last || last.cell.column + last.cell.columnSpan >= this.stacks.length) return [];
    const end = last.cell.column + last.cell.columnSpan;
    if (this.table !== name) this.forget();
    this.named ??= [...this.stacks.keys()]
      .map((column): [number, readonly string[]] => [column, this.keysAt(name, column)])
      .filter(([, keys]) => keys.length > 0);
    return this.named
      .filter(([column]) => column >= end)
      .map(([, headers]) => {
        return { text: "", location: last.cell.location, headers, ruled: false, continued: false, appended: true };
      });
  }

  add({ cell }: GridCell): void {
    const end = cell.column + Math.min(cell.columnSpan, widestHeader);
    if (cell.column > mostColumns) return;
    for (let column = cell.column; column < end; column++) {
      const stack = this.stacks[column];
      if (stack === undefined) this.stacks[column] = [cell.text];
      else stack.push(cell.text);
    }
    this.forget();
  }

  /** Whether the header names a column that is not the form's above a cell to the right of those that are (同比增减). */
  private isForeign(name: TableName, column: number): boolean {
    this.firstNamed ??= this.stacks.findIndex((_, at) => this.keysAt(name, at).length > 0);
    const last = this.firstNamed >= 0 && column > this.firstNamed ? this.stacks[column]?.at(-1) : undefined;
    return last !== undefined && /\p{Script=Han}/u.test(last) && !groupHeader.test(toLabelKey(last));
  }

  /** As `above`; a column of the header's own that is none of the form's counts as one for remarks. */
  aboveOrRemark(name: TableName, entry: GridCell): readonly string[] {
    const keys = this.above(name, entry);
    const { column, columnSpan } = entry.cell;
    return keys.length === 0 && columnSpan === 1 && this.isForeign(name, column) ? remarks : keys;
  }

  /** The columns of the form that the header names above these grid columns. */
  above(name: TableName, { cell }: GridCell): readonly string[] {
    if (cell.columnSpan === 1) return this.keysAt(name, cell.column);
    const found = new Set<string>();
    const end = cell.column + Math.min(cell.columnSpan, widestHeader);
    for (let column = cell.column; column < end; column++) for (const key of this.keysAt(name, column)) found.add(key);
    return found.size === 0 ? none : [...found];
  }
}

/** Headers of one line name the kind before the outcome (复议后起诉结果维持). */
const kindOfProceedings = /^(?:行政诉讼)?(?:行政复议|未经复议直接起诉|复议后起诉)(?=.)/;
const none: readonly string[] = [];
/** The name of a column that is not the form's. */
const remark = "remark";
const remarks: readonly string[] = [remark];
/** Headers over several columns: a column whose own header is lost stands below them. */
const groupHeader = /申请人|法人|组织|信息内容|行政复议|行政诉讼|起诉|勾稽|钩稽|二十条/;
const widestHeader = 200;
/** No form is wider; what a senseless table names further right is no header of it. */
const mostColumns = 1000;

/** A cell as a value, with the headers above it where they are asked for. All values have the same fields, which keeps them small. */
export function toValue(entry: GridCell, headers?: readonly string[], ruled = false): ValueCell {
  const { text, location } = entry.cell;
  return { text, location, headers, ruled, continued: entry.continued, appended: false };
}
