import type { Place } from "../../document/document.ts";
import { form2019, form2021 } from "../../forms/forms.ts";
import type { TableName } from "../../forms/form.ts";
import { isFigureText } from "../parse-figure.ts";
import type { Evidence } from "../report.ts";
import { cueOf, rowIndexes } from "./cues.ts";
import { matchLabel, toLabelKey } from "./match-label.ts";
import type { TableScan, ValueCell } from "./table-scan.ts";

/** One cell or line of a table printed one cell a line; `gap`: blank lines or cells before it. */
export interface StreamToken {
  text: string;
  location: Place;
  gap: number;
}

/** How many figures a row may have, over all forms. */
const rowWidths: Record<TableName, ReadonlyMap<string, ReadonlySet<number>>> = { disclosure: new Map(), applications: new Map(), proceedings: new Map() };
for (const form of [form2019, form2021]) {
  for (const table of form.tables) {
    const widths = rowWidths[table.name] as Map<string, Set<number>>;
    for (const block of table.blocks) {
      for (const row of block.rows) widths.set(row.key, (widths.get(row.key) ?? new Set()).add(block.columns.length));
    }
  }
}
const proceedingsWidth = 15;
/** Labels that the header has as well: alone they are no row. */
const blankHeaders = new Set(["other", "otherMiscellaneous", "totalHandled"]);
/** Labels broken over lines are joined from at most this many lines. */
const longestBuffer = 60;
const longestToken = 90;

interface OpenRow {
  table: TableName;
  key: string;
  label: string;
  evidence: Evidence;
  figures: StreamToken[];
}

/** Reads rows out of a sequence of cells whose grid is lost: a label, its figures, the next label. */
export class StreamScan {
  private buffer: StreamToken[] = [];
  private row: OpenRow | undefined;
  private readonly scan: TableScan;

  constructor(scan: TableScan) {
    this.scan = scan;
  }

  /** Takes the next token; answers whether it belongs to a table. */
  push(token: StreamToken): boolean {
    if (token.text.length > longestToken * 2) {
      this.flush();
      return false;
    }
    return isFigureText(token.text) ? this.pushFigure(token) : this.pushText(token);
  }

  /** Ends the row that is open, at a heading, a paragraph or the end of the text. */
  flush(trailingGap = 0): void {
    if (this.row) this.closeRow(trailingGap);
    else this.closeBlankRow();
    this.buffer = [];
  }

  private pushFigure(token: StreamToken): boolean {
    if (!this.row) {
      const opened = this.openRow(token);
      if (!opened) return false;
      this.row = opened;
      this.buffer = [];
    }
    this.row.figures.push(token);
    return true;
  }

  private pushText(token: StreamToken): boolean {
    if (this.row) this.closeRow(token.gap);
    else if (this.buffer.length > 0 && (cueOf(token.text) || this.matches(token.text) >= 0)) this.closeBlankRow();
    const cue = cueOf(token.text);
    if (cue) {
      const starts = cue.kind === "block" || toLabelKey(token.text) === "信息内容";
      this.scan.addHeader(cue.table, token.text, { text: token.text, location: token.location }, starts);
      if (starts) this.buffer = [];
    } else if (this.scan.current === "disclosure" && this.matches(token.text) < 0) {
      this.scan.addHeader("disclosure", token.text, { text: token.text, location: token.location }, false);
    }
    this.buffer.push(token);
    if (this.buffer.length > longestBuffer) this.buffer.shift();
    return this.scan.current !== undefined;
  }

  private matches(text: string): number {
    return this.scan.current ? matchLabel(rowIndexes[this.scan.current], text) : -1;
  }

  /** The row whose label the buffered lines spell: the last line alone, else the last lines joined. */
  private openRow(figure: StreamToken): OpenRow | undefined {
    const current = this.scan.current;
    if (current === "proceedings") return this.openProceedings(figure);
    for (const table of current ? [current] : (["applications", "disclosure"] as const)) {
      let joined = "";
      for (let count = 1; count <= this.buffer.length; count++) {
        const first = this.buffer[this.buffer.length - count]!;
        joined = first.text + joined;
        if (joined.length > longestToken) break;
        const found = matchLabel(rowIndexes[table], joined);
        if (found < 0) continue;
        const key = rowIndexes[table].rows[found]!.key;
        if (!current && (key === "otherMiscellaneous" || key === "totalHandled")) continue;
        const label = joined;
        return { table, key, label, evidence: { text: `${label} ${figure.text}`, location: first.location }, figures: [] };
      }
    }
    return undefined;
  }

  private openProceedings(figure: StreamToken): OpenRow {
    const label = this.buffer.at(-1);
    const found = label ? matchLabel(rowIndexes.proceedings, label.text) : -1;
    const key = found >= 0 && this.buffer.length === 1 ? rowIndexes.proceedings.rows[found]!.key : "";
    return {
      table: "proceedings",
      key,
      label: label?.text ?? "",
      evidence: { text: figure.text, location: figure.location },
      figures: [],
    };
  }

  private closeRow(trailingGap: number): void {
    const row = this.row!;
    this.row = undefined;
    this.buffer = [];
    const { table, key, label, figures } = row;
    const evidence = { ...row.evidence, text: `${label} ${figures.map((figure) => figure.text).join(" ")}`.trim().slice(0, 300) };
    if (table === "proceedings" && key === "") {
      const values = settle(figures, new Set([proceedingsWidth]), trailingGap);
      rowIndexes.proceedings.rows.forEach((form, index) => {
        this.scan.addRow(table, form.key, form.label, values?.slice(index * 5, index * 5 + 5) ?? null, evidence);
      });
      return;
    }
    this.scan.addRow(table, key, label, settle(figures, rowWidths[table].get(key)!, trailingGap), evidence);
  }

  /** A label of the form with nothing after it is a row of blanks. */
  private closeBlankRow(): void {
    const last = this.buffer.at(-1);
    const table = this.scan.current;
    if (!last || !table || table === "proceedings") return;
    const found = matchLabel(rowIndexes[table], last.text);
    if (found < 0) return;
    const row = rowIndexes[table].rows[found]!;
    if (toLabelKey(last.text) !== toLabelKey(row.label) || blankHeaders.has(row.key)) return;
    this.scan.addRow(table, row.key, last.text, [], { text: last.text, location: last.location });
    this.buffer = [];
  }
}

/** Puts figures and the blanks between them into a row; null where it cannot be known which cell is blank. */
function settle(figures: readonly StreamToken[], widths: ReadonlySet<number>, trailingGap: number): ValueCell[] | null {
  if (widths.has(figures.length)) return figures.map(({ text, location }) => ({ text, location }));
  const spread = (tail: number): ValueCell[] => [
    ...figures.flatMap(({ text, location, gap }) => [
      ...Array.from({ length: Math.min(gap, proceedingsWidth) }, () => ({ text: "", location })),
      { text, location },
    ]),
    ...Array.from({ length: Math.min(tail, proceedingsWidth) }, () => ({ text: "", location: figures[0]!.location })),
  ];
  for (const tail of [0, trailingGap]) {
    const values = spread(tail);
    if (values.length > figures.length && widths.has(values.length)) return values;
  }
  return null;
}
