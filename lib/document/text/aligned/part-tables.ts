import { article } from "./classify-line.ts";
import type { Entry } from "./find-runs.ts";

/** The lines of one table: its header, and its body in stretches whose columns stand at the same places (pages). */
export interface TableLines {
  header: Entry[];
  stretches: Entry[][];
}

/** A header has no more lines than this; what stands above is text. */
const headerLines = 16;

const mark = /^(?:[（(]?[一二三四五六七八九十\d０-９]{1,3}[)）、.．])/;

const key = ({ laid }: Entry) => laid.labels.map(({ text }) => text).join("");

/** Whether pieces stand side by side over the figures, which begin at display column `area`. */
function isHeaderLine({ laid, kind }: Entry, area: number): boolean {
  return (
    kind === "columns" && laid.labels.slice(1).some(({ start, end, gap }) => gap >= 2 && (start + end) / 2 >= area)
  );
}

/** Whether a lone piece continues the labels of the lines before: close below them, and not beside them. */
function continuesLabels({ laid }: Entry, before: readonly Entry[]): boolean {
  const { start, end } = laid.labels[0]!;
  const last = before.findLast((entry) => entry.laid.labels.length > 0)?.laid.labels.at(-1);
  if (last === undefined || laid.blanksBefore > 0) return false;
  return (Math.min(end, last.end) - Math.max(start, last.start)) * 2 > Math.min(end - start, last.end - last.start);
}

/** Whether the line at `at` is a header over the figures, or a title right above such a header: not a label's fragment. */
function isHeader(run: readonly Entry[], at: number, body: readonly Entry[], area: number): boolean {
  const entry = run[at]!;
  if (isHeaderLine(entry, area) || article.test(entry.laid.labels[0]?.text ?? "")) return true;
  if (entry.laid.labels.length !== 1 || continuesLabels(entry, body)) return false;
  let next = at + 1;
  while (next < Math.min(run.length, at + 4) && run[next]!.kind === "short") next++;
  return next < run.length && isHeaderLine(run[next]!, area);
}

/** Takes the lines off the end of a header that begin the label of the first row. */
function takeLabelLines(header: Entry[], first: Entry): Entry[] {
  const area = first.laid.figures[0]?.start ?? 0;
  const bare = first.laid.labels.length === 0 && first.laid.blanksBefore === 0;
  let from = header.length;
  while (from > 0) {
    const { labels, blanksBefore } = header[from - 1]!.laid;
    const piece = labels.at(-1);
    if (piece === undefined || labels.length > 2 || (piece.start + piece.end) / 2 > area) break;
    if (!mark.test(piece.text) && !(bare && labels.length === 1)) break;
    from--;
    if (mark.test(piece.text) || blanksBefore > 0) break;
  }
  return header.splice(from);
}

/** How many lines of `next` repeat the header of a page before. */
function countRepeated(header: readonly Entry[], next: readonly Entry[]): number {
  let same = 0;
  while (same < header.length && same < next.length && key(header[same]!) === key(next[same]!)) same++;
  return same >= Math.min(2, header.length) ? same : 0;
}

/** Adds a stretch to the table it continues (no header of its own, or a repeated one), or begins a table with it. */
function addStretch(tables: TableLines[], header: Entry[], body: Entry[]): void {
  const before = tables.at(-1);
  const repeated = before === undefined ? 0 : countRepeated(before.header, header);
  // A page that begins with fragments only goes on with the last page's row.
  const goesOn = body[0]!.laid.page || header[0]?.laid.page === true;
  const area = Math.min(...body.map(({ laid }) => laid.figures[0]?.start ?? Number.POSITIVE_INFINITY));
  const isLabels = goesOn && header.every((entry) => entry.kind === "short" || !isHeaderLine(entry, area));
  if (before !== undefined && (repeated > 0 || isLabels)) {
    before.stretches.push([...header.slice(repeated), ...body]);
    return;
  }
  const labels = takeLabelLines(header, body[0]!);
  tables.push({ header: header.slice(-headerLines), stretches: [[...labels, ...body]] });
}

/** Parts a run of lines into tables: a header begins a new one, unless it repeats the header of the page before. */
export function partTables(run: readonly Entry[]): TableLines[] {
  const tables: TableLines[] = [];
  let header: Entry[] = [];
  let body: Entry[] = [];
  let area = Number.POSITIVE_INFINITY;
  const close = () => {
    if (body.length > 0) addStretch(tables, header, body);
    header = [];
    body = [];
    area = Number.POSITIVE_INFINITY;
  };
  run.forEach((entry, at) => {
    const rows = entry.kind === "figures";
    if (body.length > 0 && (entry.laid.page || (!rows && isHeader(run, at, body, area)))) close();
    if (body.length === 0 && !rows) header.push(entry);
    else {
      body.push(entry);
      area = Math.min(area, entry.laid.figures[0]?.start ?? area);
    }
  });
  close();
  return tables;
}
