/** Limits of what one file may hold; past `bytes` it is `too-large`, past the others `too-complex`. They keep the stages within a gigabyte. */
export const limits = {
  bytes: 50 * 1024 * 1024,
  /** Lines of a text, or text blocks of a page. */
  lines: 500_000,
  /** Characters of a text, or of all blocks of another file: a report has some 30,000. */
  characters: 8 * 1024 * 1024,
  /** Bars, tabs, commas and wide gaps of a text, each of which may part two cells. */
  gaps: 1_000_000,
  /** Cells of all tables together. */
  cells: 500_000,
  /** Elements of a page. */
  elements: 1_000_000,
  /** Elements open at once; browsers stop at 512. */
  depth: 2048,
  /** Attributes of one tag. */
  attributes: 1024,
  /** Grid positions (rows × columns) of all tables together. */
  positions: 1_000_000,
  /** Columns that one cell spans (the HTML standard's limit). */
  span: 1000,
} as const;
