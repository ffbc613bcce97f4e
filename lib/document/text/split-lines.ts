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

const cr = 0x0d;

/** Whether a code unit parts printed lines. */
function partsLines(code: number): boolean {
  return code < 0x0e ? code >= 0x0a : code === 0x85 || code === 0x2028 || code === 0x2029;
}

/**
 * Splits a text into its printed lines. LF, CRLF and CR each end a line of the source; form feeds and Unicode's
 * separators part the text without counting. More lines than the limit: RejectionError `too-complex`.
 */
export function splitLines(text: string, firstLine = 1): SourceLine[] {
  const lines: SourceLine[] = [];
  let from = 0;
  let line = firstLine;
  let page = false;
  const add = (to: number) => {
    const part = text.slice(from, to);
    lines.push(page ? { text: part, line, page } : { text: part, line });
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!partsLines(code)) continue;
    add(at);
    page = code === 0x0c;
    if (lines.length > limits.lines) throw new RejectionError("too-complex");
    if (code === cr && text.charCodeAt(at + 1) === 0x0a) at++;
    from = at + 1;
    if (code === 0x0a || code === cr) line++;
  }
  if (from < text.length) add(text.length);
  return lines;
}
