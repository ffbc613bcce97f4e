import type { TextBlock } from "../document.ts";
import { limits } from "../limits.ts";
import { RejectionError } from "../rejection.ts";
import { isHan, marks, marksByCode, markText } from "./line-marks.ts";

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
}

/** The marks of a line, found once. */
export function marksOf(line: SourceLine): number {
  line.marks ??= markText(line.text);
  return line.marks;
}

const cr = 0x0d;
const lf = 0x0a;
const formFeed = 0x0c;

const space = 0x20;
const cellEnds = marks.bar | marks.tab;
const comma = 0x2c;

/**
 * Splits a text into its printed lines. LF, CRLF and CR each end a line of the source; form feeds and Unicode's
 * separators part the text without counting. Null where format characters stand in it: they are to be removed first.
 * More lines, or more that may part cells, than the limits: RejectionError `too-complex`.
 */
export function splitLines(text: string, firstLine = 1): SourceLine[] | null {
  if (text.length > limits.characters) throw new RejectionError("too-complex");
  const marksOfCode = marksByCode();
  const lines: SourceLine[] = [];
  let from = 0;
  let line = firstLine;
  let page = false;
  let found = 0;
  let gaps = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isHan(code)) continue;
    const own = marksOfCode[code]!;
    if (own === 0) continue;
    if ((own & marks.lineEnd) === 0) {
      found |= own;
      // The end of a run of spaces, or a delimiter.
      const isGap = code === space && text.charCodeAt(at - 1) === space && text.charCodeAt(at + 1) !== space;
      if (isGap || (own & cellEnds) !== 0 || code === comma) gaps++;
      continue;
    }
    if ((found & marks.format) !== 0) return null;
    const part = text.slice(from, at);
    lines.push(page ? { text: part, line, page, marks: found } : { text: part, line, marks: found });
    if (lines.length > limits.lines || gaps > limits.gaps) throw new RejectionError("too-complex");
    found = 0;
    page = code === formFeed;
    if (code === cr && text.charCodeAt(at + 1) === lf) at++;
    from = at + 1;
    if (code === lf || code === cr) line++;
  }
  if ((found & marks.format) !== 0) return null;
  if (gaps > limits.gaps) throw new RejectionError("too-complex");
  if (from < text.length) {
    const part = text.slice(from);
    lines.push(page ? { text: part, line, page, marks: found } : { text: part, line, marks: found });
  }
  return lines;
}
