import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { templateInForce } from "../../../lib/forms/forms.ts";
import type { Statistics } from "../../../lib/report/report.ts";
import type { Agency } from "./agencies.ts";
import { breakRelation } from "./break-relation.ts";
import { continueFigures } from "./continue-figures.ts";
import { encodeText } from "./encode.ts";
import { type FormTemplate, generateFigures } from "./figures.ts";
import { createRandom } from "./random.ts";
import { generateReport, type ReportModel } from "./report-model.ts";
import { writeHtmlBytes } from "./write-html.ts";
import { writePdf } from "./write-pdf.ts";
import { writeText } from "./write-text.ts";

export interface ManyOptions {
  /** How many reports; agencies × years, agency after agency. */
  count: number;
  /** Years reported on, ascending; neighbouring years of an agency carry over soundly. */
  years?: readonly number[];
  seed?: number;
  /** Share of reports with one broken relation, 0 to 1 (default 0). */
  broken?: number;
  /** Formats in turn (default text, HTML, text, HTML, PDF). */
  formats?: readonly ("txt" | "html" | "pdf")[];
}

/** One generated file with what is true of it. */
export interface ManyItem {
  name: string;
  bytes: Uint8Array;
  agency: string;
  year: number;
  statistics: Statistics;
  /** The cell that was made wrong; null: the report is sound. */
  brokenCell: string | null;
}

const syllables = "安白长丰高光和红吉金开兰明宁平庆荣双太文西新阳永玉远云正中竹";

/** The n-th of many invented counties' bureaus; no two alike. */
function nameAgency(index: number): Agency {
  const first = syllables[index % syllables.length]!;
  const second = syllables[Math.floor(index / syllables.length) % syllables.length]!;
  const third = syllables[Math.floor(index / syllables.length ** 2) % syllables.length]!;
  return { name: `${first}${second}${third}岭县人民政府办公室`, region: "全县", rules: false };
}

function writeReport(model: ReportModel, format: "txt" | "html" | "pdf"): Uint8Array {
  if (format === "pdf") return writePdf(model);
  if (format === "html") return writeHtmlBytes(model, { page: "site", table: { cell: "paragraph-span" } }, "utf-8");
  return encodeText(writeText(model, { layout: "bars" }), "utf-8");
}

/** Generates many reports of many invented bodies, one after another, so that memory stays small. */
export function* generateMany({
  count,
  years = [2021, 2022, 2023, 2024],
  seed = 1,
  broken = 0,
  formats = ["txt", "html", "txt", "html", "pdf"],
}: ManyOptions): Generator<ManyItem> {
  let last: { statistics: Statistics; template: FormTemplate } | undefined;
  for (let index = 0; index < count; index++) {
    const random = createRandom(seed * 1_000_003 + index);
    const agency = nameAgency(Math.floor(index / years.length));
    const year = years[index % years.length]!;
    const inForce = templateInForce(year);
    const template: FormTemplate = inForce === "legacy" ? "2019" : inForce;
    const isFirst = index % years.length === 0;
    const options = { template, size: "small", regulations: false } as const;
    const figureSeed = random.integer(0, 2 ** 30);
    const sound =
      isFirst || !last ? generateFigures(figureSeed, options) : continueFigures(figureSeed, last.statistics, options);
    last = { statistics: sound, template };
    const brokenCell = random.chance(broken) ? "applications.granted.naturalPerson" : null;
    const statistics = brokenCell === null ? sound : breakRelation(sound, brokenCell, 2);
    const format = formats[index % formats.length]!;
    const model = generateReport(random.integer(0, 2 ** 30), { template, statistics, agency, year });
    const name = `${String(index).padStart(6, "0")}-${agency.name}-${year}.${format}`;
    yield {
      name,
      bytes: writeReport(model, format),
      agency: agency.name,
      year,
      statistics: model.statistics,
      brokenCell,
    };
  }
}

/** Writes many reports into a folder; answers how many bytes they have. */
export function writeMany(folder: string, options: ManyOptions): number {
  mkdirSync(folder, { recursive: true });
  let bytes = 0;
  for (const item of generateMany(options)) {
    writeFileSync(join(folder, item.name), item.bytes);
    bytes += item.bytes.length;
  }
  return bytes;
}
