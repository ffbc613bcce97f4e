import { fold } from "../../chinese/fold.ts";
import type { FormColumn, MoneyUnit } from "../../forms/form.ts";
import { isFigureText, moneyUnitIn, parseFigure } from "../parse-figure.ts";
import type { Figure } from "../report.ts";
import { alignColumns } from "./align-values.ts";
import { settleStream } from "./settle-stream.ts";
import type { ScannedRow } from "./table-scan.ts";

/** The unit an amount is printed in, as far as the row, its header or a note says it. */
function amountUnit(row: ScannedRow, notes: readonly string[], official: MoneyUnit | undefined): MoneyUnit | undefined {
  const header = row.headers.findLast(
    (text) => /金额|收费|采购/.test(fold(text)) && moneyUnitIn(bracketed(text)) !== undefined,
  );
  // A header broken over lines says its unit in pieces.
  const joined = row.headers.join("");
  const pieces = header === undefined && /金额|收费/.test(fold(joined)) ? joined : "";
  const units = [row.label, header ?? pieces, ...notes].map((text) => moneyUnitIn(bracketed(text)));
  // A header that was lost said what the form prints; one that is there and says no unit does not.
  const lost = !/金额/.test(bracketed(joined));
  return units.find((unit) => unit !== undefined) ?? (lost ? official : undefined);
}
const bracketed = (text: string): string => fold(text).replace(/[\s:]/g, "");

/** The figures of a row in the form's columns, beside which it may have a subtotal; null where it cannot be known which value stands in which. */
export function readRow(
  row: ScannedRow,
  columns: readonly FormColumn[],
  subtotal: boolean,
  side: "left" | "right" | undefined,
  notes: readonly string[],
): Figure[] | null {
  const width = columns.length + (subtotal ? 1 : 0);
  const values = row.stream ? settleStream(row.stream, width) : row.values;
  const aligned = values && alignColumns(values, columns, subtotal, side);
  if (!aligned) return null;
  return columns.map((column, index) => {
    const cell = aligned[index] ?? { text: "", location: row.evidence.location };
    if (cell.continued && isFigureText(cell.text)) {
      return { value: null, text: cell.text, location: cell.location, state: "unreadable" };
    }
    return parseFigure(
      cell.text,
      cell.location,
      column.kind,
      column.kind === "amount" ? amountUnit(row, notes, column.unit) : undefined,
    );
  });
}
