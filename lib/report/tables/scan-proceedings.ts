import type { TableBlock } from "../../document/document.ts";
import { parseFigure } from "../parse-figure.ts";
import type { Evidence } from "../report.ts";
import { columnIndexes, rowIndexes } from "./cues.ts";
import type { GridCell } from "./grid-rows.ts";
import { type HeaderColumns, toValue } from "./header-columns.ts";
import { packValues } from "./pack-values.ts";
import type { TableScan, ValueCell } from "./table-scan.ts";

const isBlank = (text: string): boolean => text.trim() === "";
const isValue = ({ kind }: GridCell): boolean => kind !== "words";
const rows = rowIndexes.proceedings.rows;
const outcomes = new Set(columnIndexes.proceedings.values());

/** Whether each group of part four whose five cells are filled has the total of its outcomes. */
function sumsHold(run: readonly ValueCell[]): boolean {
  return [0, 5, 10].every((from) => {
    const [total, ...outcomes] = run
      .slice(from, from + 5)
      .reverse()
      .map(({ text, location }) => parseFigure(text, location).value);
    return (
      total == null || outcomes.includes(null) || outcomes.reduce<number>((sum, value) => sum + value!, 0) === total
    );
  });
}

/** Whether a word is the header's, or names a row. */
const isNamed = ({ word }: GridCell): boolean => word !== null && (word.cue !== null || word.rowIn("proceedings") >= 0);

/** Reads the rows of part four in one table: its fifteen figures in a row, or those of one or two of its kinds below their names. */
export class ProceedingsRows {
  private readonly scan: TableScan;
  private readonly table: TableBlock;
  private readonly headers: HeaderColumns;
  /** Keys of the kinds that the header names since the last figures, in its order. */
  private kinds: string[] = [];
  /** A row of blanks below them: the figures, unless others follow. */
  private blanks: { run: readonly ValueCell[]; evidence: Evidence } | undefined;

  constructor(scan: TableScan, table: TableBlock, headers: HeaderColumns) {
    this.scan = scan;
    this.table = table;
    this.headers = headers;
  }

  /** Takes notice of a cell of the header. */
  addHeader({ word }: GridCell): void {
    const at = word === null ? -1 : word.rowIn("proceedings");
    if (at < 0) return;
    this.finish();
    const { key } = rows[at]!;
    if (!this.kinds.includes(key)) this.kinds.push(key);
  }

  /** Reads a row of figures, or of blanks that stand for them; false where it is none. */
  scanRow(row: readonly GridCell[], evidence: Evidence): boolean {
    return this.scanWhole(row, evidence) || this.scanKinds(row, evidence);
  }

  /** The header or the table ends: blanks below the names of kinds were their figures. */
  finish(): void {
    const { blanks } = this;
    if (blanks === undefined) return;
    this.blanks = undefined;
    this.addKinds(blanks.run, blanks.evidence);
  }

  /** Whether the values of a row are blank and stand where the header names the outcomes, those aside that the row lacks at its end. */
  areOutcomes(values: readonly GridCell[], row: readonly GridCell[]): boolean {
    const cut = this.headers.trailing("proceedings", row).flatMap(({ headers }) => headers ?? []);
    const found = new Set([...values.flatMap((value) => this.headers.above("proceedings", value)), ...cut]);
    return values.every(({ kind }) => kind === "blank") && [...outcomes].every((key) => found.has(key));
  }

  /**
   * The cells of a row that may be `width` figures: those below outcomes if they are as many and no figure stands beside them,
   * else all from the first figure or blank on, words among them that are none (约12) if most are; undefined where a word is
   * the header's.
   */
  private findRun(row: readonly GridCell[], width: number): readonly GridCell[] | undefined {
    if (row.some(isNamed)) return undefined;
    const isBelow = (cell: GridCell): boolean => this.headers.above("proceedings", cell).length > 0;
    const below = row.filter(isBelow);
    const isWhole = below.length === width && !row.some((cell) => cell.kind === "figure" && !isBelow(cell));
    const label = row
      .slice(
        0,
        row.findIndex(({ kind }) => kind === "figure"),
      )
      .findLastIndex((cell) => !isValue(cell));
    const cells = isWhole ? below : row.slice(label + 1);
    return cells.filter(isValue).length * 3 >= cells.length * 2 ? cells : undefined;
  }

  private scanWhole(row: readonly GridCell[], evidence: Evidence): boolean {
    const { scan, table } = this;
    const entries = table.grid === "ruled" ? this.findRun(row, 15) : row.filter(isValue);
    if (entries === undefined) return false;
    const values = entries.map((entry) => toValue(entry));
    const last = row.at(-1)!.cell;
    // Between bars a blank cell at the end of a line may have been lost with its bar.
    const lost = table.columns - (last.column + last.columnSpan);
    for (let blank = 0; blank < lost && values.length < 15; blank++) values.push({ text: "", location: last.location });
    const run = packValues(values, 15);
    if (!run || entries.length * 2 < run.length) return false;
    const filled = run.findLastIndex(({ text }) => !isBlank(text)) + 1;
    const gapless = filled < 15 && run.slice(0, filled).every(({ text }) => !isBlank(text));
    // Parted by spaces only, figures stand together whatever is blank between them: all blanks at the end are believed if the sums hold.
    const printed =
      table.grid === "ruled" || (table.grid === "delimited" && entries.some(({ kind }) => kind === "blank"));
    // A row that lacks cells of a true grid need not lack the last ones.
    const cut = table.grid === "ruled" && values.length > entries.length && filled > 0;
    const certain = !cut && (printed || !gapless || sumsHold(run));
    const known = scan.copies.findLast((copy) => copy.name === "proceedings");
    if (known && known.rows.length > 0 && run.every((value) => isBlank(value.text))) return true;
    rows.forEach((form, index) => {
      scan.addRow("proceedings", form.key, form.label, certain ? run.slice(index * 5, index * 5 + 5) : null, evidence);
    });
    this.kinds = [];
    return true;
  }

  /** Figures below the names of one kind or two: five for each. */
  private scanKinds(row: readonly GridCell[], evidence: Evidence): boolean {
    const { kinds } = this;
    if (kinds.length === 0 || kinds.length === rows.length || this.table.grid !== "ruled") return false;
    const cells = this.findRun(row, kinds.length * 5);
    if (cells === undefined) return false;
    const values = cells.map((entry) => toValue(entry));
    const run = packValues([...values, ...this.headers.trailing("proceedings", row)], kinds.length * 5);
    if (!run) return false;
    if (run.some(({ text }) => !isBlank(text))) {
      this.blanks = undefined;
      this.addKinds(run.some(({ appended }) => appended) ? null : run, evidence);
      return true;
    }
    if (!this.areOutcomes(cells, row)) return false;
    this.blanks ??= { run, evidence };
    return true;
  }

  /** `run` null: which figure is which cannot be told. */
  private addKinds(run: readonly ValueCell[] | null, evidence: Evidence): void {
    this.kinds.forEach((key, index) => {
      const { label } = rows.find((row) => row.key === key)!;
      this.scan.addRow("proceedings", key, label, run?.slice(index * 5, index * 5 + 5) ?? null, evidence);
    });
    this.kinds = [];
  }
}
