import type { Language } from "../validator/finding.ts";
import type { Alert } from "./alert.ts";
import { describeResolved, describeSubjects } from "./digest/describe.ts";
import { mergeAlerts, rankSubjects, type Section, sections } from "./digest/merge-alerts.ts";
import { type DigestWords, digestWords } from "./digest/words.ts";

export interface DigestOptions {
  language?: Language;
  /** The results table's name. */
  table?: string;
  /** Addresses in the AWS console, of an s3:// address or of an item, where the caller knows how to make them. */
  consoleLinks?: { object?(address: string): string; item?(pk: string, sk: string): string };
}

/** Bytes of UTF-8. SNS takes 256 KB for subject, body and attributes together. */
const bodyLimit = 240_000;
/** Bytes kept free for headings, counts of what is left out and the closing lines. */
const reserve = 4_000;
/** How full the body may be after each section, so that a worse one never crowds the next out wholly. */
const fullness: Record<Section, number> = {
  inconsistent: 0.55,
  failed: 0.62,
  rejected: 0.78,
  incomplete: 0.86,
  withdrawn: 0.9,
  consistent: 0.95,
};

/** A body that grows block by block; past its share of the limit the blocks of a section are only counted. */
class Body {
  readonly lines: string[] = [];
  #bytes = 0;

  add(...lines: string[]): void {
    for (const line of lines) this.#bytes += Buffer.byteLength(line) + 1;
    this.lines.push(...lines);
  }

  addBlocks(blocks: Iterable<string[]>, count: number, share: number, words: DigestWords): void {
    let listed = 0;
    for (const block of blocks) {
      const size = block.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
      if (this.#bytes + size > (bodyLimit - reserve) * share) break;
      this.add(...block);
      listed++;
    }
    if (listed < count) this.add(words.rest(count - listed));
  }
}

function composeSubject(counts: Record<Section, number>, total: number): string {
  const named = [
    [counts.inconsistent, "inconsistent"],
    [counts.rejected, "unreadable"],
    [counts.failed, "failed"],
    [counts.incomplete, "incomplete"],
    [counts.withdrawn, "withdrawn"],
  ] as const;
  const told = named.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`);
  return `[gouji] ${total} arrived: ${told.length > 0 ? told.join(", ") : "all consistent"}`.slice(0, 99);
}

/**
 * Alerts → one mail: an ASCII subject below 100 characters and a plain-text body below 256 KB, the worst first, the rest
 * counted. The same alertId counts once; of several alerts about one report the latest is told.
 */
export function composeDigest(
  alerts: readonly Alert[],
  options: DigestOptions = {},
): { subject: string; body: string } {
  const words: DigestWords = digestWords[options.language ?? "zh"];
  const subjects = mergeAlerts(alerts);
  const ranked = sections.map((section) => ({ section, subjects: rankSubjects(subjects, section) }));
  const counts = Object.fromEntries(ranked.map(({ section, subjects: { length } }) => [section, length]));
  const present = ranked.filter((each) => each.subjects.length > 0);
  const summary = present.map((each) => `${words.sections[each.section]} ${words.items(each.subjects.length)}`);
  const updated = subjects.filter(({ alerts: count }) => count > 1).length;
  const resolved = subjects.filter((subject) => subject.resolved.length > 0);

  const body = new Body();
  body.add(words.title, "");
  body.add(
    present.length === 0 ? words.nothing : words.arrived(subjects.length) + summary.join(words.listJoin) + words.end,
  );
  if (updated > 0) body.add(words.updates(updated));
  for (const [index, { section, subjects: listed }] of present.entries()) {
    body.add("", words.heading(index, words.sections[section], listed.length), words.advice[section]);
    body.addBlocks(describeSubjects(listed, section, words, options), listed.length, fullness[section], words);
  }
  if (resolved.length > 0) {
    body.add("", words.resolvedHeading(present.length, resolved.length));
    body.addBlocks(describeResolved(resolved, words), resolved.length, 1, words);
  }
  body.add("", words.whereHeading(present.length + Number(resolved.length > 0)), ...words.where(options.table));
  return {
    subject: composeSubject(counts as Record<Section, number>, subjects.length),
    body: `${body.lines.join("\n")}\n`,
  };
}
