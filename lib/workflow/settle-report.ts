import * as z from "zod/mini";
import { alertSchema } from "../notice/alert.ts";
import { toReportAlert } from "../notice/report-alert.ts";
import type { Item } from "../ports.ts";
import { agencyPk, findingPrefix, reportKey, type Subject, startingWith, versionPrefix } from "../record/keys.ts";
import { standingOf, surplusVersions } from "../record/register.ts";
import {
  type DerivedReport,
  deriveReport,
  parseReportItem,
  type ReportFacts,
  type ReportItem,
} from "../record/report-item.ts";
import { toVersion, type Version } from "../record/version.ts";
import { mostAttempts, type Register, type Work } from "./register.ts";
import { syncFindings } from "./sync-findings.ts";
import { writePage } from "./write-page.ts";

const outboxSchema = z.object({ owner: z.string(), alert: alertSchema, rules: z.array(z.string()) });

/**
 * Makes a report's item, findings, page and alert agree with the facts in the table, and says whether next year's report must
 * be settled too. Any number may run at once, stop anywhere and start over: the facts are only ever added to, the item is only
 * replaced by a writer that read the facts after the item it replaces, and everything else follows the item.
 */
export async function settleReport(
  register: Register,
  subject: Subject,
  work: Work,
): Promise<{ next: Subject | null }> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const settled = await trySettle(register, subject, work);
    if (settled) return settled;
  }
  throw new Error(`report overtaken ${mostAttempts} times`);
}

/** Null: another writer was faster, start over. */
async function trySettle(register: Register, subject: Subject, work: Work): Promise<{ next: Subject | null } | null> {
  const { records, checkPair, language, now } = register;
  // The item first, then the facts: a writer whose facts are older than the item's is refused below.
  const found = await records.get(reportKey(subject));
  const stored = found && parseReportItem(found);
  const { versions, lastYear, next } = await readFacts(register, subject);
  const standing = standingOf(versions);
  if (!standing) return (await forget(register, subject, stored)) ? { next } : null;
  const facts: ReportFacts = { subject, versions, standing, lastYear: standingOf(lastYear), stored };
  const derived = deriveReport(facts, checkPair, language, now());
  const written = await store(register, derived, facts, work);
  if (!written) return null;
  if (!(await agree(register, subject, derived, stored, written, work))) return null;
  const surplus = surplusVersions(versions);
  if (surplus.length > 0) {
    await records.write(
      [],
      surplus.map(({ pk, sk }) => ({ pk, sk })),
    );
  }
  return { next };
}

async function readFacts({ records }: Register, { agencyKey, yearKey }: Subject) {
  const year = /^(19|20)\d\d$/.test(yearKey) && !agencyKey.startsWith("UNKNOWN-") ? Number(yearKey) : null;
  const prefix = (of: string | number) => versionPrefix(String(of));
  const [from] = startingWith(prefix(year === null ? yearKey : year - 1));
  const [, to] = startingWith(prefix(year === null ? yearKey : year + 1));
  const items = await records.query(agencyPk(agencyKey), from, to);
  const of = (key: string | number): Version[] => items.filter(({ sk }) => sk.startsWith(prefix(key))).map(toVersion);
  const hasNext = year !== null && items.some(({ sk }) => sk.startsWith(prefix(year + 1)));
  return {
    versions: of(yearKey),
    lastYear: year === null ? [] : of(year - 1),
    next: hasNext ? { agencyKey, yearKey: String(year + 1) } : null,
  };
}

/** Stores the item with its alert in one write, unless it stands so already. Null: refused. */
async function store(
  register: Register,
  derived: DerivedReport,
  facts: ReportFacts,
  work: Work,
): Promise<ReportItem | null> {
  const { stored } = facts;
  if (stored?.basis === derived.item.basis) return stored;
  if (stored?.outbox) {
    // Its owner may have died: what was new then is told before what is new now.
    await tell(register, stored);
    return null;
  }
  let item = derived.item;
  if (item.told.alertId !== stored?.told.alertId) {
    const hasPage = await writePage(register, derived, facts.standing.shown, work);
    const page = hasPage ? `s3://${register.documentsBucket}/${item["page"]}` : null;
    const rules = [...new Set(derived.findings.map(({ rule }) => rule))];
    item = { ...item, outbox: { owner: work.owner, alert: toReportAlert(derived, facts, page), rules } };
  }
  const expected = stored ? { revision: stored.revision } : { absent: true as const };
  return (await register.records.put(item as Item, expected)) ? item : null;
}

/** Makes the findings those of the item, then tells its alert. False: the item was replaced meanwhile, so they may be another's. */
async function agree(
  register: Register,
  subject: Subject,
  derived: DerivedReport,
  stored: ReportItem | null,
  item: ReportItem,
  { owner }: Work,
): Promise<boolean> {
  const changed = await syncFindings(register, subject, derived, stored !== null);
  // An alert of another owner is published by that one, now or when its message is delivered again.
  if (item.outbox && outboxSchema.parse(item.outbox).owner === owner) return tell(register, item);
  if (!changed) return true;
  const current = await register.records.get(reportKey(subject));
  return current?.["revision"] === item.revision;
}

/** Publishes the alert that waits in the item, then takes it out. False: the item was replaced meanwhile. */
async function tell({ records, publisher }: Register, { outbox, ...item }: ReportItem): Promise<boolean> {
  const { alert, rules } = outboxSchema.parse(outbox);
  await publisher.publish(alert, rules);
  const { revision } = item;
  return records.put({ ...item, revision: revision + 1 } as Item, { revision });
}

/** Takes away a report whose every version turned out to be another agency's. */
async function forget(register: Register, subject: Subject, stored: ReportItem | null): Promise<boolean> {
  if (!stored) return true;
  if (stored.outbox) return (await tell(register, stored)) && false;
  const range = startingWith(findingPrefix(subject.yearKey));
  const findings = await register.records.query(agencyPk(subject.agencyKey), ...range);
  await register.records.write(
    [],
    findings.map(({ pk, sk }) => ({ pk, sk })),
  );
  return register.records.remove(reportKey(subject), { revision: stored.revision });
}
