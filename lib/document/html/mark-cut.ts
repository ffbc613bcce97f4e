const cellEnd = /<\/(?:t[dhr]|tbody|tfoot|table|body|html)\b/i;
/** Takes the place of what is lost; see decodeText. */
const lost = "\uFFFD";

/**
 * Marks the end of a page's source that ends within a cell of a table, since a download that broke off there may have cut its
 * last number: the source without its last, broken tag and with U+FFFD; null where it does not end so.
 */
export function markCut(source: string): string | null {
  const last = Math.max(...["<td", "<TD", "<th", "<TH"].map((start) => source.lastIndexOf(start)));
  if (last < 0 || cellEnd.test(source.slice(last))) return null;
  const tag = source.lastIndexOf("<");
  return (tag > source.lastIndexOf(">") ? source.slice(0, tag) : source) + lost;
}
