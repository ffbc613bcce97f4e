import type { TextBlock } from "../document.ts";
import { limits } from "../limits.ts";
import { RejectionError } from "../rejection.ts";

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
}

const lineEnd = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;

/**
 * Splits a text into its printed lines. LF, CRLF and CR each end a line of the source; form feeds and Unicode's
 * separators part the text without counting. More lines than the limit: RejectionError `too-complex`.
 */
export function splitLines(text: string, firstLine = 1): SourceLine[] {
  const lines: SourceLine[] = [];
  let from = 0;
  let line = firstLine;
  let page = false;
  for (const match of text.matchAll(lineEnd)) {
    lines.push({ text: text.slice(from, match.index), line, ...(page ? { page } : {}) });
    page = match[0] === "\f";
    if (lines.length > limits.lines) throw new RejectionError("too-complex");
    from = match.index + match[0].length;
    if (/[\r\n]/.test(match[0])) line++;
  }
  if (from < text.length) lines.push({ text: text.slice(from), line, ...(page ? { page } : {}) });
  return lines;
}
