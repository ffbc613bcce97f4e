/** How the text after a start tag is to be read: as markup, with references only, as it stands to the element's end tag, or to the page's end. */
export type TextMode = "markup" | "references" | "raw" | "plain";

/**
 * Takes a page's tags and texts as they come and builds its tree. Each answer may refuse the page: false, or null for a start
 * tag; then the reading ends.
 */
export interface PageHandler {
  /** Whether what follows stands in SVG or MathML, where CDATA is text. */
  readonly inForeignNode: boolean;
  startTag(name: string, attributes: string, selfClosing: boolean, line: number): TextMode | null;
  endTag(name: string, line: number): boolean;
  /** Nothing but white space. */
  space(text: string, line: number): boolean;
  /** Text that does not begin with white space. */
  text(text: string, line: number): boolean;
  doctype(name: string, publicId: string | null, systemId: string | null): boolean;
  end(): boolean;
}
