import { distance } from "fastest-levenshtein";
import { fold, stripFormat } from "../../chinese/fold.ts";
import { restoreVocabulary } from "../../chinese/vocabulary.ts";
import type { FormRow } from "../../forms/form.ts";
import { rememberTexts } from "../remember-texts.ts";

const listNumber = /^(?:第?[(]?[一二三四五六七八九十]{1,3}(?:[)]|[、.:,])+|[(]?\d{1,2}[)]?[、.:,)]*(?=\D))/;
const notes = /\([^()]*\)/g;
const kept = /[^\p{Script=Han}A-Za-z0-9]+/gu;

/** What a label is compared by: folded, vocabulary restored, list number and bracketed notes dropped, letters and Han only. */
export const toLabelKey = rememberTexts(makeLabelKey, 60);

function makeLabelKey(text: string): string {
  const folded = restoreVocabulary(fold(stripFormat(text)).replace(/\s+/g, ""));
  const unnumbered = folded.replace(listNumber, "").replace(listNumber, "");
  const bare = unnumbered.replace(notes, "").replace(kept, "");
  return bare === "" ? unnumbered.replace(kept, "") : bare;
}

/** The rows of a table, ready to be found by label. */
export interface RowIndex {
  rows: readonly FormRow[];
  exact: ReadonlyMap<string, number>;
  marks: readonly (readonly [mark: string, index: number])[];
  /** Keys of the official labels, for fuzzy matching. */
  keys: readonly string[];
  /** See matchLabel. */
  match: (text: string) => number;
}

/** Prepares rows for matching; of two rows with one spelling the first is kept. */
export function indexRows(rows: readonly FormRow[]): RowIndex {
  const exact = new Map<string, number>();
  const marks: [string, number][] = [];
  rows.forEach((row, index) => {
    for (const label of [row.label, ...(row.aliases ?? [])]) {
      const key = toLabelKey(label);
      if (!exact.has(key)) exact.set(key, index);
    }
    for (const mark of row.marks ?? []) marks.push([mark, index]);
  });
  marks.sort((a, b) => b[0].length - a[0].length);
  const index: RowIndex = {
    rows,
    exact,
    marks,
    keys: rows.map((row) => toLabelKey(row.label)),
    match: rememberTexts((text) => findRow(index, text), longestLabel * 2),
  };
  return index;
}

/** Labels longer than this are prose. */
const longestLabel = 120;

/** The row whose words a label holds; -1 where it holds those of two rows (lines of neighbouring labels run together). */
function matchMarks(index: RowIndex, key: string): number | undefined {
  let found: number | undefined;
  for (const [mark, row] of index.marks) {
    if (row === found || !key.includes(mark)) continue;
    // A group's name before the row's own is no second row.
    if (found !== undefined && index.rows[row]!.key !== "other") return -1;
    found ??= row;
  }
  return found;
}

/** A row that some provinces add to part two (其他主动公开文件); run together with a neighbour's label it is still none of the form. */
const foreign = /主动公开文件/;

function matchKey(index: RowIndex, key: string): number {
  const exact = index.exact.get(key);
  if (exact !== undefined) return exact;
  if (foreign.test(key)) return -1;
  const marked = matchMarks(index, key);
  if (marked !== undefined) return marked;
  if (key.length < 6) return -1;
  let best = -1;
  let bestDistance = 3;
  index.keys.forEach((label, row) => {
    if (label.length < 6 || Math.abs(label.length - key.length) > 2) return;
    const d = distance(label, key);
    if (d < bestDistance) [best, bestDistance] = [row, d];
  });
  return best;
}

const afterGroup =
  /\p{Script=Han}\s*[:、\-—]{0,2}\s*(?:[(]?\d{1,2}[)]?[.、]?|[①-⑳]|(?<=[:\-—]\s*))\s*(\p{Script=Han}[^\d]{0,60})$/u;
const inBrackets = /\(([^()]{2,40})\)$/;

/** The row named exactly after its group's label in one cell (（六）其他处理3.其他); undefined where there is none. */
function matchOwn(index: RowIndex, key: string, text: string): number | undefined {
  if (index.exact.has(key)) return undefined;
  const own = afterGroup.exec(fold(text));
  return own ? index.exact.get(toLabelKey(own[1]!)) : undefined;
}

/** The row named exactly in brackets after its group's (行政诉讼（复议后起诉）); undefined where there is none. */
function matchBracketed(index: RowIndex, text: string): number | undefined {
  const own = inBrackets.exec(fold(text).trim());
  return own ? index.exact.get(toLabelKey(own[1]!)) : undefined;
}

function findRow(index: RowIndex, text: string): number {
  const key = toLabelKey(text);
  if (key === "" || key.length > longestLabel) return -1;
  const found = matchOwn(index, key, text) ?? matchKey(index, key);
  return found >= 0 ? found : (matchBracketed(index, text) ?? matchCounted(index, key));
}

const countOf = /(?:的?(?:件数|数量|数|情况|件))$/;

/** The row named exactly before the words for its count (予以公开件数); -1 where there is none. */
const matchCounted = (index: RowIndex, key: string): number => index.exact.get(key.replace(countOf, "")) ?? -1;

/** The index of the row a label means: by its whole text, by words only that row has, or within two characters; -1 for none. */
export function matchLabel(index: RowIndex, text: string): number {
  return text.length > longestLabel * 2 || text.length === 0 ? -1 : index.match(text);
}
