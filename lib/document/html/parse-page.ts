import { MendingBuilder } from "./mending-builder.ts";
import type { PageElement } from "./page-node.ts";
import { PageTokenizer } from "./page-tokenizer.ts";
import { SoundBuilder } from "./sound-builder.ts";

/** Without carriage returns and NUL. */
function cleanSource(source: string): string {
  const lines = source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
  return lines.includes("\0") ? lines.replaceAll("\0", "") : lines;
}

function buildSound(clean: string): PageElement | null {
  const builder = new SoundBuilder();
  return new PageTokenizer(clean, builder).run() ? builder.document : null;
}

function buildMended(clean: string): PageElement {
  const builder = new MendingBuilder();
  new PageTokenizer(clean, builder).run();
  return builder.document;
}

/** The tree of a page in which nothing needs mending; null for any other. */
export const parseSoundPage = (source: string): PageElement | null => buildSound(cleanSource(source));

/** The tree of any page, mended as browsers do (by parse5's tree builder). */
export const parseAnyPage = (source: string): PageElement => buildMended(cleanSource(source));

/**
 * Parses a page as a browser does, so that missing end tags are mended, into nodes that know their source lines; LF, CRLF and
 * CR each end a line. Too many or too deep elements: RejectionError `too-complex`. Most pages need no mending: their tree is
 * built in a third of the time.
 */
export function parsePage(source: string): PageElement {
  const clean = cleanSource(source);
  return buildSound(clean) ?? buildMended(clean);
}
