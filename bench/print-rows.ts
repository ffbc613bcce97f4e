import { keepsReach, type Row } from "./row.ts";

const digits = (value: number): string =>
  value >= 1000 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

function judged({ kind, value, low, high, unit }: Row): string {
  const spread = low === undefined || high === undefined ? "" : ` (${digits(low)}–${digits(high)})`;
  if (kind === "ratio") return `${digits(value)} ×${spread}`;
  if (kind === "share") return `${(100 * value).toFixed(0)} %`;
  return `${digits(value)}${kind === "exponent" ? "" : ` ${unit}`}`;
}

function reachOf({ reach, kind, unit }: Row): string {
  if (reach === null) return "";
  const mark = reach.atLeast ? "≥" : "≤";
  if (kind === "ratio") return `${mark} ${reach.limit} ×`;
  if (kind === "share") return `${mark} ${100 * reach.limit} %`;
  return `${mark} ${reach.limit}${kind === "exponent" ? "" : ` ${unit}`}`;
}

/** How far a figure moved from the committed one; where it tells anything beyond noise. */
function drift(row: Row, before: Row | undefined): string {
  if (!before || before.value === 0) return "";
  const change = row.value / before.value - 1;
  return `${change >= 0 ? "+" : "−"}${Math.abs(100 * change).toFixed(0)} %`;
}

/** Lines of a table for the terminal: what, against, both figures, the ratio with its spread, its reach, and the drift. */
export function toLines(rows: readonly Row[], committed: readonly Row[]): string[] {
  const cells = rows.map((row) => {
    const kept = keepsReach(row);
    const anchor = row.anchor === null ? "" : digits(row.anchor);
    const before = committed.find(({ id }) => id === row.id);
    const mark = kept === null ? " " : kept ? "✓" : "✗";
    return [
      mark,
      row.what,
      row.against,
      anchor,
      digits(row.ours),
      row.unit,
      judged(row),
      reachOf(row),
      drift(row, before),
    ];
  });
  const all = [["", "what", "against", "anchor", "ours", "", "result", "reach", "drift"], ...cells];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((line) => line[column]!.length)));
  return all.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join("  ")
      .trimEnd(),
  );
}
