import { foldedCodeAt } from "../chinese/fold.ts";
import { restoreVocabulary } from "../chinese/vocabulary.ts";
import { statutoryParts } from "../forms/parts.ts";
import type { FoldedDocument } from "./folded-document.ts";

/** A line that heads one of the six parts. `style` tells how it is numbered: a bracketed number usually heads a paragraph inside a part. */
export interface Heading {
  part: number;
  /** Index of its block in the document. */
  block: number;
  style: "ordinal" | "bracket" | "none";
  /** How many characters of the block the heading takes; the rest is text of the part. */
  length: number;
}

const ordinals = "一二三四五六七八九十";
const numbering = new RegExp(
  `^(?:第([${ordinals}])(?:部分|章|节)[、.:,]?|([${ordinals}])[、.:,]\\s*|([${ordinals}]) +|[(]([${ordinals}])[)][、.]?|(\\d{1,2})[、.]\\s*)`,
);
const opensNumber = new Set([...`第${ordinals}(0123456789`].map((character) => character.charCodeAt(0)));
const longestHeading = 42;
/** A longer start of a line holds no heading: it takes 42 characters and its number. */
const longestLine = 60;
const sentenceEnd = /[。;；:：]/;
/** A heading without a number is a line of its own that ends as headings do. */
const longestBare = 30;
const headingEnd = /(?:情况|概述|概况|事项|措施|计划|问题)$/;
const lastOfHeading = new Set([..."况述项施划题"].map((character) => character.charCodeAt(0)));
/** Characters that are left out before a heading is compared, and may stand after its last word. */
const leftOut = new Set([...` 、,.()《》“”"`].map((character) => character.charCodeAt(0)));

/** Whether a folded line without a number ends as headings do; cheap, since every short line is asked. */
function endsLikeHeading(line: string): boolean {
  let at = line.length - 1;
  while (at > 0 && leftOut.has(line.charCodeAt(at))) at--;
  return lastOfHeading.has(line.charCodeAt(at));
}

const digit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const afterNumber = new Set([..."、.:, "].map((character) => character.charCodeAt(0)));

/** Whether a folded line may begin with a heading's number: not 2023年, not 一是. */
function mayBeNumbered(line: string): boolean {
  const first = line.charCodeAt(0);
  if (!opensNumber.has(first)) return false;
  const second = line.charCodeAt(1);
  if (first === bracket) return line.charCodeAt(2) === closingBracket;
  if (digit(first)) return afterNumber.has(second) || (digit(second) && afterNumber.has(line.charCodeAt(2)));
  return first === ordinalMark || afterNumber.has(second);
}
const bracket = "(".charCodeAt(0);
const closingBracket = ")".charCodeAt(0);
const ordinalMark = "第".charCodeAt(0);

const parts = statutoryParts.map(({ part, heading, marks }) => ({
  part,
  official: heading.replaceAll("、", ""),
  marks,
}));

/** Whether a text begins with a number, or with white space before one. */
export function opensWithNumber(text: string): boolean {
  const first = foldedCodeAt(text, 0);
  return opensNumber.has(first) || first <= 0x20;
}

/** Reads the start of a block's folded text as a part heading; null where it is none. */
export function readHeading(folded: string, index: number): Heading | null {
  // A heading is short, alone or at the start of its paragraph.
  const isLong = folded.length > longestHeading;
  const isNumbered = mayBeNumbered(folded);
  // Without a number only a short line that is no sentence can be one.
  const mayBeBare = !isLong && endsLikeHeading(folded) && !sentenceEnd.test(folded);
  if (!isNumbered && !mayBeBare) return null;
  const line = folded.length > longestLine ? folded.slice(0, longestLine) : folded;
  const match = isNumbered ? numbering.exec(line) : null;
  if (match === null && !mayBeBare) return null;
  const number = match ? (match[1] ?? match[2] ?? match[3] ?? match[4]) : undefined;
  const ordinal = number ? ordinals.indexOf(number) + 1 : match?.[5] ? Number(match[5]) : 0;
  const style = match?.[4] ? "bracket" : match ? "ordinal" : "none";
  if (style !== "none" && (ordinal < 1 || ordinal > statutoryParts.length)) return null;
  const start = match?.[0].length ?? 0;
  const rest = line.slice(start, start + longestHeading + 30);
  const end = rest.search(sentenceEnd);
  const title = end >= 0 ? rest.slice(0, end) : line.slice(start);
  if (title.length > longestHeading || title.length < 2) return null;
  const key = restoreVocabulary(title.replace(/[\s、,.，()《》“”"]/g, ""));
  for (const { part, official, marks } of parts) {
    if (style !== "none" && ordinal !== part) continue;
    const known = key === official || (style !== "none" && marks.some((mark) => key.includes(mark)));
    const bare =
      end < 0 &&
      (key === official ||
        (key.length <= longestBare && headingEnd.test(key) && marks.some((mark) => key.includes(mark))));
    if (style === "none" ? bare : known) {
      const whole = end < 0 || start + end + 1 >= folded.length;
      return { part, block: index, style, length: whole ? folded.length : start + end + 1 };
    }
  }
  return null;
}

/**
 * The part headings of a document in reading order. Bracketed ones count only where no ordinal ones stand, and the lines
 * of a table of contents (three or more headings in a row whose parts are headed again later) do not count.
 */
export function findHeadings({ folded }: FoldedDocument): Heading[] {
  const found: Heading[] = [];
  for (let index = 0; index < folded.length; index++) {
    const heading = folded[index]!.length < 2 ? null : readHeading(folded[index]!, index);
    if (heading) found.push(heading);
  }
  const numbered = found.filter((heading) => heading.style === "ordinal");
  const several = (headings: readonly Heading[]) => new Set(headings.map((heading) => heading.part)).size >= 2;
  if (several(numbered)) return dropContents(addReports(fillGaps(numbered, found), found));
  const bracketed = found.filter((heading) => heading.style === "bracket");
  const bare = found.filter((heading) => heading.style === "none");
  if (several(bare)) return dropContents(addReports(bare, found));
  return dropContents(several(bracketed) ? fillGaps(bracketed, found) : found);
}

/** A report has so many parts at least. */
const leastParts = 4;
const styles: readonly Heading["style"][] = ["ordinal", "bracket", "none"];

/** Adds the headings of further reports that number their parts in another way: most parts in order, between two headings of the style chosen. */
function addReports(chosen: readonly Heading[], found: readonly Heading[]): readonly Heading[] {
  const known = new Set(chosen);
  const added: Heading[] = [];
  const runs: Record<Heading["style"], Heading[]> = { ordinal: [], bracket: [], none: [] };
  const close = (style: Heading["style"]) => {
    if (runs[style].length >= leastParts) for (const heading of runs[style]) added.push(heading);
    runs[style] = [];
  };
  const closeAll = () => styles.forEach(close);
  for (const heading of found) {
    if (known.has(heading)) {
      closeAll();
      continue;
    }
    const { part, style } = heading;
    if (part <= (runs[style].at(-1)?.part ?? 0)) close(style);
    runs[style].push(heading);
  }
  closeAll();
  return added.length === 0 ? chosen : [...chosen, ...added].sort((a, b) => a.block - b.block);
}

/** Adds headings that lost their number: of a part that no numbered heading has, between those of the parts before and after it. */
function fillGaps(numbered: readonly Heading[], found: readonly Heading[]): Heading[] {
  const parts = new Set(numbered.map((heading) => heading.part));
  let next = 0;
  const lost = found.filter((heading) => {
    while (next < numbered.length && numbered[next]!.block < heading.block) next++;
    if (heading.style !== "none" || parts.has(heading.part)) return false;
    return (numbered[next - 1]?.part ?? 0) < heading.part && heading.part < (numbered[next]?.part ?? 7);
  });
  return [...numbered, ...lost].sort((a, b) => a.block - b.block);
}

function dropContents(headings: readonly Heading[]): Heading[] {
  const dropped = new Set<Heading>();
  const lastOf = new Map(headings.map((heading) => [heading.part, heading.block]));
  let run: Heading[] = [];
  const close = () => {
    const later = (heading: Heading) => lastOf.get(heading.part)! > run.at(-1)!.block;
    if (run.length >= 3 && run.filter(later).length >= run.length - 1) for (const heading of run) dropped.add(heading);
    run = [];
  };
  for (const heading of headings) {
    const previous = run.at(-1);
    if (previous && (heading.block !== previous.block + 1 || heading.part <= previous.part)) close();
    run.push(heading);
  }
  close();
  return headings.filter((heading) => !dropped.has(heading));
}
