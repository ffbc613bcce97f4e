import type { TableBlock } from "../document.ts";
import { doubtful } from "../doubtful.ts";
import { dropClosing, toDelimitedTable } from "./delimited-table.ts";
import { isFigureLine } from "./is-figure-line.ts";
import type { SourceLine } from "./split-lines.ts";

/** Whether a line has a tab after text, or two at the beginning (empty cells); a single tab at the beginning is an indent. */
function hasTabs(text: string): boolean {
  const tab = text.indexOf("\t");
  if (tab < 0) return false;
  return text.trimStart().includes("\t") || (text.trimStart() !== "" && text.indexOf("\t", tab + 1) >= 0);
}

/** Splits a line at its tabs. */
function splitTabs(text: string): string[] {
  return text.split("\t").map((cell) => cell.trim());
}

const field = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;

/** Fields of a line of comma-separated values, quotes undone; null where the quotes do not match. */
function splitCommas(text: string): string[] | null {
  const fields: string[] = [];
  field.lastIndex = 0;
  for (;;) {
    const match = field.exec(text);
    if (match === null) return null;
    fields.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? "").trim());
    if (match[3] === "") return fields;
  }
}

/** No cell of a form is longer (Hubei's explanatory labels have some 120 characters). */
const longest = 200;

/** No row of a form is longer; a longer line is not looked at for commas. */
const longestLine = 5000;

interface Rows {
  rows: { texts: string[]; line: number }[];
  end: number;
  /** A cell's text went on on another line. */
  continued: boolean;
}

/** What is left of a number or its sign at the end of a line, where cells are broken over lines: 减少, 1,5. */
const unfinished = /(?:减少|增加|减|增|[+\-－−]|[\d０-９][,，.．]\d{0,2})$/;
const endsInDigit = /[\d０-９]$/;
const restOfFigure = /^[\d０-９]{1,15}(?:[,，.．][\d０-９]{1,15}){0,5}(\p{Script=Han}{0,3})$/u;

/**
 * The text of a cell whose line is followed by one that begins with digits; null where that is no rest of a figure. Digits
 * that may be a part of the number, or that of a page, are marked (U+FFFD): nobody reads them as one.
 */
function continueFigure(text: string, next: string): string | null {
  const rest = restOfFigure.exec(next);
  if (rest === null || !(unfinished.test(text) || endsInDigit.test(text))) return null;
  return unfinished.test(text) || rest[1] !== "" ? text + next : `${text} ${next}${doubtful}`;
}

/** What all of a text's lines with tabs show of them. */
export interface TabStyle {
  /** Cells are broken over lines: three lines of a few words stand among them. */
  broken: boolean;
  /** Three lines do not end with a tab: those that do end with a blank cell. */
  open: boolean;
}

const han = /\p{Script=Han}/u;

/** Looks through a text's lines for the style of its tabs. */
export function surveyTabs(lines: readonly SourceLine[]): TabStyle {
  let broken = 0;
  let open = 0;
  for (let at = 1; at < lines.length - 1 && (broken < 3 || open < 3); at++) {
    const { text } = lines[at]!;
    if (text.includes("\t")) open += hasTabs(text) && text.trimEnd().length === text.length ? 1 : 0;
    else if (text.length <= 12 && han.test(text) && hasTabs(lines[at - 1]!.text) && hasTabs(lines[at + 1]!.text))
      broken++;
  }
  return { broken: broken > 2, open: open > 2 };
}

function collect(lines: readonly SourceLine[], at: number, split: (text: string) => string[] | null): Rows {
  const rows: Rows["rows"] = [];
  let end = at;
  for (let i = at; i < lines.length; i++) {
    const { text, line } = lines[i]!;
    if (text.trim() === "") continue;
    const texts = split(text);
    if (texts === null) break;
    rows.push({ texts, line });
    end = i + 1;
  }
  return { rows, end, continued: false };
}

/** Lines parted by tabs whose cells were broken over lines: what begins with the rest of a figure goes on with the row above. */
function collectBroken(lines: readonly SourceLine[], at: number): Rows {
  const rows: Rows["rows"] = [];
  let end = at;
  let continued = false;
  for (let i = at; i < lines.length; i++) {
    const { text, line } = lines[i]!;
    if (text.trim() === "") continue;
    const pieces = splitTabs(text);
    const last = rows.at(-1)?.texts;
    const whole = last && i === end ? continueFigure(last.at(-1)!, pieces[0]!) : null;
    if (whole !== null) {
      last!.splice(-1, 1, whole, ...pieces.slice(1));
      continued = true;
    } else if (hasTabs(text)) rows.push({ texts: pieces, line });
    else break;
    end = i + 1;
  }
  return { rows, end, continued };
}

/** Fields that say their own names (自然人：3, 商业企业：0) are no cells of columns. */
const namedFields = /[:：=＝]\s*\d*\s*,[^,]*[:：=＝]\s*\d*\s*(?:,|$)/;

/** Comma-separated lines are believed when three in a row have equally many fields, none of them a sentence. */
function splitCsv(text: string): string[] | null {
  // Figures side by side ("1,204 3,807") are parted by spaces, and their commas by thousands.
  const isList =
    text.length < longestLine && text.includes(",") && !/[。；！？]|\d\s+\d/.test(text) && !namedFields.test(text);
  const fields = isList ? splitCommas(text.trim()) : null;
  return fields !== null && fields.length > 2 && fields.every(({ length }) => length <= longest) ? fields : null;
}

/** Whether a line alone is a row: one of words is parted as well as by spaces, unless a cell of it is blank. */
function isRow(row: Rows["rows"][number] | undefined, continued: boolean, style: TabStyle | undefined): boolean {
  if (row === undefined || continued) return row !== undefined;
  const blank = row.texts.slice(1).includes("");
  // The rows of tables whose cells are broken stand alone between the pieces of their labels.
  if (style?.broken) return row.texts.length > 2 || (style.open && blank) || isFigureLine(row.texts[1]!);
  return row.texts.length > 2 && blank;
}

/**
 * Reads the table of lines parted by tabs, or by commas, that begins at line `at`, one row a line; null where none begins
 * there. `style`: what the text's lines show of its tabs.
 */
export function readTabTable(
  lines: readonly SourceLine[],
  at: number,
  style?: TabStyle,
): { block: TableBlock; end: number } | null {
  const { text } = lines[at]!;
  if (hasTabs(text)) {
    const { rows, end, continued } = style?.broken
      ? collectBroken(lines, at)
      : collect(lines, at, (line) => (hasTabs(line) ? splitTabs(line) : null));
    // The pieces of a table whose cells are broken are too short to tell by themselves.
    const whole = style?.broken && style.open ? rows : dropClosing(rows);
    if (rows.length > 1) return { block: toDelimitedTable(whole), end };
    return isRow(rows[0], continued, style) ? { block: toDelimitedTable(rows), end } : null;
  }
  const first = splitCsv(text);
  if (first === null) return null;
  const { rows, end } = collect(lines, at, (line) => {
    const fields = splitCsv(line);
    return fields?.length === first.length ? fields : null;
  });
  return rows.length > 2 ? { block: toDelimitedTable(rows), end } : null;
}
