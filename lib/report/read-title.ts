import { fold } from "../chinese/fold.ts";
import { restoreVocabulary } from "../chinese/vocabulary.ts";

/** What a title line says. */
export interface Title {
  agency: string | null;
  year: number | null;
}

const ending =
  /(?:政府|政务)?(?:信息)?公开(?:工作)?(?:的)?(?:(?:20\d\d|19\d\d)(?:年度?)?)?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:总结)?(?:报告|年报)(?:书)?(?:\([^()]{0,20}\))*$/;
const subject = /(?:政府|政务)?(?:信息公开|政务公开)/;
const notTitle =
  /通知|培训|办法|意见|指南|目录|解读|图解|函$|公告$|一览|列表|上半年|半年|季度|[一二三四]季|月份|>|方案|要点|审计|预算|决算/;
const fileEnding = /\.(?:pdf|docx?|wps|html?|txt|xlsx?|zip|rar)$/i;
const digits = "〇零一二三四五六七八九";

/** Four Chinese digits as a year (二〇二〇 → 2020); null for anything else. */
function yearInWords(text: string): number | null {
  const values = [...text.replaceAll("○", "〇").replaceAll("O", "〇")].map((character) => digits.indexOf(character));
  if (values.length !== 4 || values.some((value) => value < 0)) return null;
  return Number(values.map((value) => Math.max(0, value - 1)).join(""));
}

/** The year that a title, clause or sentence names first (2008 to 2100); null where it names none. */
export function readYear(text: string): number | null {
  const match = /(?<!\d)(20\d\d)(?!\d)\s*(?:年|—|-|度)?/.exec(text);
  if (match) return Number(match[1]);
  const words = /([二][〇零○O][〇零○O一二三四五六七八九]{2})年/.exec(text);
  return words ? yearInWords(words[1]!) : null;
}

/** An agency's name in the contract's form: simplified, vocabulary restored, no spaces, no quotation marks around it. */
export function toAgencyName(text: string): string {
  const name = restoreVocabulary(fold(text))
    .replace(/\s+/g, "")
    .replace(/^(?:\([^()]{1,8}\)|[《“"'【[(:,、.-])+|[》”"'】\]:,、.-]+$/g, "");
  // A bracket that the name itself opens is part of it: 民政局(老龄办).
  return name.includes("(") ? name : name.replace(/[)》”"'】\]:,、.-]+$/, "");
}

const organisation =
  /(?:政府|办公厅|办公室|委员会|管委会|厅|局|委|办|处|署|部|院|会|街道|镇|乡|区|县|市|旗|省|州|盟|中心|大学|学院|学校|医院|公司|集团|站|队|所|行|社|馆|管理区|开发区|园区|新区|苏木|场|校|台|团|分局|支队|总队|大队|海关|联|监狱|机关|基地|组|庭|园|厂|库)$/;

/** Words that speak of a body without naming it, or open a sentence; 本溪, 全州, 全南 and 全椒 are places. */
const noName =
  /^(?:本(?!溪)|我|全(?![州南椒])|各|该|其|这|上述|有关|相关|现(?:将|公布|发布)|兹|特向|根据|按照|依照|公布|发布)|本(?:机关|单位|部门)|我(?:局|委|办|厅|镇|乡|区|县|市|省|单位|街道)/;

/** Whether a text can be the name of an administrative body: 2 to 45 characters, no verbs of a sentence, a body's ending. */
export function isAgencyName(name: string): boolean {
  if (name.length < 2 || name.length > 45) return false;
  if (/[,。;:!?<>|]|\d{4}年/.test(name)) return false;
  if (noName.test(name)) return false;
  return organisation.test(name.replace(/[(（][^()（）]*[)）]$/, ""));
}

const lastOfTitle = new Set([..."告报书)"].map((character) => character.charCodeAt(0)));
/** What may stand after a title's last word, a year's brackets aside. */
const afterTitle = new Set([...` 。.;《》“”"【】`].map((character) => character.charCodeAt(0)));

/** Whether a folded line ends as titles do; cheap, since every line is asked. */
function endsLikeTitle(line: string): boolean {
  let at = line.length - 1;
  while (at > 0 && (afterTitle.has(line.charCodeAt(at)) || line.charCodeAt(at) < 0x20)) at--;
  return lastOfTitle.has(line.charCodeAt(at));
}

/** Reads a line, which is `folded` in simplified characters, as the title of an annual report; null where it is none. */
export function readTitle(line: string, folded = fold(line)): Title | null {
  if (line.length < 6 || line.length > 120 || !endsLikeTitle(folded) || !folded.includes("报")) return null;
  let text = folded.replace(/\s+/g, "").replace(/[。.;]+$/, "");
  if (!/公开/.test(text) || !/报告|年报/.test(text)) return null;
  if (fileEnding.test(text)) return null;
  text = text.replace(/^【[^】]{0,6}(?:报告|年报|公开|公告|通知|转载|置顶)】/, "");
  text = text.replace(/^(?:标题|题名|信息名称|名称|文件名称|当前位置)[::]/, "").replace(/[《》“”"【】]/g, "");
  if (notTitle.test(text) || /[。!?]/.test(text) || !ending.test(text)) return null;
  const at = text.search(subject);
  if (at < 0) return null;
  const cut = text.indexOf("政府信息公开") >= 0 ? text.indexOf("政府信息公开") : at;
  let name = text.slice(0, cut);
  const year = readYear(text);
  name = name
    .replace(/(?:20\d\d|二[〇零○O][〇零○O一二三四五六七八九]{2})年?(?:度)?/g, "")
    .replace(/(?:关于|年度|的)+$/, "")
    .replace(/^关于/, "");
  if (name.endsWith("人民")) name += "政府";
  let agency = toAgencyName(name);
  if (line.includes("（")) agency = agency.replaceAll("(", "（").replaceAll(")", "）");
  return { agency: isAgencyName(agency) ? agency : null, year };
}
