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

/** Characters of prose that may be searched away from the evidence's own place: bounds the work on hostile input. */
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

function locate(paragraph: Paragraph, wanted: string, wantedCompact: string): [start: number, end: number] | undefined {
  for (const text of [paragraph.text, paragraph.folded]) {
    const at = text.indexOf(wanted);
    if (at >= 0) return [at, at + wanted.length];
  }
  const kept = compact(paragraph.text);
  const at = kept.text.indexOf(wantedCompact);
  return at < 0 ? undefined : [kept.offsets[at]!, kept.offsets[at + wantedCompact.length - 1]! + 1];
}

/** Indexes of the paragraphs, those that may hold the evidence's line first. */
function candidates(paragraphs: readonly Paragraph[], { location }: Evidence): number[] {
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
  return [...near, ...far];
}

/** Finds in the report's prose the sentences that findings name as evidence; what stands in tables is not found here. */
export function findPassages(paragraphs: readonly Paragraph[], findings: readonly NumberedFinding[]): Passages {
  const byParagraph = new Map<number, Passage[]>();
  const placeOf = new Map<Evidence, { paragraph: number; start: number }>();
  let budget = searchBudget;
  for (const finding of findings) {
    for (const evidence of finding.finding.evidence) {
      const wanted = evidence.text.replace(/^…|…$/g, "").trim();
      const wantedCompact = compact(wanted).text;
      if (wantedCompact.length < 2 || evidence.source !== undefined) continue;
      for (const index of candidates(paragraphs, evidence)) {
        budget -= paragraphs[index]!.text.length;
        if (budget < 0) break;
        const found = locate(paragraphs[index]!, wanted, wantedCompact);
        if (!found) continue;
        const passages = byParagraph.get(index) ?? [];
        byParagraph.set(index, passages);
        passages.push({ start: found[0], end: found[1], finding });
        placeOf.set(evidence, { paragraph: index, start: found[0] });
        break;
      }
    }
  }
  for (const passages of byParagraph.values()) passages.sort((a, b) => a.start - b.start || b.end - a.end);
  return { byParagraph, placeOf };
}
