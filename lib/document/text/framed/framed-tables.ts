import type { TableBlock, TableCell } from "../../document.ts";
import type { SourceLine } from "../split-lines.ts";
import { type FrameCell, type FrameLine, readFrameCells } from "./frame-cells.ts";
import { findEdges, fitLine, isJoint, isRule, isWall } from "./lay-out-frame.ts";

/** No form has more columns, and no frame's line is longer. */
const mostEdges = 60;
const longestLine = 1000;

/** A page's number, which stands in no cell. */
const pageNumber = /^(?:[-—–－]+\s*\d{1,4}\s*[-—–－]+|第\s*\d{1,4}\s*[页頁].{0,10})$/;

/** The lines (indices) of the frame that begins at line `at`: each begins and ends with a wall or joint; blank ones and page numbers may stand between. */
function collect(lines: readonly SourceLine[], at: number): { indexes: number[]; numbers: number[]; end: number } {
  const indexes: number[] = [];
  const numbers: number[] = [];
  let end = at;
  for (let index = at; index < lines.length; index++) {
    const text = lines[index]!.text.trim();
    if (text === "") continue;
    if (text.length < 20 && pageNumber.test(text)) {
      numbers.push(index);
      continue;
    }
    const [first, last] = [text[0], text.at(-1)];
    if (text.length > longestLine || !(isWall(first) || isJoint(first)) || !(isWall(last) || isJoint(last))) break;
    indexes.push(index);
    end = index + 1;
    if (closes(text) && !continues(lines[index + 1]?.text)) break;
  }
  return { indexes, numbers: numbers.filter((index) => index < end), end };
}

/** Whether a rule is a frame's last one; one of ASCII looks like any other. */
const closes = (text: string): boolean => isRule(text) && !/[├┣╠┠╟┝╞+┌┏╔╭╒╓]/.test(text[0]!);
const continues = (next: string | undefined): boolean => {
  const first = next?.trim()[0];
  return first !== undefined && isWall(first);
};

function toTable(cells: readonly FrameCell[], columns: number): TableBlock {
  const own = cells.map((cell): TableCell => {
    const texts = cell.texts.filter(({ text }) => text !== "");
    const line = (texts[0] ?? cell.texts[0])!.line;
    return {
      text: texts.map(({ text }) => text).join("\n"),
      row: cell.top,
      column: cell.left,
      rowSpan: cell.bottom - cell.top,
      columnSpan: cell.right - cell.left,
      location: { line },
    };
  });
  own.sort((a, b) => a.row - b.row || a.column - b.column);
  const rows = own.reduce((most, { row, rowSpan }) => Math.max(most, row + rowSpan), 0);
  const line = own.reduce((least, cell) => Math.min(least, cell.location.line), Number.POSITIVE_INFINITY);
  return { kind: "table", grid: "ruled", rows, columns, cells: own, location: { line } };
}

function readFrame(lines: readonly SourceLine[], indexes: readonly number[]): TableBlock | null {
  const texts = indexes.map((index) => lines[index]!.text);
  const edges = findEdges(texts);
  if (indexes.length < 3 || edges.length < 3 || edges.length > mostEdges) return null;
  const framed: FrameLine[] = [];
  for (const index of indexes) {
    const { text, line } = lines[index]!;
    const columns = fitLine(text, edges);
    if (columns === null) return null;
    framed.push({ columns, line });
  }
  const cells = readFrameCells(framed, edges);
  return cells === null || cells.length === 0 ? null : toTable(cells, edges.length - 1);
}

/** The framed tables of a text's lines. */
export class FramedTables {
  readonly #lines: readonly SourceLine[];
  /** Up to this line frames were looked for in vain: so that each line is laid out once. */
  #known = 0;

  constructor(lines: readonly SourceLine[]) {
    this.#lines = lines;
  }

  /**
   * Reads the table whose frame begins with a rule at line `at` (┌──┬──┐, +---+---+): its cells, those that span rows or
   * columns once, their lines joined by "\n". Null where no frame begins there, where its walls stand on no rule's joints, or
   * where rules do not part its rows. `between`: lines among it that are none of it.
   */
  read(at: number): { block: TableBlock; end: number; between: SourceLine[] } | null {
    const { text } = this.#lines[at]!;
    if (at < this.#known || text.length > longestLine || !isRule(text)) return null;
    const { indexes, numbers, end } = collect(this.#lines, at);
    this.#known = end;
    const block = readFrame(this.#lines, indexes);
    return block === null ? null : { block, end, between: numbers.map((index) => this.#lines[index]!) };
  }
}
