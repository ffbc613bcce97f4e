import { createSpotter } from "./create-spotter.ts";
import { scopeWords } from "./sentence-signs.ts";

/** Whose figures a clause states, as seen from the body that reports. */
export type Scope = "own" | "other" | "unsaid";

const wide =
  /全(?:省|市|县|区|州|国|盟|旗|乡|镇|街道|系统|域|地区|行业)|各(?:级|地|县|市|区|州|旗|乡镇?|镇街?|街道|部门|单位|行政机关|科室|股室|处室|有关)|全体|系统内?|[两三四]级/;
const narrow = /[省市县区州旗]?本级|[省市县区州](?:直|属|级)(?:各|机关|部门|单位)|部门|单位(?!$)/;
/** A territory as a whole, whose sum its government's report is. */
const whole = /全(?:省|市|县|区|州|盟|旗|乡|镇|街道|街|域)|各级|各地/;
/** Bodies of a territory, of which its government's report is the sum. */
const below = /各(?:县|市|区|州|旗|乡镇?|镇街?|街道|科室|股室|处室|设区市|盟市)|[省市县区州盟]级|[两二三]级/;
const government = /(?:政府|管理委员会|管委会|管理区|行政公署|[省市县区州盟旗镇乡])$/;
const selfWords =
  /(?:我|本)(?:机关|单位|部门|局|委|厅|办公?室?|镇|乡|街道|市|县|区|省|州|院|校|中心|队|处|司|署|关|旗|行)/g;
const organisation =
  /[一-鿿]{0,16}?(?:办公室|办公厅|委员会|管委会|中心|街道办|支队|大队|总队|学校|医院|政府|[局委厅办乡镇署])/g;
const timeWords = /\d{4}年度?|本?年度?内?|全年|今年以来|今年|年内|一年来|期间|截[至止]|\d+月\d+日|目前/g;

const spot = createSpotter([`${scopeWords} 办 政府`]);

/** Whether the characters of `short` stand in `long` in their order: 省政府办公厅 is short for 某某省人民政府办公厅. */
export function isAbbreviation(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at++;
  return at === short.length;
}

/** Whether a body reports for a whole territory (a government, a development zone) and not for itself alone. */
export function isTerritorial(agency: string): boolean {
  return government.test(agency);
}

/**
 * Whose figures a clause states, by its words before the verb. For an office or a department 全市 and 各部门 are another's; for a
 * government 本级 and a single department are. `unsaid`: nothing is named, so the report's own body is meant.
 */
export function scopeOf(words: string, agency: string | null): Scope {
  if (spot(words) === 0 && !(agency !== null && words.includes(agency))) return "unsaid";
  const text = words.replace(timeWords, "").replace(selfWords, "");
  const own = text.length < words.replace(timeWords, "").length;
  if (agency === null) return wide.test(text) || narrow.test(text) ? "other" : own ? "own" : "unsaid";
  const territorial = isTerritorial(agency);
  const rest = text.replaceAll(agency, "");
  if (territorial) {
    if (/本级|[省市县区州](?:直|属)/.test(rest)) return "other";
    if (whole.test(rest)) return "own";
    if (narrow.test(rest) || below.test(rest)) return "other";
  } else if (wide.test(rest) || narrow.test(rest) || /[省市县区州盟]级/.test(rest)) return "other";
  for (const [name] of rest.matchAll(organisation)) {
    if (name.length > 1 && !isAbbreviation(name, agency)) return "other";
  }
  return own || rest !== text ? "own" : "unsaid";
}
