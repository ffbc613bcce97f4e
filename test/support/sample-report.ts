import { type CellPath, formCells } from "../../lib/forms/form.ts";
import { formOf } from "../../lib/forms/forms.ts";
import type { Figure, Paragraph, Report, Statistics } from "../../lib/report/report.ts";

/** What to print in a cell instead of the sound figure: a number, or a text that is none. */
export type Override = number | string;

export interface SampleOptions {
  template?: "2019" | "2021";
  agency?: string | null;
  year?: number | null;
  /** Cell path → what stands there instead. */
  cells?: Record<CellPath, Override>;
  /** Row paths (`applications.other`) that the report lacks. */
  missingRows?: string[];
  /** [part, text] of each paragraph. */
  prose?: [part: number, text: string][];
}

const naturalPerson: Record<string, number> = {
  newlyReceived: 41,
  carriedOver: 3,
  granted: 18,
  partiallyGranted: 5,
  deniedInternalAffairs: 2,
  unavailableNotHeld: 9,
  notProcessedPetition: 4,
  otherMiscellaneous: 2,
  other: 2,
  totalHandled: 40,
  carriedForward: 4,
};
const enterprise: Record<string, number> = { newlyReceived: 6, granted: 4, unavailableNotHeld: 2, totalHandled: 6 };
const disclosure: Record<string, number> = {
  "normativeDocuments.issued": 12,
  "normativeDocuments.repealed": 3,
  "normativeDocuments.inForce": 87,
  "normativeDocuments.disclosed": 12,
  "normativeDocuments.disclosedTotal": 87,
  "licensing.decisions": 1534,
  "penalties.decisions": 268,
  "coercion.decisions": 31,
  "fees.amount": 27042.62,
  "procurement.items": 76,
  "procurement.amount": 126.57,
};
const proceedings: Record<string, number> = {
  "reconsideration.upheld": 3,
  "reconsideration.pending": 1,
  "reconsideration.total": 4,
  "litigationDirect.upheld": 1,
  "litigationDirect.total": 1,
};

/** The sound figure of a cell: an invented county office whose every relation holds. */
function soundFigure(table: string, row: string, column: string): number {
  if (table === "disclosure") return disclosure[`${row}.${column}`] ?? 0;
  if (table === "proceedings") return proceedings[`${row}.${column}`] ?? 0;
  const person = naturalPerson[row] ?? 0;
  const company = enterprise[row] ?? 0;
  return { naturalPerson: person, commercialEnterprise: company, total: person + company }[column] ?? 0;
}

function toFigure(printed: Override, line: number): Figure {
  const location = { line };
  if (typeof printed === "number") return { value: printed, text: String(printed), location, state: "number" };
  const text = printed.trim();
  if (text === "") return { value: null, text, location, state: "blank" };
  if (/^(\/|\\|-|—+|·|无|空|不适用)$/.test(text)) return { value: null, text, location, state: "placeholder" };
  const number = Number(text.replaceAll(",", ""));
  return Number.isNaN(number)
    ? { value: null, text, location, state: "unreadable" }
    : { value: number, text, location, state: "number" };
}

const soundProse: [number, string][] = [
  [0, "本报告根据《中华人民共和国政府信息公开条例》编制，数据统计期限为2023年1月1日至12月31日。"],
  [1, "2023年，云岭县人民政府办公室共收到政府信息公开申请47件，上年结转3件，全部依法办理，结转下年度4件。"],
  [1, "其中，网络申请30件，信函申请12件，当面申请5件，合计47件；信函申请占25.5%。"],
  [5, "公开内容的解读形式还不够丰富，下一步将增加图解和问答，并每季度检查一次栏目更新。"],
  [6, "本机关2023年没有收取政府信息公开信息处理费。"],
];

function toParagraph([part, text]: [number, string], index: number): Paragraph {
  return { part, text, folded: text, location: { line: 5 + index * 3 }, breaks: [] };
}

/** A report as the parser would make it, of an invented agency; figures hold unless `cells` says otherwise. */
export function sampleReport(options: SampleOptions = {}): Report {
  const template = options.template ?? "2021";
  const figures = new Map<CellPath, Figure>();
  const statistics: Statistics = {};
  let line = 30;
  for (const { path, table, row, column } of formCells(formOf(template)!)) {
    const rows = statistics[table.name] ?? {};
    statistics[table.name] = rows;
    if (options.missingRows?.includes(`${table.name}.${row.key}`)) continue;
    const figure = toFigure(options.cells?.[path] ?? soundFigure(table.name, row.key, column.key), line++);
    figures.set(path, figure);
    const values = rows[row.key] ?? {};
    rows[row.key] = values;
    values[column.key] = figure.value;
  }
  const year = options.year === undefined ? 2023 : options.year;
  return {
    agency: options.agency === undefined ? "云岭县人民政府办公室" : options.agency,
    year,
    template,
    statistics,
    figures,
    tables: { disclosure: toReading(), applications: toReading(), proceedings: toReading() },
    sections: [1, 2, 3, 4, 5, 6].map((part) => ({
      part,
      heading: { text: `第${part}部分`, location: { line: part } },
    })),
    paragraphs: (options.prose ?? soundProse).map(toParagraph),
    agencyNames: [],
    yearNames: [],
    period: null,
    notes: [],
  };
}

function toReading(): Report["tables"]["disclosure"] {
  return { state: "present", evidence: [], missingRows: [], unknownRows: [], conflicts: [], unreadableRows: [] };
}

/** A report on 2018 or earlier that states `stated` (legacy key → number) and says `prose`. */
export function sampleLegacyReport(stated: Record<string, number>, prose: string[]): Report {
  const report = sampleReport({ year: 2016 });
  const figures = Object.entries(stated).map(([key, value], i): [string, Figure] => [
    `legacy.${key}`,
    toFigure(value, 20 + i),
  ]);
  return {
    ...report,
    template: "legacy",
    statistics: { legacy: stated },
    figures: new Map(figures),
    sections: [],
    paragraphs: prose.map((text, i) => ({ ...toParagraph([0, text], i), part: null })),
  };
}
