import { createHash } from "node:crypto";
import type { Assessed } from "../../lib/assess.ts";
import type { Document } from "../../lib/document/document.ts";
import { toRejection } from "../../lib/document/rejection.ts";
import type { Extraction } from "../../lib/record/extraction.ts";
import type { CheckPair } from "../../lib/record/register.ts";
import { emptyRoster } from "../../lib/record/roster.ts";
import type { Value } from "../../lib/report/report.ts";
import type { Finding } from "../../lib/validator/finding.ts";
import { verdictOf } from "../../lib/validator/verdict.ts";
import type { Register } from "../../lib/workflow/register.ts";
import { MemoryObjects, MemoryPublisher, MemoryRecords } from "./memory-ports.ts";
import { buildReport } from "./report-builder.ts";

/** One report of a made-up file. */
export interface FakeReport {
  agency: string | null;
  year: number | null;
  cells?: Record<string, Value>;
  /** Rules that it breaks by itself. */
  broken?: string[];
}

const toSha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A Document that carries made-up reports as its text, for `assessFake` to read. */
export function toFakeDocument(reports: readonly FakeReport[], name = "report.txt"): Document {
  const text = JSON.stringify(reports);
  const source = { name, sha256: toSha256(text), bytes: text.length, mediaType: "text/plain" };
  return { schemaVersion: 1, source, blocks: [{ kind: "text", text, location: { line: 1 } }], notes: [] };
}

/** Stands for `assess`: reads the reports that `toFakeDocument` put into a document. */
export function assessFake(document: Document): {
  reports: Assessed[];
  rejection: ReturnType<typeof toRejection> | null;
} {
  const [block] = document.blocks;
  const reports = block?.kind === "text" ? (JSON.parse(block.text) as FakeReport[]) : [];
  const assessed = reports.map(({ agency, year, cells = {}, broken = [] }) => {
    const findings = broken.map((rule): Finding => {
      const severity = rule.startsWith("narrative/") ? "warning" : "error";
      return { rule, severity, message: rule, cells: [], expected: 1, actual: 2, evidence: [] };
    });
    return { report: buildReport({ agency, year, cells }), findings, verdict: verdictOf(findings) };
  });
  return { reports: assessed, rejection: assessed.length > 0 ? null : toRejection("no-report") };
}

/** Stands for the rules between years: the carried figure, in every column. */
export const checkFakePair: CheckPair = (earlier, later) =>
  Object.entries(later.statistics.applications?.["carriedOver"] ?? {}).flatMap(([column, actual]): Finding[] => {
    const expected = earlier.statistics.applications?.["carriedForward"]?.[column] ?? null;
    if (actual === null || expected === null || actual === expected) return [];
    const evidence = [later, earlier].map(({ source }) => ({ text: "", location: { line: 1 }, source }));
    const cells = [`applications.carriedOver.${column}`];
    return [{ rule: "history/carry-over", severity: "error", message: "", cells, expected, actual, evidence }];
  });

export interface FakeUpload {
  key: string;
  /** Minutes since the first day: gives the event's time and its sequencer. */
  at: number;
  reports?: FakeReport[];
  rejected?: "pdf-corrupt" | "empty";
  failed?: boolean;
  removed?: boolean;
  metadata?: { agency?: string; year?: number };
}

/** The extract result of a made-up upload or deletion. */
export function toFakeExtraction({ key, at, reports, rejected, failed, removed, metadata }: FakeUpload): Extraction {
  const document = toFakeDocument(reports ?? [], key);
  const sha256 = rejected || failed ? toSha256(`${key} ${rejected ?? "failed"}`) : document.source.sha256;
  const time = new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString();
  const origin = {
    bucket: "uploads",
    key,
    etag: removed ? null : sha256.slice(0, 32),
    sequencer: (at + 1).toString(16).padStart(6, "0").toUpperCase(),
    versionId: null,
    eventTime: time,
    lastModified: time,
    agency: metadata?.agency ?? null,
    year: metadata?.year ?? null,
  };
  if (removed) return { schemaVersion: 1, outcome: "removed", origin };
  if (failed) return { schemaVersion: 1, outcome: "failed", origin, sha256, reason: "Error" };
  if (rejected) return { schemaVersion: 1, outcome: "rejected", origin, sha256, rejection: toRejection(rejected) };
  return { schemaVersion: 1, outcome: "read", origin, sha256, document };
}

export interface MemoryRegister extends Register {
  records: MemoryRecords;
  objects: MemoryObjects;
  publisher: MemoryPublisher;
}

/** A register on ports in memory, with made-up reports and a clock that stands. */
export function createMemoryRegister(options: Partial<Register> = {}): MemoryRegister {
  return {
    records: new MemoryRecords(),
    objects: new MemoryObjects(),
    publisher: new MemoryPublisher(),
    documentsBucket: "documents",
    roster: emptyRoster,
    language: "zh",
    assess: assessFake,
    checkPair: checkFakePair,
    renderPage: async ({ report, findings }) => `<p>${report.agency} ${report.year} ${findings.length}</p>`,
    now: () => "2026-02-01T00:00:00.000Z",
    warn: () => {},
    ...options,
  } as MemoryRegister;
}
