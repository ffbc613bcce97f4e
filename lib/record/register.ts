import type { Finding, Language, Verdict } from "../validator/finding.ts";
import { verdictOf } from "../validator/verdict.ts";
import { conflictFindings } from "./conflict.ts";
import type { Version } from "./version.ts";

/** How one agency and year stands, given all that is known of it; `shown` is its version, current or (when withdrawn) last. */
export interface Standing {
  shown: Version;
  withdrawnAt: string | null;
  /** Other files that are still there and say other figures. */
  rivals: Version[];
}

/** Which of a year's versions is current. Null: there is none, not even a former one. A pure function of the facts, in any order. */
export function standingOf(versions: readonly Version[]): Standing | null {
  const known = versions.filter((version) => !version.dropped).sort(compareVersions);
  const live = known.filter((version) => version.retiredAt === undefined);
  if (live.length === 0) {
    // The one that went last; the sort is stable, so on a tie the greater one.
    const last = known.sort((a, b) => compare(a.retiredAt!, b.retiredAt!)).at(-1);
    return last ? { shown: last, withdrawnAt: last.retiredAt!, rivals: [] } : null;
  }
  const shown = live.at(-1)!;
  const others = live.filter((version) => fileOf(version) !== fileOf(shown));
  const rivals = others.filter((version) => differs(version, shown));
  return { shown, withdrawnAt: null, rivals };
}

/** The later event counts; on a tie the greater key; of one file's several reports on one year the first. */
export function compareVersions(a: Version, b: Version): number {
  return (
    compare(a.eventTime, b.eventTime) ||
    compare(a.source.key, b.source.key) ||
    compare(a.source.bucket, b.source.bucket) ||
    compare(a.order, b.order) ||
    b.index - a.index
  );
}

const manyVersions = 30;

/**
 * Versions that say nothing more once there are many, as when the same files are uploaded every night: of one file's same content
 * only the last version is of use, and those that are not retired. None below 30 versions of a year.
 */
export function surplusVersions(versions: readonly Version[]): Version[] {
  if (versions.length <= manyVersions) return [];
  const later = new Set<string>();
  const surplus: Version[] = [];
  for (const version of [...versions].sort(compareVersions).reverse()) {
    const content = [fileOf(version), version.source.sha256, version.index, version.digest].join("\n");
    if (version.dropped) continue;
    if (version.retiredAt !== undefined && later.has(content)) surplus.push(version);
    later.add(content);
  }
  return surplus;
}

/** Compares two pairs' halves: the rules between years. */
export type CheckPair = (earlier: PairSide, later: PairSide, language: Language) => Finding[];
export type PairSide = ReturnType<Version["open"]>["history"];

/**
 * Everything that holds of a standing report: its own findings, a conflict with another file, and what last year's standing
 * report brings. A withdrawn report takes no part in conflicts or pairs.
 */
export function findingsOf(
  standing: Standing,
  lastYear: Standing | null,
  checkPair: CheckPair,
  language: Language,
): { findings: Finding[]; verdict: Verdict; counts: Record<Finding["severity"], number> } {
  const { shown, withdrawnAt, rivals } = standing;
  const { findings: own, history } = shown.open();
  const pairs = withdrawnAt === null && lastYear?.withdrawnAt === null;
  const added = [
    ...conflictFindings(shown, rivals, language),
    ...(pairs ? checkPair(lastYear.shown.open().history, history, language) : []),
  ];
  const counts = { ...shown.counts };
  for (const { severity } of added) counts[severity]++;
  return { findings: [...own, ...added], verdict: worse(shown.verdict, verdictOf(added)), counts };
}

const weight: Record<Verdict, number> = { consistent: 0, incomplete: 1, inconsistent: 2 };
const worse = (a: Verdict, b: Verdict): Verdict => (weight[a] >= weight[b] ? a : b);

const fileOf = ({ source }: Version) => `${source.bucket}/${source.key}`;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const differs = (a: Version, b: Version) => a.source.sha256 !== b.source.sha256 && figuresOf(a) !== figuresOf(b);

/** A report's figures as text, in one order whatever order they were read in. */
function figuresOf({ statistics }: Version): string {
  return JSON.stringify(statistics, (_, value) =>
    value !== null && typeof value === "object"
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => compare(a, b)))
      : value,
  );
}
