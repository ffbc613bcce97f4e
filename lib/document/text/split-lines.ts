import { codeUnits } from "../../chinese/code-units.ts";
import type { TextBlock } from "../document.ts";
import { limits } from "../limits.ts";
import { RejectionError } from "../rejection.ts";
import { displayWidth } from "./display-width.ts";
import { isHan, marks, marksByCode, markText, ofLines } from "./line-marks.ts";

/** One printed line: its text without the line end, and the line of the source it stands on. */
export interface SourceLine {
  text: string;
  line: number;
  /** Where parts of the text stand, if it comes from several source lines. */
  breaks?: TextBlock["breaks"];
  /** True for a paragraph that is known to be complete: it is not joined to its neighbours. */
  whole?: boolean;
  /** True for the first line of a page (after a form feed). */
  page?: boolean;
  /** What stands in the text (line-marks.ts); see marksOf. */
  marks?: number;
  /** Its display columns, white space at its end included; see widthOfLine. */
  width?: number;
}

/** The marks of a line, found once. */
export function marksOf(line: SourceLine): number {
  line.marks ??= markText(line.text);
  return line.marks;
}

/** The display columns of a line without the white space at its end. */
export function widthOfLine({ text, width }: SourceLine): number {
  const last = marksByCode()[text.charCodeAt(text.length - 1)]!;
  return width === undefined || (last & marks.space) !== 0 ? displayWidth(text.trimEnd()) : width;
}

/** A line of which is known what stands in it (`found`), and the marks of its wide characters, added up. */
function toLine(text: string, line: number, page: boolean, found: number, wide: number): SourceLine {
  const width = (found & marks.surrogate) === 0 ? text.length + wide / marks.wide : displayWidth(text);
  const own = found & ofLines;
  return page ? { text, line, marks: own, width, page } : { text, line, marks: own, width };
}

const cr = 0x0d;
const lf = 0x0a;
const formFeed = 0x0c;

const space = 0x20;
const cellEnds = marks.bar | marks.tab | marks.comma;

/** Throws RejectionError `too-complex` where more than the limit stands in a text that may part cells: delimiters, ends of runs of spaces. */
function checkGaps(text: string): void {
  if (text.length <= limits.gaps) return;
  const marksOfCode = marksByCode();
  let gaps = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isHan(code)) continue;
    const isGap = code === space && text.charCodeAt(at - 1) === space && text.charCodeAt(at + 1) !== space;
    if (isGap || (marksOfCode[code]! & cellEnds) !== 0) gaps++;
  }
  if (gaps > limits.gaps) throw new RejectionError("too-complex");
}

/**
 * Splits a text into its printed lines. LF, CRLF and CR each end a line of the source; form feeds and Unicode's
 * separators part the text without counting. Null where format characters stand in it: they are to be removed first.
 * More lines, or more that may part cells, than the limits: RejectionError `too-complex`.
 */
export function splitLines(text: string, firstLine = 1): SourceLine[] | null {
  if (text.length > limits.characters) throw new RejectionError("too-complex");
  checkGaps(text);
  const marksOfCode = marksByCode();
  // Loaded once: asked of the object for every character they would double the time.
  const { lineEnd, wide: isWide } = marks;
  const codes = codeUnits(text);
  const lines: SourceLine[] = [];
  const length = text.length;
  let from = 0;
  let line = firstLine;
  let page = false;
  let found = 0;
  let wide = 0;
  for (let at = 0; at < length; at++) {
    const code = codes[at]!;
    const own = marksOfCode[code]!;
    if (own === isWide) {
      wide += isWide;
      continue;
    }
    if ((own & lineEnd) === 0) {
      found |= own;
      wide += own & isWide;
      continue;
    }
    if ((found & marks.format) !== 0) return null;
    lines.push(toLine(text.slice(from, at), line, page, found, wide));
    if (lines.length > limits.lines) throw new RejectionError("too-complex");
    found = 0;
    wide = 0;
    page = code === formFeed;
    if (code === cr && at + 1 < length && codes[at + 1] === lf) at++;
    from = at + 1;
    if (code === lf || code === cr) line++;
  }
  if ((found & marks.format) !== 0) return null;
  if (from < length) lines.push(toLine(text.slice(from), line, page, found, wide));
  return lines;
}
