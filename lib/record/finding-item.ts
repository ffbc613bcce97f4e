import type { Item } from "../ports.ts";
import type { Finding } from "../validator/finding.ts";
import { agencyPk, digestOf, findingIndexKeys, findingPrefix, type Subject } from "./keys.ts";

const ranks = { error: "1", warning: "2", info: "3" };

/**
 * What makes two findings the same one, over versions and languages: the rule, its cells, its two numbers, and for a conflict
 * the files.
 */
export function findingId({ rule, severity, cells, expected, actual, evidence }: Finding): string {
  const files = rule.startsWith("collection/") ? evidence.map(({ source }) => source) : [];
  return digestOf(JSON.stringify([rule, severity, cells, expected, actual, ...files])).slice(0, 12);
}

/** The findings with their ids, worst first; a second one of the same id is told apart by a number. */
export function nameFindings(findings: readonly Finding[]): { id: string; finding: Finding }[] {
  const seen = new Map<string, number>();
  return sortFindings(findings).map((finding) => {
    const id = findingId(finding);
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return { id: count === 1 ? id : `${id}-${count}`, finding };
  });
}

/** The items of a report's findings. A withdrawn report's have no index keys, so that lists show what stands now. */
export function toFindingItems(
  subject: Subject & { agency: string | null; year: number | null; region: string | null; withdrawn: boolean },
  findings: readonly Finding[],
): Item[] {
  const { agencyKey, yearKey, agency, year, region } = subject;
  return nameFindings(findings).map(({ id, finding }) => ({
    pk: agencyPk(agencyKey),
    sk: `${findingPrefix(yearKey)}${ranks[finding.severity]}#${finding.rule}#${id}`,
    agency,
    year,
    ...(region ? { region } : {}),
    ...finding,
    ...(subject.withdrawn ? {} : findingIndexKeys(subject, finding.rule)),
  }));
}

export function sortFindings(findings: readonly Finding[]): Finding[] {
  // Not by localeCompare: its first call loads a collator, 8 ms of a cold start.
  return [...findings].sort((a, b) => Number(ranks[a.severity]) - Number(ranks[b.severity]));
}

/** At most `most` findings, worst first, each of bounded size: a hostile report can break any number of rules at any length. */
export function trimFindings(findings: readonly Finding[], most: number): Finding[] {
  return sortFindings(findings)
    .slice(0, most)
    .map((finding) => ({
      ...finding,
      message: finding.message.slice(0, 2000),
      cells: finding.cells.slice(0, 300),
      evidence: finding.evidence.slice(0, 30).map((each) => ({ ...each, text: each.text.slice(0, 1000) })),
    }));
}
