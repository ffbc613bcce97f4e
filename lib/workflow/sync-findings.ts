import { toFindingItems } from "../record/finding-item.ts";
import { agencyPk, findingPrefix, type Subject, startingWith } from "../record/keys.ts";
import type { DerivedReport } from "../record/report-item.ts";
import type { Register } from "./register.ts";

/**
 * Makes a report's stored findings those that were derived, and says whether anything was written. `mayHaveOthers`: false where
 * the report is new, so that there is nothing to look for.
 */
export async function syncFindings(
  { records }: Register,
  subject: Subject,
  { item, findings }: DerivedReport,
  mayHaveOthers: boolean,
): Promise<boolean> {
  const { agency, year } = item;
  const region = (item["region"] as string | undefined) ?? null;
  const wanted = toFindingItems({ ...subject, agency, year, region, withdrawn: item.told.withdrawn }, findings);
  const range = startingWith(findingPrefix(subject.yearKey));
  const present = mayHaveOthers ? await records.query(agencyPk(subject.agencyKey), ...range) : [];
  const known = new Map(present.map((each) => [each.sk, canonical(each)]));
  const names = new Set(wanted.map(({ sk }) => sk));
  const puts = wanted.filter((each) => known.get(each.sk) !== canonical(each));
  const removes = present.filter(({ sk }) => !names.has(sk)).map(({ pk, sk }) => ({ pk, sk }));
  if (puts.length + removes.length > 0) await records.write(puts, removes);
  return puts.length + removes.length > 0;
}

/** An item as text whatever the order of its attributes. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each) =>
    each !== null && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
