const cellEnd = /<\/(?:t[dhr]|tbody|tfoot|table|body|html)\b/i;
/** Takes the place of what is lost; see decodeText. */
const lost = "\uFFFD";

const longestTail = 2000;

const findLastCell = (source: string): number =>
  Math.max(...["<td", "<TD", "<th", "<TH"].map((start) => source.lastIndexOf(start)));

/**
 * Marks the end of a page's source that ends within a cell of a table, since a download that broke off there may have cut its
 * last number: the source without its last, broken tag and with U+FFFD; null where it does not end so.
 */
export function markCut(source: string): string | null {
  // Nearly every page ends with one of these; looking backwards through all of it for cells would be felt.
  const tail = source.slice(-longestTail);
  const near = findLastCell(tail);
  if (near < 0 && cellEnd.test(tail)) return null;
  const last = near < 0 ? findLastCell(source) : source.length - tail.length + near;
  if (last < 0 || cellEnd.test(source.slice(last))) return null;
  const tag = source.lastIndexOf("<");
  return (tag > source.lastIndexOf(">") ? source.slice(0, tag) : source) + lost;
}
