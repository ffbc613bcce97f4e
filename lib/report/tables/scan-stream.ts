import { applicantColumns } from "../../forms/applications.ts";
import type { TableName } from "../../forms/form.ts";
import { isFigureText } from "../parse-figure.ts";
import type { Evidence } from "../report.ts";
import { cueOf, rowIndexes } from "./cues.ts";
import { matchLabel, toLabelKey } from "./match-label.ts";
import { type StreamFacts, type StreamRow, type StreamToken, settleStream } from "./settle-stream.ts";
import { isSubtotal } from "./subtotals.ts";
import type { TableScan } from "./table-scan.ts";
import { wordOf } from "./word.ts";

export type { StreamToken } from "./settle-stream.ts";

const proceedingsWidth = 15;
/** Labels that the header has as well: alone they are no row. */
const blankHeaders = new Set(["other", "otherMiscellaneous", "totalHandled"]);
/** Labels broken over lines are joined from at most this many lines. */
const longestBuffer = 60;
/** More blank lines than this after a label are its row's blank cells. */
const blankRowGap = 2;
const longestToken = 90;
/** The beginning of a label that is numbered. */
const numbered = /^(?:[（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[.．、])/;
/** What stands alone after the number of a list is no figure's neighbour: the characters of a label, one a line. */
const afterNumber = /^[.．、)）]$/;
/** Three words side by side. */
const words = /^\S{2,8}(?:\s+\S{2,8}){2,8}$/;
/** So many gaps between header cells tell what parts cells. */
const mostGaps = 60;

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
  private readonly facts: StreamFacts = {
    minGap: Number.POSITIVE_INFINITY,
    headerGaps: [],
    leadingPads: false,
    minTrailing: Number.POSITIVE_INFINITY,
    sideBySide: false,
  };
  /** The table that the part's heading announces; its own words may be too broken to be known. */
  private expected: TableName | undefined;
  /** The block of part two whose cells stand in another order than rows: what follows a label is not its row's. */
  private disorderedBlock = false;
  /** Tables whose cells do, as far as the next part. */
  private readonly disordered = new Set<TableName>();
  /** The text above the last of these: what stands below them goes on with no label above. */
  private beforeLoose: StreamToken | undefined;
  /** Figures one after the other that follow no label. */
  private loose = 0;

  constructor(scan: TableScan) {
    this.scan = scan;
  }

  /** A part's heading: which table must follow, if any. */
  expect(table: TableName | undefined): void {
    this.expected = table;
    this.disorderedBlock = false;
    this.disordered.clear();
    this.loose = 0;
  }

  /** Takes the next token; answers whether it belongs to a table. */
  push(token: StreamToken): boolean {
    this.facts.minGap = Math.min(this.facts.minGap, token.gap);
    if (token.text.length > longestToken * 2) {
      this.flush();
      return false;
    }
    return isFigureText(token.text) ? this.pushFigure(token) : this.pushText(token);
  }

  /** Ends the row that is open, at a heading, a paragraph or the end of the text. */
  flush(trailingGap = 0): void {
    if (this.row) this.closeRow(trailingGap);
    else this.closeBlankRow(trailingGap);
    this.buffer = [];
  }

  private pushFigure(token: StreamToken): boolean {
    if (!this.row) {
      const opened = this.openRow(token);
      if (!opened) return this.noteLoose();
      this.row = opened;
      this.buffer = [];
    }
    this.row.figures.push(token);
    return true;
  }

  /**
   * Notes a figure that follows no label: nearly a row of them above the first row, or two after a header or a group's label
   * below it (in part two one after a header), show that the cells of this table do not stand in the order of its rows.
   */
  private noteLoose(): false {
    const { current } = this.scan;
    const last = this.buffer.at(-1);
    this.beforeLoose = last;
    const word = last ? wordOf(last.text) : undefined;
    if (current === "disclosure" && word?.cue) this.distrust(current);
    if (current !== "applications") return false;
    // The figures of a row that the form does not have follow its label.
    const unknown = word !== undefined && !word.cue && !word.isGroup;
    const least = this.scan.hasRows(current) ? 2 : applicantColumns.length - 2;
    if ((unknown && this.scan.hasRows(current)) || ++this.loose < least) return false;
    this.distrust(current);
    return false;
  }

  private distrust(table: TableName): void {
    this.disordered.add(table);
    this.scan.distrust(table);
  }

  /** Adds a row; one that stands above another in the form, but below it here, shows that cells are out of order. */
  private addRow(
    { table, key, label }: Pick<OpenRow, "table" | "key" | "label">,
    row: StreamRow | [],
    evidence: Evidence,
  ): void {
    if (this.scan.isBehind(table, key)) this.distrust(table);
    const isLost = this.disordered.has(table) || (table === "disclosure" && this.disorderedBlock);
    this.scan.addRow(table, key, label, isLost ? null : row, evidence);
  }

  private pushText(token: StreamToken): boolean {
    this.loose = 0;
    const number = afterNumber.test(token.text) ? this.takeNumber() : undefined;
    if (this.row) this.closeRow(number?.gap ?? token.gap);
    else if (
      this.buffer.length > 0 &&
      (cueOf(token.text) || this.matches(token.text) >= 0 || token.gap > blankRowGap)
    ) {
      this.closeBlankRow(token.gap);
    }
    if (number) this.buffer = [number];
    const cue = cueOf(token.text);
    if (this.scan.current && words.test(token.text)) this.facts.sideBySide = true;
    if (cue) {
      const starts = cue.kind === "block" || toLabelKey(token.text) === "信息内容";
      this.scan.addHeader(cue.table, token.text, { text: token.text, location: token.location }, starts);
      if (starts) this.buffer = [];
      if (starts) this.disorderedBlock = false;
      if (cue.kind === "header" && this.facts.headerGaps.length < mostGaps) this.facts.headerGaps.push(token.gap);
    } else if (this.scan.current === "disclosure" && this.matches(token.text) < 0) {
      this.scan.addHeader("disclosure", token.text, { text: token.text, location: token.location }, false);
    } else if (this.scan.current === "applications" && this.endsWithSubtotal(token.text)) {
      this.scan.addHeader("applications", "小计", { text: token.text, location: token.location }, false);
    }
    this.buffer.push(token);
    if (this.buffer.length > longestBuffer) this.buffer.shift();
    return this.scan.current !== undefined;
  }

  /** Takes back the last figure of the open row, which is the number of the next label. */
  private takeNumber(): StreamToken | undefined {
    const { row } = this;
    const number = row?.figures.pop();
    if (row?.figures.length === 0) {
      this.row = undefined;
      this.addRow(row, [], row.evidence);
    }
    return number;
  }

  private endsWithSubtotal(text: string): boolean {
    return toLabelKey((this.buffer.at(-1)?.text ?? "") + text).endsWith("小计");
  }

  private matches(text: string): number {
    return this.scan.current ? matchLabel(rowIndexes[this.scan.current], text) : -1;
  }

  /** The row whose label the buffered lines spell: the last line alone, else the last lines joined. */
  private openRow(figure: StreamToken): OpenRow | undefined {
    const current = this.scan.current;
    if ((current ?? this.expected) === "proceedings" || this.headsProceedings()) return this.openProceedings(figure);
    if (!current && !this.scan.guesses) return undefined;
    // Put together once for both tables: what is asked of so many texts is the same texts.
    const joins: string[] = [""];
    for (const table of current ? [current] : (["applications", "disclosure"] as const)) {
      for (let count = 1; count <= this.buffer.length; count++) {
        const first = this.buffer[this.buffer.length - count]!;
        if (first === this.beforeLoose) break;
        // A header between a label and figures: they are not the label's.
        if (table === "applications" ? wordOf(first.text).cue : cueOf(first.text)?.kind === "header") break;
        const joined = joins[count] ?? first.text + joins[count - 1]!;
        joins[count] = joined;
        if (joined.length > longestToken) break;
        const found = matchLabel(rowIndexes[table], joined);
        if (found < 0) {
          // What stands above the number of a list is another row's label.
          if (!numbered.test(first.text)) continue;
          this.noteSkipped(table, this.buffer[this.buffer.length - count - 1]);
          break;
        }
        // Figures stood in the midst of this label: they were its own.
        const above = this.buffer[this.buffer.length - count - 1];
        if (above !== undefined && above === this.beforeLoose && !numbered.test(first.text)) break;
        const key = rowIndexes[table].rows[found]!.key;
        if (table === "applications" && blankHeaders.has(key) && this.headsColumns(count)) continue;
        const label = joined;
        return {
          table,
          key,
          label,
          evidence: { text: `${label} ${figure.text}`, location: first.location },
          figures: [],
        };
      }
    }
    return undefined;
  }

  /** Notes a label that stood above another one without figures: its row may be out of order. */
  private noteSkipped(table: TableName, skipped: StreamToken | undefined): void {
    const key = skipped && rowIndexes[table].rows[matchLabel(rowIndexes[table], skipped.text)]?.key;
    if (key !== undefined && this.scan.isBehind(table, key)) this.distrust(table);
  }

  /** Whether the last lines head a column: above the first row, and below other headers. */
  private headsColumns(count: number): boolean {
    if (!this.scan.hasRows("applications")) return true;
    return this.buffer.slice(0, -count).some(({ text }) => cueOf(text)?.kind === "header");
  }

  /** Whether the lines just read are the end of part four's header, in however many pieces. */
  private headsProceedings(): boolean {
    const last = this.buffer.at(-1)?.text ?? "";
    if (!/[计計]/.test(last)) return false;
    return /审结总计$/.test(
      toLabelKey(
        this.buffer
          .slice(-8)
          .map((token) => token.text)
          .join(""),
      ),
    );
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
    this.facts.minTrailing = Math.min(this.facts.minTrailing, trailingGap);
    this.row = undefined;
    this.buffer = [];
    const { table, label, figures } = row;
    const evidence = {
      ...row.evidence,
      text: `${label} ${figures.map((figure) => figure.text).join(" ")}`.trim().slice(0, 300),
    };
    if (table === "proceedings") {
      this.closeProceedings(row, trailingGap, evidence);
      return;
    }
    this.noteWidth(table, figures);
    this.noteHeaders(table, figures.length);
    this.addRow(row, { figures, trailing: trailingGap, facts: this.facts }, evidence);
  }

  /** Above a row of part two stand the names of its columns, after 信息内容; where fewer do, the cells are out of order. */
  private noteHeaders(table: TableName, columns: number): void {
    if (table !== "disclosure") return;
    const names = this.scan.countHeaders("信息内容") ?? (this.scan.countHeaders() || columns);
    if (names < columns) this.disorderedBlock = true;
  }

  /** A row with all its figures shows whether merged cells leave blank ones before the first. */
  private noteWidth(table: TableName, figures: readonly StreamToken[]): void {
    const width = applicantColumns.length + (this.scan.hasHeader(isSubtotal) ? 1 : 0);
    if (table !== "applications" || figures.length !== width) return;
    if (figures[0]!.gap > this.facts.minGap) this.facts.leadingPads = true;
  }

  private closeProceedings({ key, label, figures }: OpenRow, trailing: number, evidence: Evidence): void {
    const rows = rowIndexes.proceedings.rows;
    if (key !== "" && figures.length === 5) {
      this.scan.addRow("proceedings", key, label, { figures, trailing, facts: this.facts }, evidence);
      return;
    }
    const values = settleStream({ figures, trailing, facts: this.facts }, proceedingsWidth);
    // Where nothing but the part's heading announced the table, a stray figure is none of it.
    if (!values && this.scan.current === undefined) return;
    rows.forEach((form, index) => {
      this.scan.addRow("proceedings", form.key, form.label, values?.slice(index * 5, index * 5 + 5) ?? null, evidence);
    });
  }

  /** A label of the form with nothing after it is a row of blanks. */
  private closeBlankRow(gap: number): void {
    const last = this.buffer.at(-1);
    const table = this.scan.current;
    if (!last || !table || table === "proceedings") return;
    const found = matchLabel(rowIndexes[table], last.text);
    if (found < 0) return;
    const row = rowIndexes[table].rows[found]!;
    const exact = rowIndexes[table].exact.get(toLabelKey(last.text)) === found;
    // Part two has no header that holds a row's words; in part three only the whole label tells a row from its header.
    const sure = table === "disclosure" || (exact && !blankHeaders.has(row.key));
    if (gap <= blankRowGap && !sure) return;
    // Above the first row they head a column, however many blank cells a merged one leaves after them.
    if (table === "applications" && blankHeaders.has(row.key) && !this.scan.hasRows(table)) return;
    this.noteHeaders(table, 1);
    this.addRow({ table, key: row.key, label: last.text }, [], { text: last.text, location: last.location });
    this.buffer = [];
  }
}
