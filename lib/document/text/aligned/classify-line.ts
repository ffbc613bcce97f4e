import { enumerator, follows } from "./enumerator.ts";
import { type LaidLine, mostPieces } from "./lay-out-line.ts";

/**
 * What a line may be in a table of aligned columns. `figures`: a row's figures (with or without its label). `columns`: several
 * pieces side by side, as headers are. `short`: a fragment of a label or header. `other`: prose or a heading, which ends a table.
 */
export type LineKind = "figures" | "columns" | "short" | "other";

/** A line of one piece that is wider than this (28 Han characters) is prose. */
const proseWidth = 56;

/** The heading of a part; a label that is numbered like a part stands right above figures. */
const heading = /^第?[一二三四五六七八九十]{1,3}(?:[、.．]|部分)/;
const headingLength = 5;

/** What rows of part three say that are numbered like parts: 四、结转下年度继续办理, 三、本年度办理结果. */
const rowWords = /[结結][转轉]|[转轉][结結]|[办辦]理[结結]果/;

/** The article of the regulation that a block of rows belongs to. */
export const article = /^第[一二三四五六七八九十百\d]+[条條]/;

/** How headings end that have no number, and no comma; the header cell 申请人情况 is shorter. */
const headingEnd = /^[^，,]*.{3}(?:情[况況]|(?:[报報]告|[说說]明)的?事[项項]|概述|措施)$/;

function isSentence(text: string): boolean {
  return /[。；;？！]/.test(text) || text.split(/[，,]/, 4).length > 3;
}

/** Whether a line goes on with the list of the line before it: an item is no heading. */
function isNextItem({ labels }: LaidLine, before: LaidLine | undefined): boolean {
  const mark = enumerator.exec(labels[0]?.text ?? "")?.[0];
  const last = before?.labels.findLast(({ text }) => enumerator.test(text));
  return mark !== undefined && last !== undefined && follows(mark, enumerator.exec(last.text)![0]);
}

/** Classifies a laid-out line; `next` and `before` are the lines beside it, if there are any. */
export function classifyLine(line: LaidLine, next: LaidLine | undefined, before?: LaidLine): LineKind {
  const { labels, figures } = line;
  if (labels.length + figures.length > mostPieces) return "other";
  const text = labels.map((piece) => piece.text).join("");
  const gaps = labels.some((piece, index) => index > 0 && piece.gap >= 2);
  const width = labels.length > 0 ? labels.at(-1)!.end - labels[0]!.start : 0;
  if (figures.length >= 3) return isSentence(text) && width > proseWidth ? "other" : "figures";
  if (figures.length > 0) {
    if (labels.length === 0) return "figures";
    const apart = figures[0]!.gap >= 2 || labels.length === 1;
    return apart && !isSentence(text) ? "figures" : "other";
  }
  if (isSentence(text)) return "other";
  const leads = next !== undefined && next.figures.length > 1 && next.blanksBefore === 0;
  const ends = labels.length === 1 && headingEnd.test(text) && text.length > headingLength;
  const isHeading = (heading.test(text) && !rowWords.test(text)) || (ends && !isNextItem(line, before));
  if (isHeading && text.length >= headingLength && !gaps && !leads) return "other";
  if (gaps || (labels.length >= 4 && labels.every((piece) => piece.text.length <= 8))) return "columns";
  return width > proseWidth ? "other" : "short";
}
