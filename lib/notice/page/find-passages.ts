import type { Evidence, Paragraph } from "../../report/report.ts";
import type { NumberedFinding } from "./order-findings.ts";

/** A stretch of a paragraph that some finding names as its evidence. */
export interface Passage {
  start: number;
  end: number;
  finding: NumberedFinding;
}

export interface Passages {
  /** Index of the paragraph → its passages, in order of their starts. */
  byParagraph: ReadonlyMap<number, Passage[]>;
  /** The paragraph and start at which an evidence was found. */
  placeOf: ReadonlyMap<Evidence, { paragraph: number; start: number }>;
}

/** Characters (and paragraphs) that may be looked at for all evidence together: bounds the work on hostile input. */
const searchBudget = 4_000_000;

/** A paragraph's text without white space, and where each kept character stood. */
function compact(text: string): { text: string; offsets: number[] } {
  const offsets: number[] = [];
  let kept = "";
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x20 || code === 0x3000 || code === 0xa0 || (code >= 9 && code <= 13)) continue;
    offsets.push(i);
    kept += text[i];
  }
  return { text: kept, offsets };
}

/** Where a text stands in a paragraph: as it is or, at its own place, with other white space. */
function locate(paragraph: Paragraph, wanted: string, atItsPlace: boolean): [start: number, end: number] | undefined {
  const at = paragraph.text.indexOf(wanted);
  if (at >= 0) return [at, at + wanted.length];
  if (!atItsPlace) return undefined;
  const folded = paragraph.folded.indexOf(wanted);
  if (folded >= 0) return [folded, folded + wanted.length];
  const kept = compact(paragraph.text);
  const { text } = compact(wanted);
  const start = kept.text.indexOf(text);
  return start < 0 ? undefined : [kept.offsets[start]!, kept.offsets[start + text.length - 1]! + 1];
}

/** Indexes of the paragraphs: those that may hold the evidence's line, and the others. */
function candidates(paragraphs: readonly Paragraph[], { location }: Evidence): { near: number[]; far: number[] } {
  const near: number[] = [];
  const far: number[] = [];
  paragraphs.forEach((paragraph, index) => {
    const last = paragraph.breaks.at(-1)?.[1] ?? paragraph.location;
    const first = paragraph.location;
    const samePage = (first.page ?? 0) <= (location.page ?? 0) && (location.page ?? 0) <= (last.page ?? 0);
    const starts = first.page !== location.page || first.line <= location.line;
    const ends = last.page !== location.page || location.line <= last.line;
    (samePage && starts && ends ? near : far).push(index);
  });
  return { near, far };
}

/** Finds in the report's prose the sentences that findings name as evidence; what stands in tables is not found here. */
export function findPassages(paragraphs: readonly Paragraph[], findings: readonly NumberedFinding[]): Passages {
  const byParagraph = new Map<number, Passage[]>();
  const placeOf = new Map<Evidence, { paragraph: number; start: number }>();
  const known = new Map<string, { index: number; start: number; end: number } | undefined>();
  let budget = searchBudget;
  const search = (evidence: Evidence, wanted: string) => {
    budget -= paragraphs.length;
    const { near, far } = budget < 0 ? { near: [], far: [] } : candidates(paragraphs, evidence);
    const nearby = new Set(near);
    for (const index of [...near, ...far]) {
      budget -= paragraphs[index]!.text.length;
      if (budget < 0) return undefined;
      const found = locate(paragraphs[index]!, wanted, nearby.has(index));
      if (found) return { index, start: found[0], end: found[1] };
    }
    return undefined;
  };
  for (const finding of findings) {
    for (const evidence of finding.finding.evidence) {
      const wanted = evidence.text.replace(/^…|…$/g, "").trim();
      if (wanted.length < 2 || evidence.source !== undefined) continue;
      const key = `${evidence.location.page}:${evidence.location.line}:${wanted}`;
      if (!known.has(key)) known.set(key, search(evidence, wanted));
      const found = known.get(key);
      if (!found) continue;
      const passages = byParagraph.get(found.index) ?? [];
      byParagraph.set(found.index, passages);
      passages.push({ start: found.start, end: found.end, finding });
      placeOf.set(evidence, { paragraph: found.index, start: found.start });
    }
  }
  return sortPassages(byParagraph, placeOf);
}

function sortPassages(byParagraph: Map<number, Passage[]>, placeOf: Passages["placeOf"]): Passages {
  for (const passages of byParagraph.values()) passages.sort((a, b) => a.start - b.start || b.end - a.end);
  return { byParagraph, placeOf };
}
