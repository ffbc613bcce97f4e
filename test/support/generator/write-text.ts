import { alignGrid } from "./align-grid.ts";
import { type Grid, type GridCell, positionsOf, rowsOf } from "./grid.ts";
import { createRandom, type Random } from "./random.ts";
import type { ReportModel } from "./report-model.ts";
import { wrapText } from "./text-width.ts";

export const textLayouts = [
  "bars",
  "bars-expanded",
  "bars-repeated",
  "markdown",
  "bar-lines",
  "cell-lines",
  "stacked",
  "tabs",
  "tabs-expanded",
  "csv",
  "aligned",
  "aligned-narrow",
  "spaced",
  "copied",
  "copied-broken",
] as const;
/** How a plain text shows a table. */
export type TextLayout = (typeof textLayouts)[number];

export interface TextOptions {
  layout: TextLayout;
  lineEnd?: "\n" | "\r\n" | "\r";
  /** A web page's navigation before and after, meaningless characters inside the prose. */
  noise?: boolean;
  /** Headers broken over two lines inside their cell, as copied from a page. */
  brokenHeaders?: boolean;
  /** Aligned layouts: a page number and a form feed every fifty lines, in the midst of tables too. */
  pages?: boolean;
  /** Lines begin with white space. */
  indent?: boolean;
}

/** Breaks a header of four characters or more after its second or third. */
const breakHeader = (cell: GridCell) =>
  cell.role === "header" && cell.text.length >= 4 && !cell.text.includes(" ")
    ? `${cell.text.slice(0, cell.text.length > 5 ? 3 : 2)} ${cell.text.slice(cell.text.length > 5 ? 3 : 2)}`
    : cell.text;

/** Cells that stand, then one empty bar for each that a merged cell swallowed, as mirrors of web pages write them. */
function barRow(grid: Grid, row: readonly GridCell[]): { texts: string[]; swallowed: number } {
  return { texts: row.map((cell) => cell.text), swallowed: grid.columns - row.length };
}

const barText = (texts: readonly string[]) => texts.map((text) => (text === "" ? "|" : `${text} | `)).join("");

/** One cell at every position of the grid; a merged cell's text once, or again at each position. */
function expand(grid: Grid, repeat: boolean): string[][] {
  return positionsOf(grid).map((row) =>
    row.map((position) => (position && (position.begins || repeat) ? position.cell.text : "")),
  );
}

const quote = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function lineCells(grid: Grid, stacked: boolean): string[] {
  return rowsOf(grid).flatMap((row) => {
    const figures = row.filter((cell) => cell.role === "figure").map((cell) => cell.text);
    if (stacked && grid.table === "proceedings" && figures.length > 0) return [figures.join(" ")];
    return row.flatMap((cell) => {
      if (stacked && (cell.role === "group" || (cell.role === "header" && grid.table !== "disclosure")))
        return [...cell.text];
      const lines = cell.role === "header" ? cell.text.split(" ") : [cell.text];
      return cell.role === "heading" ? [...lines, "", "", ""] : lines;
    });
  });
}

/** A row's label, then its figures, all on one line parted by a space, as naive extractors write them. */
const spaced = (grid: Grid) =>
  rowsOf(grid).map((row) =>
    row
      .filter((cell) => cell.role !== "filler")
      .map((cell) => cell.text.replaceAll(" ", ""))
      .join(" "),
  );

/** What a browser copies of a table whose cells hold paragraphs: merged cells leave nothing, a blank cell its space. */
function copyParagraphs(rows: readonly (readonly GridCell[])[]): string[] {
  const copied = rows.map((row) => row.map(({ text }) => text || "\u3000").join("\n\n\t\n\n"));
  return ["", ...copied.join("\n\n\n\n\n").split("\n"), ""];
}

/** What a browser copies of a table whose short labels are broken over lines in their cells. */
function copyBroken(rows: readonly (readonly GridCell[])[]): string[] {
  const broken = ({ text, role }: GridCell) =>
    role !== "figure" && role !== "heading" && text.length > 3 && text.length < 9
      ? `${text.slice(0, 2)}\n${text.slice(2)}`
      : text;
  return rows.flatMap((row) => row.map(broken).join("\t").split("\n"));
}

function writeGrid(grid: Grid, layout: TextLayout): string[] {
  const rows = rowsOf(grid);
  switch (layout) {
    case "bars":
      return rows.map((row) => {
        const { texts, swallowed } = barRow(grid, row);
        return barText([...texts, ...Array.from({ length: swallowed }, () => "")]).trim();
      });
    case "bar-lines":
      return rows.flatMap((row) => {
        const { texts, swallowed } = barRow(grid, row);
        // A row ends with the bars of the cells that merged ones swallowed and one of its own.
        return [...texts.map((text) => `${text} |`.trim()), "|".repeat(swallowed + 1)];
      });
    case "bars-expanded":
      return expand(grid, false).map((texts) => texts.join(" | "));
    case "bars-repeated":
      return expand(grid, true).map((texts) => texts.join("|"));
    case "markdown": {
      const lines = expand(grid, false).map((texts) => `| ${texts.join(" | ")} |`);
      return [lines[0]!, `|${" --- |".repeat(grid.columns)}`, ...lines.slice(1)];
    }
    case "cell-lines":
      return lineCells(grid, false);
    case "stacked":
      return lineCells(grid, true);
    case "tabs":
      return rows.map((row) => row.map((cell) => cell.text).join("\t"));
    case "tabs-expanded":
      return expand(grid, false).map((texts) => texts.join("\t"));
    case "csv":
      return expand(grid, false).map((texts) => texts.map(quote).join(","));
    case "aligned":
      return alignGrid(grid, 8);
    case "aligned-narrow":
      return alignGrid(grid, 7, [6, 8, 14], 2);
    case "spaced":
      return spaced(grid);
    case "copied":
      return copyParagraphs(rows);
    case "copied-broken":
      return copyBroken(rows);
  }
}

const before = ["首页 > 政府信息公开 > 年度报告", "字号：大 中 小", "打印本页 关闭窗口", "浏览次数：1386", ""];
const after = [
  "",
  "上一篇：关于开展政策咨询日活动的通知",
  "下一篇：没有了",
  "主办单位：信息中心 备案号：云公网安备53000002000101号",
  "网站地图 | 联系我们 | 使用帮助",
];
const meaningless = ["叁栖", "肘昧辟", "饵冗", "瘪屯蔗"];

/** Puts meaningless characters into a paragraph after a full stop, as some mirrors do to catch copies. */
function addNoise(text: string, random: Random): string {
  const stops = [...text.matchAll(/。(?=.)/g)].map((match) => match.index + 1);
  if (stops.length === 0) return text;
  const at = random.pick(stops);
  return text.slice(0, at) + random.pick(meaningless) + text.slice(at);
}

/** Page numbers and form feeds as `pdftotext` leaves them. */
function cutPages(lines: readonly string[]): string[] {
  const onPage = 50;
  return lines.flatMap((line, i) => {
    if (i === 0 || i % onPage !== 0) return [line];
    return ["", `${" ".repeat(36)}— ${i / onPage} —`, `\f${line}`];
  });
}

/** Writes a report as plain text. */
export function writeText(
  model: ReportModel,
  { layout, lineEnd = "\n", noise = false, brokenHeaders = false, pages = false, indent = false }: TextOptions,
): string {
  const random = createRandom(model.seed).fork("text");
  const isPage = layout.startsWith("aligned");
  const lines = model.blocks.flatMap((block) => {
    if (block.kind === "table") {
      const cells = brokenHeaders
        ? block.grid.cells.map((cell) => ({ ...cell, text: breakHeader(cell) }))
        : block.grid.cells;
      return writeGrid({ ...block.grid, cells }, layout);
    }
    const text = noise && block.kind === "paragraph" ? addNoise(block.text, random) : block.text;
    if (isPage && block.kind === "paragraph") return wrapText(`　　${text}`, 76);
    return isPage && block.kind === "title" ? [`${" ".repeat(16)}${text}`, ""] : [text];
  });
  const whole = [...(noise ? before : []), ...lines, ...(noise ? after : []), ""];
  const paged = isPage && pages ? cutPages(whole) : whole;
  // A tab before a line is a cell of its own, a bar's row may begin with blanks.
  const isFree = layout === "cell-lines" || layout === "stacked" || layout === "spaced" || layout === "bars";
  return paged.map((line) => (indent && isFree && line !== "" ? `　　${line}` : line)).join(lineEnd);
}
