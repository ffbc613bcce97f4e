import { fold } from "../chinese/fold.ts";
import type { Place } from "../document/document.ts";
import { isAgencyName, readYear, type Title, toAgencyName } from "./read-title.ts";
import { type Evidence, type Naming, type Paragraph, placeAt, type Report } from "./report.ts";

/** A title line of a report with its place. */
export interface TitleLine {
  title: Title;
  text: string;
  location: Place;
}

type Named = Pick<Report, "agency" | "year" | "agencyNames" | "yearNames" | "period">;

const compiler = /由([^由,。;:!?()]{2,45}?)(?:负责|组织|牵头|按要求|统一|汇总)*(?:编制|编写|编撰|撰写|编纂|制作完成)/;
const timePhrase =
  /^(?:[(（]?[一二三四五六七八九十][)）、.]|\d{1,2}[、.])?(?:(?:20\d\d年度?(?:以来)?|今年以来|一年来|过去一年|本年度)[,:]?)?/;
const clauseSubject =
  /^([\p{Script=Han}()]{2,32}?(?:人民政府办公[厅室]|政府办公[厅室]|人民政府|委员会|管委会|办公[厅室]|管理区|管理局|办事处|街道办|厅|局|委|办|院|中心|镇|乡|大学|学院|公司|署|部|海关|街道|支队|总队|大队|县|区|市))(?=(?:党组|党委|及|高度|全面|认真|坚持|严格|深入|积极|紧紧|以|按照|围绕|始终|切实|贯彻|在|根据|持续|不断|扎实|主动|依法|共|牢牢|立足|聚焦|着力|大力|进一步|坚决|继续|把|将|严|深|强化|加强|落实|推进|,))/u;
const periodClause =
  /(?:统计|数据|报告|时限|期限)[^。;]{0,30}?(20\d\d)年?(\d{1,2})?月?(\d{1,2})?日?[^。;]{0,6}?[至到—~-]+[^。;\d]{0,4}(?:(20\d\d)年?)?(\d{1,4})月?(\d{1,2})?日/;

const pad = (text: string | undefined): string => (text ?? "").padStart(2, "0");

/** A date of the period; digits glued by lost 年 and 月 (“202111日至1231日”) are parted where only one reading is a date. */
function toDate(year: string, month: string | undefined, day: string | undefined): string | null {
  if (month && day) return `${year}-${pad(month)}-${pad(day)}`;
  const glued = month ?? day;
  if (glued === "11") return `${year}-01-01`;
  if (glued && glued.length === 4) return `${year}-${glued.slice(0, 2)}-${glued.slice(2)}`;
  return null;
}

function evidenceAt(paragraph: Paragraph, start: number, length: number): Evidence {
  return { text: paragraph.text.slice(start, start + length), location: placeAt(paragraph, start) };
}

/** The sentence of a paragraph that holds `offset`. */
function sentenceAround(paragraph: Paragraph, offset: number): Evidence {
  const start =
    Math.max(paragraph.folded.lastIndexOf("。", offset - 1), paragraph.folded.lastIndexOf(";", offset - 1)) + 1;
  const end = paragraph.folded.indexOf("。", offset);
  return evidenceAt(paragraph, start, Math.min(300, (end < 0 ? paragraph.text.length : end) - start));
}

function readPeriod(paragraphs: readonly Paragraph[]): Report["period"] {
  for (const paragraph of paragraphs) {
    // What a period ends with; most paragraphs have none.
    if (!paragraph.folded.includes("日")) continue;
    if (!/期限|时限|起至|起到|统计|截至|截止/.test(paragraph.folded)) continue;
    const match = periodClause.exec(paragraph.folded);
    if (!match) continue;
    const [, year = "", month, day, endYear, endMonth, endDay] = match;
    const from = toDate(year, month, day);
    const to = toDate(endYear ?? year, endMonth, endDay);
    return { from, to, evidence: sentenceAround(paragraph, match.index) };
  }
  return null;
}

function firstOfPartOne(paragraphs: readonly Paragraph[], most: number): readonly Paragraph[] {
  const first: Paragraph[] = [];
  for (let at = 0; at < paragraphs.length && first.length < most; at++) {
    if (paragraphs[at]!.part === 1) first.push(paragraphs[at]!);
  }
  return first;
}

/** The first year that the text of part one (else of the report) opens with, as the year reported on. */
function readOpeningYear(paragraphs: readonly Paragraph[]): Naming | null {
  const opening = firstOfPartOne(paragraphs, 2);
  for (const paragraph of opening.length > 0 ? opening : paragraphs.slice(0, 3)) {
    const start = paragraph.folded.slice(0, 200);
    const end = start.indexOf("。");
    const sentence = end < 0 ? start : start.slice(0, end);
    const match = /^(?:[(]?[一二三四五六七八九十][)、.])?\s*(20\d\d)年(?:度|以来|来)?\s*[,，:]?/.exec(sentence);
    const year = match ? readYear(match[0]) : null;
    if (year) return { from: "subject", value: String(year), evidence: evidenceAt(paragraph, 0, sentence.length) };
  }
  return null;
}

function readCompiler(paragraphs: readonly Paragraph[]): Naming | null {
  for (const paragraph of paragraphs.slice(0, 40)) {
    if ((paragraph.part ?? 0) > 1) break;
    const match = paragraph.folded.includes("由") ? compiler.exec(paragraph.folded) : null;
    if (!match) continue;
    const name = toAgencyName(match[1]!);
    if (isAgencyName(name)) return { from: "compiler", value: name, evidence: sentenceAround(paragraph, match.index) };
  }
  return null;
}

function readSubject(paragraphs: readonly Paragraph[]): Naming | null {
  const opening = firstOfPartOne(paragraphs, 3);
  for (let index = 0; index < opening.length; index++) {
    // A line that holds only the year is the start of the sentence that the next line goes on with.
    const { folded } = opening[index]!;
    const start = timePhrase.exec(folded.replace(/\s+/g, ""))?.[0].length ?? 0;
    const match = clauseSubject.exec(folded.replace(/\s+/g, "").slice(start, start + 80));
    const name = match ? toAgencyName(match[1]!) : "";
    if (isAgencyName(name)) {
      return { from: "subject", value: name, evidence: sentenceAround(opening[index]!, 0) };
    }
    if (folded.length > 20) break;
  }
  return null;
}

function titleNames(titles: readonly TitleLine[]): { agencies: Naming[]; years: Naming[] } {
  // The title nearest to the text counts; lines above it may be the site's.
  const nearest = [...titles].reverse();
  const naming = (line: TitleLine, value: string): Naming => ({
    from: "title",
    value,
    evidence: { text: line.text, location: line.location },
  });
  return {
    agencies: nearest.flatMap((line) => {
      const compatible = !line.title.year || !nearest[0]!.title.year || line.title.year === nearest[0]!.title.year;
      return line.title.agency && compatible ? [naming(line, line.title.agency)] : [];
    }),
    years: nearest.flatMap((line) => (line.title.year ? [naming(line, String(line.title.year))] : [])),
  };
}

/**
 * Names a report: agency by title, compiling clause, subject of part one; year by title, period, opening of part one
 * (contract.md, part 1). Null where nothing names it; never from the contact clause.
 */
export function nameReport(titles: readonly TitleLine[], paragraphs: readonly Paragraph[]): Named {
  const { agencies, years } = titleNames(titles);
  const period = readPeriod(paragraphs);
  const agencyNames = [agencies[0], readCompiler(paragraphs), readSubject(paragraphs)].filter((name) => name != null);
  const periodYear = period ? readYear(fold(period.from ?? period.evidence.text)) : null;
  const yearNames = [
    years[0],
    period && periodYear ? { from: "period" as const, value: String(periodYear), evidence: period.evidence } : null,
    readOpeningYear(paragraphs),
  ].filter((name) => name != null);
  return {
    agency: agencyNames[0]?.value ?? null,
    year: yearNames[0] ? Number(yearNames[0].value) : null,
    agencyNames,
    yearNames,
    period,
  };
}
