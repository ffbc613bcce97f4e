import type { CellPath } from "../../forms/form.ts";
import { type Prose, quote, readProse } from "../../report/prose/read-prose.ts";
import { sign } from "../../report/prose/sign-words.ts";
import { readSigns } from "../../report/prose/signs.ts";
import { isOfYear } from "../../report/prose/timing.ts";
import { cellValue, type Report } from "../../report/report.ts";
import type { Draft, Rule } from "../../validator/finding.ts";
import { isOthers } from "./read-statement.ts";

/** Words farther back in a sentence than so many characters do not bear on a claim; bounds the work on endless sentences. */
const reach = 600;

/** A phrase that claims something of all cases, and the cells that are then zero. */
interface Pattern {
  /** What every paragraph has that holds the phrase. */
  signs: number;
  phrase: RegExp;
  /** The zero cells, by the words of the sentence up to the phrase; empty where it speaks of anything else. */
  cells(before: string, phrase: string): CellPath[];
}

const reviewRows = ["reconsideration"];
const suitRows = ["litigationDirect", "litigationAfterReconsideration"];
const others =
  /建议|提案|留言|来信|来访|信访|投诉|举报|工单|热线|咨询|问题|任务|整改|许可|舆情|事项清单|政务服务|诉求|督办|审批|事务|业务|救助/;
const limited = /结转|转结|除|到期|应(?:当)?$|应办|计划|力争|确保|争取|努力|目标|要求(?!公开)/;

/** Rows of part four that the nearest words mean; both kinds where both stand in one clause. */
function proceedingRows(before: string): string[] {
  const at = Math.max(before.lastIndexOf("复议"), before.lastIndexOf("诉讼"));
  if (at < 0) return [];
  const clause = before.slice(Math.max(before.lastIndexOf(";", at), before.lastIndexOf(",", at)) + 1);
  return [
    ...(clause.includes("复议") && !/复议后(?:起诉|诉讼)/.test(clause) ? reviewRows : []),
    ...(clause.includes("诉讼") ? suitRows : []),
  ];
}

const cellsOf = (rows: readonly string[], ...columns: string[]): CellPath[] =>
  rows.flatMap((row) => columns.map((column) => `proceedings.${row}.${column}`));

const patterns: readonly Pattern[] = [
  {
    signs: sign.all | sign.handled,
    phrase:
      /(?:(?:全部|均|都)(?:已)?(?:按时|按期|依法|及时|如期)?(?:全部)?(?:予以)?(?:办结|办理完毕|办理完结|办理结束|处理完毕|办理完成|办复完毕|答复完毕|办毕)|(?:全部|均)已?(?:予以)?(?:依法)?答复(?=[,;。]|$)|办结率(?:均|为|达到?|均为)?100%)/g,
    cells: (before) => {
      const clause = before.slice(before.lastIndexOf(";") + 1);
      const about =
        /信息公开|政务公开|依申请|公开申请/.test(before) &&
        /申请|信息公开/.test(clause) &&
        !others.test(clause) &&
        !/复议|诉讼/.test(clause);
      return about && !limited.test(clause) ? ["applications.carriedForward.total"] : [];
    },
  },
  {
    signs: sign.none | sign.carried,
    phrase:
      /(?:无|没有|未|不存在)(?:发生|需|须|产生)?(?:[^,;。:无]{0,4})(?:结转|转结)(?:至|到|入)?(?:下一?年度?|次年|\d{4}年度?)?(?:继续)?(?:办理)?(?:的)?(?:申请|事项|件|情况)*(?=[,;。]|$)/g,
    cells: (before, phrase) => {
      if (/上|去年/.test(phrase)) return [];
      return /申请|信息公开/.test(before + phrase) && !others.test(before) ? ["applications.carriedForward.total"] : [];
    },
  },
  {
    signs: sign.all | sign.upheld,
    phrase:
      /(?:均|全部|都|皆)(?:已)?(?:获|被|予以|为|得到|依法|决定|判决|结果|裁定|是|获得|作出|复议|机关|法院|行政机关|了)*维持|维持率(?:为|达到?)?100%/g,
    cells: (before) => {
      const rows = proceedingRows(before);
      const decidedOnly = /审结|已结|结案|作出(?:决定|判决)|已判决/.test(before.slice(before.lastIndexOf(";") + 1));
      return cellsOf(rows, "corrected", ...(decidedOnly ? [] : ["pending"]));
    },
  },
  {
    signs: sign.none | sign.corrected,
    phrase: /(?:零|无|未|没有)(?:发生|出现|一|有)?(?:1|一)?(?:起|件|例)?(?:被)?(?:依法)?(?:纠错|纠正|败诉)/g,
    cells: (before, phrase) => {
      if (limited.test(before)) return [];
      if (phrase.endsWith("败诉")) return cellsOf(suitRows, "corrected");
      return cellsOf(proceedingRows(before), "corrected");
    },
  },
];

const anySign = sign.handled | sign.carried | sign.upheld | sign.corrected;

/** The claimed-zero cells that hold something. */
function positiveCells(report: Report, cells: readonly CellPath[]): CellPath[] {
  return cells.filter((cell) => (cellValue(report.statistics, cell) ?? 0) > 0);
}

function* checkParagraph(
  report: Report,
  prose: Prose,
  index: number,
  signs: number,
  told: Set<CellPath>,
): Generator<Draft> {
  const paragraph = report.paragraphs[index]!;
  const { folded } = paragraph;
  for (const pattern of patterns) {
    if ((signs & pattern.signs) !== pattern.signs) continue;
    for (const match of folded.matchAll(pattern.phrase)) {
      const sentence = prose.sentenceAt(index, match.index);
      const before = folded.slice(Math.max(sentence.start, match.index - reach), match.index);
      const cells = positiveCells(report, pattern.cells(before, match[0])).filter((cell) => !told.has(cell));
      if (cells.length === 0) continue;
      const clause = before.slice(Math.max(before.lastIndexOf(","), before.lastIndexOf(";")) + 1);
      if (!isOfYear(sentence, match.index, report.year) || isOthers(report, sentence, clause, match.index)) continue;
      // A part of the whole (其中网络申请3件全部办结) claims nothing of the rest.
      if (/其中[^;]*$/.test(before)) continue;
      for (const cell of cells) told.add(cell);
      const counts = cells.map((cell) => cellValue(report.statistics, cell));
      yield {
        message: {
          zh: `正文写“${match[0]}”，但表格中${cells.map((cell, index) => `${nameOf(cell)}${counts[index]}件`).join("、")}`,
          en: `the text says “${match[0]}”, but the table has ${cells.map((cell, index) => `${cell} = ${counts[index]}`).join(", ")}`,
        },
        cells,
        evidence: [quote(paragraph, sentence.start, sentence.end)],
      };
    }
  }
}

const names: Readonly<Record<string, string>> = {
  reconsideration: "行政复议",
  litigationDirect: "未经复议直接起诉",
  litigationAfterReconsideration: "复议后起诉",
  corrected: "结果纠正",
  pending: "尚未审结",
};

function nameOf(cell: CellPath): string {
  const [table, row, column] = cell.split(".");
  return table === "applications" ? "结转下年度继续办理" : `${names[row!]}${names[column!]}`;
}

export const claimConflict: Rule = {
  id: "narrative/claim-conflict",
  severity: "warning",
  description: {
    zh: "正文“均获维持”“全部办结”“无结转”等说法，应与表格中的纠正、未审结、结转数一致。",
    en: "均获维持, 全部办结 and 无结转 agree with what the table says was corrected, is pending or was carried forward.",
  },
  *check(report) {
    if (!report.statistics.applications && !report.statistics.proceedings) return;
    const told = new Set<CellPath>();
    const prose = readProse(report);
    const signs = readSigns(report);
    for (let index = 0; index < signs.length; index++) {
      if ((signs[index]! & anySign) === 0 || report.paragraphs[index]!.part === 5) continue;
      yield* checkParagraph(report, prose, index, signs[index]!, told);
    }
  },
};
