import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as z from "zod/mini";
import type { Assessed } from "../assess.ts";
import type { Item } from "../ports.ts";
import {
  type ReportForHistory,
  reportForHistorySchema,
  statisticsSchema,
  toReportForHistory,
} from "../rules/history/report-for-history.ts";
import type { Finding } from "../validator/finding.ts";
import { findingSchema } from "../validator/finding-schema.ts";
import { extractionKey, type Origin, orderOf } from "./extraction.ts";
import { trimFindings } from "./finding-item.ts";
import type { Identity } from "./identity.ts";
import { agencyPk, digestOf, versionPrefix } from "./keys.ts";

const fileSchema = z.object({ bucket: z.string(), key: z.string(), sha256: z.string() });

/**
 * One report in one file as of one event: the facts that everything else in the register follows from. They are never
 * overwritten with other facts, only marked: `retiredAt` when its file was replaced or deleted, `dropped` when it turned out to
 * be another agency's.
 */
export const versionItemSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  agency: z.nullable(z.string()),
  year: z.nullable(z.int()),
  agencyFrom: z.nullable(z.enum(["report", "metadata", "roster"])),
  yearFrom: z.nullable(z.enum(["report", "metadata"])),
  region: z.nullable(z.string()),
  template: z.enum(["legacy", "2019", "2021"]),
  verdict: z.enum(["consistent", "inconsistent", "incomplete"]),
  counts: z.object({ error: z.int(), warning: z.int(), info: z.int() }),
  statistics: statisticsSchema,
  source: fileSchema,
  eventTime: z.string(),
  order: z.string(),
  /** Which of the file's reports it is, from 0. */
  index: z.int(),
  /** Key of the extract result it was read from. */
  extraction: z.string(),
  /** Findings of this report alone and what the rules between years need, packed. */
  body: z.instanceof(Uint8Array),
  /** Digest of what the assessment said; another one after rules changed. */
  digest: z.string(),
  dropped: z.boolean(),
  retiredAt: z.optional(z.string()),
});

export type VersionItem = z.infer<typeof versionItemSchema>;

/** A version as the register uses it. */
export interface Version extends Omit<VersionItem, "body"> {
  /** Unpacks the body. */
  open(): VersionBody;
}

export interface VersionBody {
  findings: Finding[];
  history: ReportForHistory;
}

const bodySchema = z.object({ findings: z.array(findingSchema), history: reportForHistorySchema });

// An item is at most 400 KB; statistics take some 8 KB.
const bodyLimit = 250_000;

/** The item of one report of a file. */
export function toVersionItem(
  assessed: Assessed,
  identity: Identity,
  origin: Origin,
  file: { sha256: string; index: number },
): VersionItem {
  const { report, findings, verdict } = assessed;
  const { agency, year, agencyFrom, yearFrom, region } = identity;
  const order = orderOf(origin);
  const statistics = storable(report.statistics) as VersionItem["statistics"];
  const history = { ...toReportForHistory(report, origin.key), agency, year, statistics: undefined };
  const body: Uint8Array<ArrayBuffer> = pack(findings, history);
  const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  return {
    pk: agencyPk(identity.agencyKey),
    sk: `${versionPrefix(identity.yearKey)}${origin.eventTime}#${digestOf(origin.bucket, origin.key).slice(0, 16)}#${order}#${file.index}`,
    agency,
    year,
    agencyFrom,
    yearFrom,
    region,
    template: report.template,
    verdict,
    counts: { error: count("error"), warning: count("warning"), info: count("info") },
    statistics,
    source: { bucket: origin.bucket, key: origin.key, sha256: file.sha256 },
    eventTime: origin.eventTime,
    order,
    index: file.index,
    extraction: extractionKey(origin),
    body,
    digest: digestOf(JSON.stringify([statistics, region, agency, year]), Buffer.from(body).toString("base64")),
    dropped: false,
  };
}

/** A version from its item as it stands in the table; throws when the item is none. */
export function toVersion(item: Item): Version {
  const { body, ...version } = versionItemSchema.parse(item);
  let opened: VersionBody | undefined;
  return {
    ...version,
    open: () => {
      opened ??= unpack(body, version.statistics);
      return opened;
    },
  };
}

function pack(findings: Finding[], history: unknown): Uint8Array<ArrayBuffer> {
  for (let most = 500; ; most = Math.floor(most / 2)) {
    const kept = storable(trimFindings(findings, most));
    const packed = deflateRawSync(JSON.stringify({ findings: kept, history }));
    if (packed.byteLength <= bodyLimit || most === 0) return new Uint8Array(packed);
  }
}

function unpack(body: Uint8Array, statistics: VersionItem["statistics"]): VersionBody {
  const { findings, history } = JSON.parse(inflateRawSync(body).toString());
  return bodySchema.parse({ findings, history: { ...history, statistics } });
}

/**
 * DynamoDB stores numbers between 1e-130 and 1e125; what is beyond, or not finite, cannot be a figure and is stored as unknown.
 * Texts are stored as UTF-8, which has no halves of characters.
 */
function storable(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, each) => {
      if (typeof each === "string") return each.toWellFormed();
      return typeof each === "number" && each !== 0 && !isStorable(Math.abs(each)) ? null : each;
    }),
  );
}

const isStorable = (size: number) => size > 1e-120 && size < 1e120;
