import type { Block, TableBlock, TextBlock } from "../../document/document.ts";
import { type LegacyToken, toLegacyToken } from "./legacy-token.ts";

/** A row of a statistics table: its label, its unit, and its figure (absent: the row has none, it is a heading). */
export interface LegacyRow {
  label: LegacyToken;
  unit: string | undefined;
  value: LegacyToken | undefined;
}

/** How the figures of a row are told apart, from the table's header. */
interface Layout {
  /** Which of a row's figures is the report's own (本年累计, not 本期实际; this year's, not last year's). */
  pick: number;
  /** How many figures a row has. */
  figures: number;
  /** A column of codes stands between label and figures. */
  coded: boolean;
}

const maximumLabel = 80;

/** Reads a header's words from left to right; `year` picks this year's column of several. */
function layoutOf(header: readonly LegacyToken[], year: number | null): Layout {
  const words = header.map((token) => token.folded);
  const name = words.findIndex((word) => /指标(?:名称)?$|项目|内容/.test(word));
  const code = words.findIndex((word) => /代码|编号|序号/.test(word));
  const figures = words.filter(
    (word) => !/指标(?:名称)?$|代码|编号|序号|单位|备注|说明|项目|内容/.test(word) && word !== "统计",
  );
  const own = figures.findIndex((word) => /累计/.test(word) || (year !== null && word.startsWith(`${year}年`)));
  const notLast = figures.findIndex((word) => !/上年|(?:19|20)\d\d年/.test(word));
  return {
    pick: own >= 0 ? own : Math.max(0, notLast),
    figures: Math.max(1, figures.length),
    coded: code >= 0 && code > name,
  };
}

/** What stands after a label → its unit and its figure. */
function finishRow(label: LegacyToken, rest: readonly LegacyToken[], layout: Layout): LegacyRow {
  const unitToken = rest.find((token) => token.kind === "unit");
  let figures = rest.filter((token) => token.kind !== "unit");
  const numbers = figures.filter((token) => token.kind === "number").length;
  if (layout.coded && figures[0]?.kind === "number" && (numbers > 1 || figures.length > 1)) figures = figures.slice(1);
  // A blank or a dash where the unit should stand is the unit's, not the figure's.
  if (!unitToken && figures.length > layout.figures && figures[0]!.kind !== "number") figures = figures.slice(1);
  const value = figures[layout.pick] ?? figures.find((token) => token.kind === "number") ?? figures[0];
  const heading = !value || (value.kind !== "number" && (!unitToken || /情况$|方式$/.test(label.folded)));
  return { label, unit: unitToken?.unit, value: heading ? undefined : value };
}

/** Cells in reading order → rows: a label opens a row, all that is no label belongs to it. */
function assemble(tokens: readonly LegacyToken[], layout: Layout): LegacyRow[] {
  const rows: LegacyRow[] = [];
  let label: LegacyToken | null = null;
  let rest: LegacyToken[] = [];
  for (const token of tokens) {
    if (token.kind === "header") continue;
    if (token.kind !== "label") {
      if (label && rest.length < 12) rest.push(token);
      continue;
    }
    if (label) rows.push(finishRow(label, rest, layout));
    label = token;
    rest = [];
  }
  if (label) rows.push(finishRow(label, rest, layout));
  return rows;
}

/** The header is the first run of cells that holds at least two header words. */
function headerOf(tokens: readonly LegacyToken[]): LegacyToken[] {
  const header: LegacyToken[] = [];
  for (const token of tokens.slice(0, 60)) {
    if (token.kind === "header") header.push(token);
    else if (header.length >= 2 && token.kind !== "blank") break;
    else if (token.kind === "number") break;
  }
  return header.length >= 2 ? header : [];
}

/** Rows of a table whose row numbers are true: nothing of one row is taken for another's. */
function gridRows(table: TableBlock, year: number | null): LegacyRow[] {
  const byRow = new Map<number, LegacyToken[]>();
  const all: LegacyToken[] = [];
  for (const cell of table.cells) {
    const { headings, token } = cellTokens(cell);
    all.push(token);
    const row = byRow.get(cell.row);
    if (row) row.unshift(...headings);
    else byRow.set(cell.row, headings);
    byRow.get(cell.row)!.push(token);
  }
  const layout = layoutOf(headerOf(all), year);
  const rows: LegacyRow[] = [];
  for (const tokens of byRow.values()) {
    const found = assemble(trimRow(tokens), layout);
    // A remark behind the figure is no label.
    const kept =
      found.length > 1 && found.some((row) => row.value) ? found.filter((row, at) => row.value || at === 0) : found;
    rows.push(...kept);
  }
  return rows;
}

/**
 * A cell's token. Where columns were inferred, units of several rows may stand in one cell, with a heading that had no figures:
 * the heading opens its section, one unit is the row's.
 */
function cellTokens({ text, location }: TableBlock["cells"][number]): { headings: LegacyToken[]; token: LegacyToken } {
  const lines = text.includes("\n") ? text.split("\n").map((line) => toLegacyToken(line, location)) : [];
  const unit = lines.find(({ kind }) => kind === "unit");
  if (!unit) return { headings: [], token: toLegacyToken(text, location) };
  return { headings: lines.filter(({ kind }) => kind === "label"), token: unit };
}

/** Leading blanks and ordinals of a row say nothing. */
function trimRow(tokens: LegacyToken[]): LegacyToken[] {
  const first = tokens.findIndex((token) => token.kind === "label");
  return first > 0 ? tokens.slice(first) : tokens;
}

/** A line of text → tokens: figures and unit stand at its end, what is before them is the label. */
function lineTokens(line: string, block: TextBlock): LegacyToken[] {
  const words = line
    .trim()
    .split(/[\s|｜]+/)
    .filter((word) => word !== "");
  const tokens = words.map((word) => toLegacyToken(word, block.location));
  let end = tokens.length;
  while (end > 0 && /number|placeholder|unit/.test(tokens[end - 1]!.kind)) end--;
  if (end === 0) return tokens;
  if (tokens.slice(0, end).every((token) => token.kind === "header")) return tokens;
  return [toLegacyToken(words.slice(0, end).join(" "), block.location), ...tokens.slice(end)];
}

const linesOf = (text: string): readonly string[] => (text.includes("\n") ? text.split("\n") : [text]);

/** The tables among the blocks as lists of rows: real tables, and runs of short lines that may be one. */
export function tableRows(blocks: readonly Block[], year: number | null): LegacyRow[][] {
  const tables: LegacyRow[][] = [];
  let run: LegacyToken[] = [];
  const flush = () => {
    if (run.length > 0) tables.push(assemble(run, layoutOf(headerOf(run), year)));
    run = [];
  };
  for (const block of blocks) {
    if (block.kind === "text") {
      for (const line of linesOf(block.text)) {
        const prose = line.length > maximumLabel || /[。；！？]/.test(line);
        if (prose) flush();
        else run.push(...lineTokens(line, block));
      }
      continue;
    }
    flush();
    if (block.kind !== "table") continue;
    if (block.grid !== "delimited") tables.push(gridRows(block, year));
    else {
      const tokens = block.cells.map((cell) => toLegacyToken(cell.text, cell.location));
      tables.push(assemble(tokens, layoutOf(headerOf(tokens), year)));
    }
  }
  flush();
  return tables;
}
