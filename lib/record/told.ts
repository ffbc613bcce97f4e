import * as z from "zod/mini";
import type { Finding } from "../validator/finding.ts";
import { nameFindings } from "./finding-item.ts";
import { digestOf } from "./keys.ts";

const told = z.object({
  alertId: z.string(),
  sha256: z.string(),
  withdrawn: z.boolean(),
  findings: z.array(
    z.object({
      id: z.string(),
      rule: z.string(),
      severity: z.enum(["error", "warning", "info"]),
      message: z.string(),
    }),
  ),
});

/** What people were last told about a report: kept with it, so that only what is new is told. */
export const toldSchema = told;
export type Told = z.infer<typeof told>;

// With its statistics and a waiting alert the item stays below 400 KB.
const mostFindings = 200;

/**
 * What is to be told now; the same as before (with the same `alertId`) when nothing is new. The id follows from the one before
 * it, so that a return to earlier content is told again, and a redelivery finds the id that it gave the first time.
 */
export function tellNext(
  before: Told | undefined,
  subject: { pk: string; sk: string },
  now: { sha256: string; withdrawn: boolean; findings: readonly Finding[] },
): Told {
  const findings = nameFindings(now.findings)
    .slice(0, mostFindings)
    .map(({ id, finding: { rule, severity, message } }) => ({
      id,
      rule,
      severity,
      message: message.slice(0, 120).toWellFormed(),
    }));
  const next = { sha256: now.sha256, withdrawn: now.withdrawn, findings };
  if (before && isSame(before, next)) return before;
  const state = JSON.stringify([next.sha256, next.withdrawn, findings.map(({ id }) => id)]);
  return { ...next, alertId: digestOf(subject.pk, subject.sk, before?.alertId ?? "", state).slice(0, 32) };
}

function isSame(before: Told, next: Omit<Told, "alertId">): boolean {
  if (before.withdrawn && next.withdrawn) return true;
  const ids = (told: Pick<Told, "findings">) =>
    told.findings
      .map(({ id }) => id)
      .sort()
      .join();
  return before.sha256 === next.sha256 && before.withdrawn === next.withdrawn && ids(before) === ids(next);
}
