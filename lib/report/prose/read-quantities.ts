import { numeralCharacters, parseChineseNumeral } from "./chinese-numeral.ts";
import { countingWordAt } from "./counting-words.ts";
import type { Quantity, Reading } from "./quantity.ts";
import { isCode, isDigit, type Numeral, scanDigits, skipCode } from "./scan-digits.ts";

const scales: readonly (readonly [word: string, factor: number])[] = [
  ["千万", 1e7],
  ["百万", 1e6],
  ["十万", 1e5],
  ["万", 1e4],
  ["亿", 1e8],
  ["千", 1e3],
  ["百", 1e2],
];
/** Words before a number that make it approximate; 预约, 节约, 公约 and the like end in one of them and are none. */
const vagueBefore =
  /(?:(?<![预节公条合签附邀违])约|(?<![附最])近|接近|超|逾|不足|不少于|不低于|不下于|高于|低于|多于|少于|大于|小于|至少|最多|不超过|突破|数|几|上下|每|达到?近)\s*$/;
const vagueAfter = /^\s*(?:余|多|左右|上下|以上|以下|以内|之多|不等|有余|开外)/;
/** Counting words that numbers in Chinese numerals are read before: the others belong to set phrases (三个环节, 四类信息). */
const numeralUnits = new Set("件 宗 起 例 份 期 篇 条 场 次 人次 件次 场次 项 家".split(" "));

/** What a code unit may begin: 1 a figure, 2 a Chinese numeral, 3 a word in letters, 4 a title; 0 for all others, which are most. */
const starts = new Uint8Array(0x10000);
starts.fill(1, 48, 58).fill(3, 65, 91).fill(3, 97, 123);
for (const character of numeralCharacters) starts[character.charCodeAt(0)] = 2;
starts["《".charCodeAt(0)] = 4;

/** A title has an end within so many characters, else 《 opens none. */
const longestTitle = 120;

/** The rest of a quantity after its number: 余, 多, scale, counting word, 左右. */
function finish(text: string, start: number, number: Numeral): Quantity {
  let at = number.end;
  let { value } = number;
  const before = text.slice(Math.max(0, start - 5), start);
  // 数 and 几 are vague before numerals only (数十件): 申请数3件 is exact.
  let exact = !vagueBefore.test(isDigit(text.charCodeAt(start)) ? before.replace(/[数几]\s*$/, "") : before);
  const range = /[—\-~~至到]\s*$/.exec(text.slice(Math.max(0, start - 2), start));
  if (range && /\d/.test(text[start - 1 - range[0].length] ?? "")) exact = false;
  const skipSpaces = () => {
    while (text[at] === " ") at++;
  };
  const skipVague = () => {
    if (text[at] === "余" || text[at] === "多" || text[at] === "几") {
      exact = false;
      at++;
    }
  };
  skipSpaces();
  skipVague();
  const scale = scales.find(([word]) => text.startsWith(word, at));
  let factor = 1;
  if (scale && !(scale[0] === "百" && text.startsWith("百分", at))) {
    factor = scale[1];
    at += scale[0].length;
    skipVague();
    skipSpaces();
  }
  const unit = countingWordAt(text, at);
  if (unit) at += unit.word.length;
  else if (factor === 1) at = number.end;
  if (vagueAfter.test(text.slice(at, at + 4))) exact = false;
  const kind = unit?.kind ?? "bare";
  if (factor > 1 && kind !== "money") exact = false;
  value = factor === 1 ? value : Math.round(value * factor * 1e6) / 1e6;
  return { start, end: at, kind, value, decimals: number.decimals, unit: unit?.word ?? "", exact };
}

/** 62、45、68期: figures of a list share the counting word of its last. */
function shareUnits(text: string, quantities: Quantity[]): void {
  for (let i = quantities.length - 2; i >= 0; i--) {
    const one = quantities[i]!;
    const next = quantities[i + 1]!;
    if (one.kind !== "bare" || (next.kind !== "count" && next.kind !== "percent")) continue;
    if (!/^\s*[、和及,与]\s*$/.test(text.slice(one.end, next.start))) continue;
    one.kind = next.kind;
    one.unit = next.unit;
  }
}

/** A number in Chinese numerals from `start` before a counting word it is usual with; null else. */
function readNumeral(text: string, start: number, end: number): Quantity | null {
  const before = text[start - 1];
  if (before === "第" || before === "每" || before === "跑" || before === "之") return null;
  const written = text.slice(start, end);
  const value = parseChineseNumeral(written);
  if (value === null) return null;
  const quantity = finish(text, start, { end, value, decimals: 0 });
  if (!numeralUnits.has(quantity.unit)) return null;
  if (value === 1 && !"件宗起例".includes(quantity.unit)) return null;
  if (/^[百千万]/.test(written)) quantity.exact = false;
  return quantity;
}

/**
 * Every number with its counting word, and every year, in a folded text. Titles between 《 and 》, numbers of documents,
 * ordinals, telephone numbers, addresses and dates are no quantities. Linear in the text.
 */
export function readQuantities(text: string): Reading {
  const quantities: Quantity[] = [];
  const years: Reading["years"] = [];
  let at = 0;
  while (at < text.length) {
    const kind = starts[text.charCodeAt(at)];
    if (kind === 0) at++;
    else if (kind === 4) {
      const close = text.slice(at, at + longestTitle).indexOf("》");
      at += close > 0 ? close + 1 : 1;
    } else if (kind === 1) {
      const number = scanDigits(text, at);
      const start = at;
      if (number.end < 0 || isCode(text, at, number.end)) {
        at = skipCode(text, at);
        continue;
      }
      at = number.end;
      const year = number.value;
      if (number.end - start === 4 && year > 1948 && year < 2100 && /^\s?年/.test(text.slice(at, at + 2))) {
        const end = text.indexOf("年", at) + (text[text.indexOf("年", at) + 1] === "度" ? 2 : 1);
        years.push({ start, end, year });
        at = end;
        continue;
      }
      const quantity = finish(text, start, number);
      if (quantity.kind === "duration" && text[start - 1] === "年") quantity.kind = "duration";
      quantities.push(quantity);
      at = quantity.end;
    } else if (kind === 2) {
      const start = at;
      while (starts[text.charCodeAt(at)] === 2) at++;
      if (at - start === 4 && text[at] === "年") {
        const year = parseChineseNumeral(text.slice(start, at));
        if (year && year > 1948 && year < 2100) years.push({ start, end: at + 1, year });
        continue;
      }
      const quantity = readNumeral(text, start, at);
      if (quantity) {
        quantities.push(quantity);
        at = quantity.end;
      }
    } else at = skipCode(text, at);
  }
  shareUnits(text, quantities);
  return { quantities, years };
}
