/** The number of an item in a list. */
export const enumerator =
  /^(?:[（(][一二三四五六七八九十\d０-９]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]|[\d０-９]{1,2}[.．、](?![\d０-９]))/;
/** An item numbered 1., 2. … */
export const numbered = /^[\d０-９]{1,2}[.．、](?![\d０-９])/;
const digits = "一二三四五六七八九十";

/** The number that a mark says. */
export function ordinal(mark: string): number {
  const inner = mark.replace(/[（()）、.．]/g, "").normalize("NFKC");
  return /^\d+$/.test(inner) ? Number(inner) : digits.indexOf(inner) + 1;
}

/** How a list is numbered: what stands about its numbers, and which digits. */
export const styleOf = (mark: string): string =>
  mark.replace(/[\d０-９]+/, "1").replace(/[一二三四五六七八九十]+/, "一");

/** Whether `next` is the mark after `mark` in the same style: 1. → 2., （一）→（二）. */
export function follows(next: string, mark: string): boolean {
  return (
    mark !== "" &&
    next.replace(/[^（(、.．]/g, "") === mark.replace(/[^（(、.．]/g, "") &&
    ordinal(next) === ordinal(mark) + 1
  );
}
