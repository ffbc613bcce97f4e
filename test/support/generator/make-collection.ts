import type { Report } from "../../../lib/report/report.ts";
import { compareReading } from "./compare-reading.ts";
import { encodeText } from "./encode.ts";
import { generateFigures } from "./figures.ts";
import { createRandom, type Random } from "./random.ts";
import { generateReport, type ModelBlock, type ReportModel } from "./report-model.ts";
import { toScript } from "./script.ts";
import { writeHtml } from "./write-html.ts";
import { type TextLayout, writeText } from "./write-text.ts";

/** A file that holds several reports, one after the other, with what must be read in it. */
export interface Collection {
  name: string;
  bytes: Uint8Array;
  /** The reports in the file's order, each once. */
  reports: ReportModel[];
  choices: Record<string, unknown>;
}

const junk = [
  [
    "关于印发年度普法工作安排的通知",
    "各科室：现将年度普法工作安排印发给你们，请结合实际抓好落实。",
    "一、总体要求",
    "坚持问题导向，突出重点对象。",
  ],
  ["便民服务事项清单（摘要）", "1.户口登记 2.社会保障卡申领 3.不动产登记查询"],
  [],
];

const layouts: TextLayout[] = ["bars", "bars-expanded", "markdown", "bar-lines", "cell-lines", "tabs"];

function makeReport(random: Random, year: number): ReportModel {
  const template = year < 2021 ? "2019" : "2021";
  const statistics = generateFigures(random.integer(0, 2 ** 30), {
    template,
    size: random.pick(["small", "medium"] as const),
  });
  const title = random.pick(["plain", "year-first", "late-year", "two-lines"] as const);
  return generateReport(random.integer(0, 2 ** 30), {
    template,
    statistics,
    year,
    title,
    headings: random.pick(["comma", "dot"] as const),
  });
}

/** Parts two to five again at the end, as some mirrors print them. */
function repeatParts(model: ReportModel): ReportModel {
  const first = model.blocks.findIndex((block) => block.kind === "table") - 1;
  const again: ModelBlock[] = model.blocks.slice(first);
  return { ...model, blocks: [...model.blocks, ...again] };
}

/** Makes the file of a seed: two to four reports of different bodies or years, junk between them, one perhaps printed twice. */
export function makeCollection(seed: number): Collection {
  const random = createRandom(seed).fork("collection");
  const years = [2019, 2020, 2021, 2022, 2023, 2024];
  const count = random.integer(1, 4);
  const reports = Array.from({ length: count }, (_, i) =>
    makeReport(random, years[(i + random.integer(0, 2)) % years.length]!),
  );
  const isHtml = random.chance(0.35);
  const isTwice = random.chance(0.4);
  const repeats = random.chance(0.3);
  const layout = random.pick(layouts);
  const script = random.pick(["simplified", "simplified", "traditional"] as const);
  const printed = isTwice ? [...reports, reports[random.integer(0, count - 1)]!] : reports;
  const texts = printed.map((model) => {
    const shown = repeats ? repeatParts(model) : model;
    return isHtml ? writeHtml(shown).replace(/<\/?(html|head|body)>/g, "") : writeText(shown, { layout });
  });
  const between = () =>
    random
      .pick(junk)
      .map((line) => (isHtml ? `<p>${line}</p>` : line))
      .join("\n");
  const text = texts.map((part) => `${part}\n${between()}\n`).join("");
  const bytes = encodeText(toScript(isHtml ? `<html><body>${text}</body></html>` : text, script), "utf-8");
  const choices = { count, isHtml, isTwice, repeats, layout, script };
  return { name: `collection-${seed}.${isHtml ? "html" : "txt"}`, bytes, reports, choices };
}

/** What was read otherwise than it was written; none when every report is there, in order, and exact. */
export function compareCollection(collection: Collection, reports: readonly Report[]): string[] {
  const names = (list: readonly { agency: string | null; year: number | null }[]) =>
    list.map(({ agency, year }) => `${agency} ${year}`).join(", ");
  if (names(reports) !== names(collection.reports))
    return [`${names(reports)} instead of ${names(collection.reports)}`];
  return collection.reports.flatMap((model, i) => {
    const { agency, year, template, statistics } = model;
    return compareReading({ ...collection, agency, year, template, statistics }, [reports[i]!]);
  });
}
