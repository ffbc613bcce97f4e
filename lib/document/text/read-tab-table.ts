import type { TableBlock } from "../document.ts";
import { dropClosing, toDelimitedTable } from "./delimited-table.ts";
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
  return { rows, end };
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

/** Reads the table of lines parted by tabs, or by commas, that begins at line `at`, one row a line; null where none begins there. */
export function readTabTable(lines: readonly SourceLine[], at: number): { block: TableBlock; end: number } | null {
  const { text } = lines[at]!;
  if (hasTabs(text)) {
    const { rows, end } = collect(lines, at, (line) => (hasTabs(line) ? splitTabs(line) : null));
    return rows.length > 1 ? { block: toDelimitedTable(dropClosing(rows)), end } : null;
  }
  const first = splitCsv(text);
  if (first === null) return null;
  const { rows, end } = collect(lines, at, (line) => {
    const fields = splitCsv(line);
    return fields?.length === first.length ? fields : null;
  });
  return rows.length > 2 ? { block: toDelimitedTable(rows), end } : null;
}
