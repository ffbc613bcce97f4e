import type { FormColumn } from "../../forms/form.ts";
import { parseFigure } from "../parse-figure.ts";
import { isBlank, packValues } from "./pack-values.ts";
import type { ScannedRow, ValueCell } from "./table-scan.ts";

/** One value under each column's header, in the form's order: most rows of most tables. */
function standsInOrder(values: readonly ValueCell[], columns: readonly FormColumn[]): boolean {
  if (values.length !== columns.length) return false;
  return values.every(({ headers }, at) => headers?.length === 1 && headers[0] === columns[at]!.key);
}

/** The values under each column's header; null unless every column has its header and every figure stands under one. */
function alignByHeader(values: readonly ValueCell[], columns: readonly FormColumn[]): readonly ValueCell[] | null {
  if (standsInOrder(values, columns)) return values;
  for (const { headers, text } of values) if (headers?.length === 0 && text !== "" && text.trim() !== "") return null;
  const aligned: ValueCell[] = [];
  for (const { key } of columns) {
    let found: ValueCell | undefined;
    for (const value of values) {
      if (value.headers?.length !== 1 || value.headers[0] !== key) continue;
      // A merged cell that was repeated in every column it covers says the same each time.
      if (found !== undefined && found.text !== value.text) return null;
      found ??= value;
    }
    if (found === undefined) return null;
    aligned.push(found);
  }
  const keys = new Set(columns.map((column) => column.key));
  const isShared = ({ headers, text }: ValueCell) =>
    (headers?.length ?? 0) > 1 && headers!.filter((key) => keys.has(key)).length > 1 && text.trim() !== "";
  return values.some(isShared) ? null : aligned;
}

/**
 * Whether as many values as columns are not the columns' values: blank cells of the label come first, and figures stand under
 * other headers than their order says (columns at the end were cut off).
 */
function isShifted(values: readonly ValueCell[], columns: readonly FormColumn[]): boolean {
  const [first] = values;
  if (!first?.ruled || first.text.trim() !== "" || first.headers?.length !== 0) return false;
  return values.some(({ text, headers }, at) => {
    return text.trim() !== "" && headers?.length === 1 && headers[0] !== columns[at]!.key;
  });
}

/**
 * Whether a row of a true grid has fewer cells than its header names, and figures: the cell that is lost need not have been the
 * last one (sites strip blank cells, wherever they stand), and all behind it would be shifted.
 */
const isCutShort = (values: readonly ValueCell[]): boolean =>
  values.some(({ appended }) => appended) && values.some(({ ruled, text }) => ruled && text.trim() !== "");

/** Whether a row of a true grid goes on beyond its header, and its figures do not add up: a cell of it may stand twice. */
const isOverlong = (values: readonly ValueCell[], aligned: readonly ValueCell[]): boolean => {
  const last = values.at(-1);
  return last?.ruled === true && last.headers?.length === 0 && aligned.length > 3 && addsUp(aligned) === false;
};

/** Whether a header that lost some of its names puts a row's figures into other columns than their order does; see trustOrder. */
function contradicts(own: readonly ValueCell[], columns: readonly FormColumn[]): boolean {
  const moved = own.some(({ ruled, headers }, at) => {
    if (!ruled || headers?.length !== 1 || headers[0] === columns[at]!.key) return false;
    return columns.some(({ key }) => key === headers[0]);
  });
  return moved && own.some(({ text }) => text !== own[0]!.text);
}

/** Whether a row of a true grid has a figure more than its header, which names all columns: one of them is none of the form's. */
function isTooLong(own: readonly ValueCell[], columns: readonly FormColumn[]): boolean {
  if (own.length <= columns.length || !own.every(({ ruled }) => ruled)) return false;
  const last = own.findLast(({ text }) => text.trim() !== "");
  if (last?.headers?.length !== 0) return false;
  return columns.every(({ key }) => own.some(({ headers }) => headers?.length === 1 && headers[0] === key));
}

/** Which value stands in which column: by header where the headers name every column, else by position; null when neither decides. */
export function alignColumns(
  values: readonly ValueCell[],
  columns: readonly FormColumn[],
  subtotal: boolean,
  side: "left" | "right" | undefined,
): readonly ValueCell[] | null {
  const byHeader = alignByHeader(values, columns);
  if (byHeader) return isCutShort(values) || isOverlong(values, byHeader) ? null : byHeader;
  const own = ownValues(values);
  if (isTooLong(own, columns)) return null;
  if (subtotal) {
    const wide = packValues(own, columns.length + 1, side);
    return wide ? [...wide.slice(0, -2), wide.at(-1)!] : null;
  }
  if (own.length === columns.length) return isShifted(own, columns) || contradicts(own, columns) ? null : own;
  if (own.every((value) => value.text.trim() === "")) {
    const location = own[0]?.location;
    return location ? columns.map(() => ({ text: "", location })) : [];
  }
  if (columns.length === 1 && own.every((value) => value.text === own[0]!.text)) return own.slice(0, 1);
  return packValues(own, columns.length, side) ?? null;
}

/** The values that stand in the row itself. */
const ownValues = (values: readonly ValueCell[]): readonly ValueCell[] =>
  values.some(({ appended }) => appended) ? values.filter(({ appended }) => !appended) : values;

/**
 * On which side of the figures this table's values stand beside the blank ones that merged cells left, as far as its rows prove
 * one side only. `widths`: how many values each row has in the form; `told`: the side that its header tells, where no row proves
 * any.
 */
export function packingSide(
  rows: readonly ScannedRow[],
  widths: readonly number[],
  told?: "left" | "right",
): "left" | "right" | undefined {
  let left = false;
  let right = false;
  for (let at = 0; at < rows.length; at++) {
    const { values } = rows[at]!;
    const width = widths[at]!;
    if (!values || values.length <= width) continue;
    const own = ownValues(values);
    if (own.length <= width) continue;
    const fitsLeft = isBlank(own, width, own.length);
    const fitsRight = isBlank(own, 0, own.length - width);
    left ||= fitsLeft && !fitsRight;
    right ||= fitsRight && !fitsLeft;
  }
  if (!left && !right) return told;
  return left === right ? undefined : left ? "left" : "right";
}

/** Whether the figures add up to the last of them, blanks being of any count; undefined where that cannot be told, or proves nothing. */
function addsUp(values: readonly ValueCell[]): boolean | undefined {
  const numbers = values.map(({ text, location }) => parseFigure(text, location).value);
  const total = numbers.at(-1);
  if (total == null || total === 0) return undefined;
  const sum = numbers.slice(0, -1).reduce<number>((known, value) => known + (value ?? 0), 0);
  if (sum === total) return true;
  return sum > total || !numbers.includes(null) ? false : undefined;
}

/** In so many rows the figures must add up in the form's order alone. */
const leastProofs = 2;

/**
 * Takes the headers from rows that have as many cells as the form has columns where the header names them in another order and
 * the figures add up in the form's only (a header whose spans are wrong, or that lost a cell).
 */
function trustOrder(
  rows: readonly ScannedRow[],
  columns: readonly FormColumn[],
  widths: readonly number[],
): readonly ScannedRow[] {
  // Only rows of a true grid are counted.
  if (!rows.some(({ values }) => values?.some(({ ruled }) => ruled))) return rows;
  if (rows.every(({ values }) => !values || standsInOrder(values, columns))) return rows;
  const fulls = rows.map(({ values }, at) => {
    const own = values ? ownValues(values) : [];
    return own.length > 0 && own.length === widths[at] && own.every(({ ruled }) => ruled) ? own : undefined;
  });
  let inOrder = 0;
  let against = 0;
  let byHeader = 0;
  rows.forEach(({ values }, at) => {
    const own = fulls[at];
    if (own === undefined) return;
    // A subtotal stands before the total.
    const sound = addsUp(own.length > columns.length ? own.toSpliced(-2, 1) : own);
    if (sound === true) inOrder++;
    else if (sound === false) against++;
    const aligned = alignByHeader(values!, columns);
    if (aligned !== null && addsUp(aligned)) byHeader++;
  });
  if (inOrder < leastProofs || inOrder <= against || inOrder <= byHeader) return rows;
  const bare = ({ headers: _, ...value }: ValueCell): ValueCell => value;
  return rows.map((row, at) => (fulls[at] ? { ...row, values: fulls[at].map(bare) } : row));
}

/**
 * Leaves out columns in which no row of a table holds anything (the space between two tables set side by side, spacers), as
 * far as just so many are left over. `widths`: how many values each row has in the form.
 */
export function dropSpacers(
  scanned: readonly ScannedRow[],
  columns: readonly FormColumn[],
  widths: readonly number[],
): readonly ScannedRow[] {
  const rows = trustOrder(scanned, columns, widths);
  if (!rows.some(({ values }, at) => values && values.length > widths[at]!)) return rows;
  // Where a header names the columns of some rows, blank ones are named, or known to be none.
  if (rows.some(({ values }) => values && alignByHeader(values, columns))) return rows;
  const owns = rows.map(({ values }) => (values ? ownValues(values) : []));
  const filled = new Map<number, Set<number>>();
  for (const values of owns) {
    const places = filled.get(values.length) ?? new Set();
    filled.set(values.length, places);
    for (let at = 0; at < values.length; at++) if (values[at]!.text.trim() !== "") places.add(at);
  }
  return rows.map((row, at) => {
    const values = owns[at]!;
    const width = widths[at]!;
    const places = filled.get(values.length)!;
    if (values.length <= width || places.size !== width) return row;
    return { ...row, values: values.filter((_, place) => places.has(place)) };
  });
}
