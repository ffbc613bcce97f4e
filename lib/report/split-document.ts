import type { Block, Document } from "../document/document.ts";
import { findHeadings, type Heading } from "./find-headings.ts";
import type { FoldedDocument } from "./folded-document.ts";
import type { TitleLine } from "./name-report.ts";
import { readTitle, type Title } from "./read-title.ts";

/** A stretch of blocks that belongs to one report, or to one copy of it. */
export interface Segment {
  start: number;
  end: number;
  titles: TitleLine[];
  headings: Heading[];
}

/** One report's segments: the first is the report, further ones are copies of it. */
export interface ReportSegments {
  segments: Segment[];
}

interface TitleBlock extends TitleLine {
  block: number;
}

const textOf = (block: Block | undefined): string => (block?.kind === "text" ? block.text : "");

/** Titles may be broken over lines: a line that lacks agency or year takes them from the short lines just above it. */
function completeTitle(document: Document, index: number, title: Title): { title: Title; block: number } {
  let best = { title, block: index };
  if (title.agency && title.year) return best;
  let joined = textOf(document.blocks[index]);
  for (let above = index - 1; above >= Math.max(0, index - 2); above--) {
    const line = textOf(document.blocks[above]);
    if (line === "" || line.length > 45 || /[。,，;；:：\t>]|\d{5}/.test(line)) break;
    joined = line + joined;
    const wider = readTitle(joined);
    if (!wider || (wider.agency ?? best.title.agency) === null) continue;
    const gains = (wider.agency && !best.title.agency) || (wider.year && !best.title.year);
    if (gains)
      best = {
        title: { agency: wider.agency ?? best.title.agency, year: best.title.year ?? wider.year },
        block: above,
      };
  }
  return best;
}

function findTitles(document: FoldedDocument): TitleBlock[] {
  const titles: TitleBlock[] = [];
  document.blocks.forEach((block, index) => {
    if (block.kind !== "text") return;
    const read = readTitle(block.text, document.folded[index]!);
    if (!read) return;
    const { title, block: start } = completeTitle(document, index, read);
    titles.push({ block: start, title, text: block.text, location: block.location });
  });
  return titles;
}

const longProse = 300;

/**
 * Tells whether blocks from `start` to `end` hold a report's body rather than a list, a table of contents or a footer. Asked
 * with growing starts and ends, it looks at each block and heading once.
 */
function createBodyGauge(document: Document, headings: readonly Heading[]): (start: number, end: number) => boolean {
  let from = -1;
  let at = 0;
  let heading = 0;
  let prose = 0;
  let table = false;
  const parts = new Set<number>();
  return (start, end) => {
    if (start !== from) {
      from = at = start;
      prose = 0;
      table = false;
      parts.clear();
      while (heading < headings.length && headings[heading]!.block < start) heading++;
    }
    for (; at < end && !table && prose < longProse; at++) {
      const block = document.blocks[at]!;
      if (block.kind === "table" && block.cells.length >= 20) table = true;
      if (block.kind === "text" && block.text.length >= 30) prose += block.text.length;
    }
    for (; heading < headings.length && headings[heading]!.block < end; heading++) parts.add(headings[heading]!.part);
    return table || prose >= longProse || (parts.size >= 2 && end - start > parts.size * 2);
  };
}

const sameTitle = (a: Title | undefined, b: Title): boolean =>
  a !== undefined && (a.agency === b.agency || !a.agency || !b.agency) && (a.year === b.year || !a.year || !b.year);

/** Cuts a document where a new title follows a body, or where the parts begin anew. */
function cut(document: Document, titles: readonly TitleBlock[], headings: readonly Heading[]): Segment[] {
  const starts: number[] = [0];
  const events = [
    ...titles.map((title) => ({ block: title.block, title, heading: undefined })),
    ...headings.map((heading) => ({ block: heading.block, title: undefined, heading })),
  ].sort((a, b) => a.block - b.block);
  const hasBodyBefore = createBodyGauge(document, headings);
  let ahead = 0;
  let latestTitle: Title | undefined;
  let lastPart = 0;
  let maximum = 0;
  for (const { block, title, heading } of events) {
    const start = starts.at(-1)!;
    if (title) {
      const repeated = sameTitle(latestTitle, title.title) && lastPart > 0 && lastPart < 6;
      while (ahead < headings.length && headings[ahead]!.block <= block) ahead++;
      const next = headings[ahead];
      const restarts = next !== undefined && next.part <= lastPart;
      // A title between two parts of one report is a link or a running head.
      const inside = next !== undefined && lastPart > 0 && next.part > lastPart;
      if (block > start && !inside && (!repeated || restarts) && hasBodyBefore(start, block)) {
        starts.push(block);
        lastPart = 0;
        maximum = 0;
      }
      if (!inside) latestTitle = title.title;
    } else if (heading) {
      if (heading.part <= lastPart && maximum >= 2 && block > start) {
        starts.push(block);
        maximum = 0;
      }
      lastPart = heading.part;
      maximum = Math.max(maximum, heading.part);
    }
  }
  const segments = starts.map((start, index): Segment => {
    return { start, end: starts[index + 1] ?? document.blocks.length, titles: [], headings: [] };
  });
  for (const title of titles) segmentAt(segments, title.block).titles.push(title);
  for (const heading of headings) segmentAt(segments, heading.block).headings.push(heading);
  return segments;
}

/** Binary search: the segment that holds a block. */
function segmentAt(segments: readonly Segment[], block: number): Segment {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (segments[middle]!.start <= block) low = middle;
    else high = middle - 1;
  }
  return segments[low]!;
}

/** The share of a segment's longer lines and tables that another one holds as well. */
function sharedPart(document: Document, segment: Segment, known: ReadonlySet<string>): number {
  const own = fingerprints(document, segment);
  return own.length === 0 ? 0 : own.filter((line) => known.has(line)).length / own.length;
}

function fingerprints(document: Document, segment: Segment): string[] {
  return document.blocks.slice(segment.start, segment.end).flatMap((block) => {
    if (block.kind === "text") return block.text.length >= 8 ? [block.text] : [];
    return block.kind === "table" ? [block.cells.map((cell) => cell.text).join("|")] : [];
  });
}

/** Splits a document into its reports, each with its copies; text that belongs to none is left out later, where nothing is read from it. */
export function splitDocument(document: FoldedDocument): ReportSegments[] {
  const headings = findHeadings(document);
  const titles = findTitles(document);
  const reports: { segments: Segment[]; known: Set<string> | undefined }[] = [];
  const byTitle = new Map<string, Segment[]>();
  for (const segment of mergeBodiless(document, cut(document, titles, headings))) {
    const previous = reports.at(-1);
    const untitled = segment.titles.length === 0;
    if (previous && untitled) {
      const startsAnew = segment.headings[0]?.part === 1;
      previous.known ??= new Set(fingerprints(document, previous.segments[0]!));
      if (!startsAnew || sharedPart(document, segment, previous.known) >= 0.5) {
        previous.segments.push(segment);
        continue;
      }
    }
    const title = segment.titles.at(-1)?.title;
    const name = title?.agency && title.year ? `${title.year} ${title.agency}` : undefined;
    const twin = name === undefined ? undefined : byTitle.get(name);
    if (twin) {
      twin.push(segment);
      continue;
    }
    const segments = [segment];
    if (name !== undefined) byTitle.set(name, segments);
    reports.push({ segments, known: undefined });
  }
  return reports.map(({ segments }) => ({ segments }));
}

/** A segment without a body (navigation, a table of contents, a lone title) belongs to what follows it, a footer to what precedes it. */
function mergeBodiless(document: Document, segments: readonly Segment[]): Segment[] {
  const merged: Segment[] = [];
  let waiting: Segment | undefined;
  for (const segment of segments) {
    const joined = waiting ? join(waiting, segment) : segment;
    waiting = undefined;
    if (createBodyGauge(document, segment.headings)(segment.start, segment.end)) merged.push(joined);
    else waiting = joined;
  }
  const last = merged.at(-1);
  if (waiting && !last) merged.push(waiting);
  else if (waiting && last && waiting.titles.length === 0) {
    last.end = waiting.end;
    for (const heading of waiting.headings) last.headings.push(heading);
  }
  return merged;
}

/** Puts a bodiless segment before another; it is given up, so that its titles can be added to. */
function join(bodiless: Segment, segment: Segment): Segment {
  const { start, titles } = bodiless;
  for (const title of segment.titles) titles.push(title);
  const parts = new Set(segment.headings.map((heading) => heading.part));
  const headings = bodiless.headings.filter((heading) => !parts.has(heading.part));
  for (const heading of segment.headings) headings.push(heading);
  return { start, end: segment.end, titles, headings };
}
