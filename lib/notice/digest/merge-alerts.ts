import type { Alert } from "../alert.ts";

export interface ToldFinding {
  rule: string;
  severity: "error" | "warning" | "info";
  message: string;
}

/** What one mail says about one report or file: its latest alert, with what was resolved on the way there. */
export interface Subject {
  alert: Alert;
  resolved: ToldFinding[];
  /** How many different alerts about it were in the batch. */
  alerts: number;
}

function subjectKey({ type, agency, year, source }: Alert): string {
  if (type === "document.rejected" || type === "document.failed")
    return JSON.stringify(["file", source.bucket, source.key]);
  return JSON.stringify(agency === null ? ["report", source.sha256, year] : ["report", agency, year]);
}

/** Counts an alertId once and joins the alerts about one report or file, the latest event winning. */
export function mergeAlerts(alerts: readonly Alert[]): Subject[] {
  const once = new Map(alerts.map((alert) => [alert.alertId, alert]));
  const inTime = [...once.values()].sort((a, b) =>
    a.eventTime < b.eventTime ? -1 : a.eventTime > b.eventTime ? 1 : 0,
  );
  const subjects = new Map<string, Subject>();
  for (const alert of inTime) {
    const key = subjectKey(alert);
    const earlier = subjects.get(key);
    const resolved = [...(earlier?.resolved ?? []), ...(alert.changes?.resolvedFindings ?? [])];
    const standing = new Set(alert.findings.map(({ rule, message }) => `${rule}\n${message}`));
    subjects.set(key, {
      alert,
      resolved: resolved.filter(({ rule, message }) => !standing.has(`${rule}\n${message}`)),
      alerts: (earlier?.alerts ?? 0) + 1,
    });
  }
  return [...subjects.values()];
}

export const sections = ["inconsistent", "failed", "rejected", "incomplete", "withdrawn", "consistent"] as const;
export type Section = (typeof sections)[number];

/** The section of the mail that a subject belongs to. */
export function sectionOf({ alert }: Subject): Section {
  if (alert.type === "document.rejected") return "rejected";
  if (alert.type === "document.failed") return "failed";
  if (alert.type === "report.withdrawn") return "withdrawn";
  return alert.verdict ?? "incomplete";
}

/** Subjects of one section, worst first: more errors, then more warnings, then by name. */
export function rankSubjects(subjects: readonly Subject[], section: Section): Subject[] {
  const name = ({ alert }: Subject) => `${alert.agency ?? ""}\u0000${alert.year ?? ""}\u0000${alert.source.key}`;
  return subjects
    .filter((subject) => sectionOf(subject) === section)
    .sort(
      (a, b) =>
        b.alert.counts.error - a.alert.counts.error ||
        b.alert.counts.warning - a.alert.counts.warning ||
        (name(a) < name(b) ? -1 : 1),
    );
}
