import type { Alert } from "../alert.ts";
import type { DigestOptions } from "../digest.ts";
import type { Section, Subject } from "./merge-alerts.ts";
import type { DigestWords } from "./words.ts";

/** Reports and files of a section that are told with all their addresses; the others with their key alone. */
const toldInFull = 100;

/** One line of plain text, whatever a report or a key holds: no line breaks, control or direction marks, and not too long. */
function toLine(text: string, length: number): string {
  const line = text
    .slice(0, length * 4)
    .toWellFormed()
    .replace(/[\u0000-\u0020\u007f-\u009f\u2028\u2029]+/g, " ")
    .replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .trim();
  return line.length <= length ? line : `${line.slice(0, length).toWellFormed()}…`;
}

const nameOf = ({ agency, year }: Alert, words: DigestWords) => toLine(words.report(agency, year), 120);

/** The keys under which the results table has the report (contract.md, part 5). */
function recordKey({ agency, year, source }: Alert): [pk: string, sk: string] {
  return [`AGENCY#${agency ?? `UNKNOWN-${source.sha256.slice(0, 12)}`}`, `REPORT#${year ?? "UNKNOWN"}`];
}

function describeReason({ alert }: Subject, words: DigestWords): string {
  if (alert.rejection) return toLine(alert.rejection.message, 300);
  const { error, warning, info } = alert.counts;
  const counts = [
    error > 0 && words.errors(error),
    warning > 0 && words.warnings(warning),
    info > 0 && words.notes(info),
  ].filter(Boolean);
  const told = counts.join(words.listJoin);
  const isReason = ({ severity, rule }: Alert["findings"][number]) =>
    severity === "error" && !rule.startsWith("structure/");
  const worst = alert.findings.find(isReason) ?? alert.findings[0];
  if (!worst) return told;
  const more = error + warning + info - 1;
  return `${toLine(worst.message, 200)}${more > 0 ? words.more(more) : ""}${told ? words.bracketed(told) : ""}`;
}

function describeChanges({ alert, resolved }: Subject, words: DigestWords): string {
  const changed = alert.changes?.cells.length ?? 0;
  const added = alert.changes?.newFindings.length ?? 0;
  const parts = [
    changed > 0 && words.corrected(changed),
    added > 0 && words.added(added),
    resolved.length > 0 && words.resolved(resolved.length),
  ];
  const told = parts.filter(Boolean).join(words.listJoin);
  return told ? words.bracketed(told) : "";
}

/** The lines about one report or file: what and why in the first, where to look in the others. */
function describeSubject(
  subject: Subject,
  section: Section,
  words: DigestWords,
  options: DigestOptions,
  brief: boolean,
) {
  const { alert } = subject;
  const address = `s3://${alert.source.bucket}/${alert.source.key}`;
  const toFile = () => toLine(options.consoleLinks?.object?.(address) ?? address, 1200);
  const isFile = section === "rejected" || section === "failed";
  const name = isFile ? toLine(address, 1100) : nameOf(alert, words);
  const reason = describeReason(subject, words);
  const lines = [`- ${name}${reason ? words.colon + reason : ""}${describeChanges(subject, words)}`];
  const indent = (label: string, value: string) => lines.push(`  ${label}${words.colon}${value}`);
  if (alert.page && !brief) {
    indent(words.page, toLine(options.consoleLinks?.object?.(alert.page) ?? alert.page, 1200));
  }
  if (isFile) {
    if (options.consoleLinks?.object && !brief) indent(words.file, toFile());
    return lines;
  }
  if (!brief) indent(words.file, toFile());
  const [pk, sk] = recordKey(alert);
  indent(words.key, toLine(options.consoleLinks?.item?.(pk, sk) ?? `${pk} / ${sk}`, 300));
  return lines;
}

/** The lines about each report or file of a section, worst first. */
export function* describeSubjects(
  ranked: readonly Subject[],
  section: Section,
  words: DigestWords,
  options: DigestOptions,
) {
  for (const [index, subject] of ranked.entries()) {
    yield describeSubject(subject, section, words, options, index >= toldInFull);
  }
}

/** The lines about what was resolved in each report: at most five findings of each. */
export function* describeResolved(subjects: readonly Subject[], words: DigestWords) {
  for (const { alert, resolved } of subjects) {
    yield [`- ${nameOf(alert, words)}`, ...resolved.slice(0, 5).map(({ message }) => `  ${toLine(message, 200)}`)];
  }
}
