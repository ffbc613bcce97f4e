import { fold, stripFormat } from "../chinese/fold.ts";
import type { Place } from "../document/document.ts";
import type { FormColumn, MoneyUnit } from "../forms/form.ts";
import { rememberTexts } from "./remember-texts.ts";
import type { Figure } from "./report.ts";

const placeholder = /^(?:[/\\\-–—―─·•_]{1,8}|无|空|不适用|n\/a)$/i;
/** What spreadsheets print where a number is wider than its column, and programs where they had none: no label. */
const lost = /^(?:#{2,40}|nan|null|none|undefined|#(?:n\/a|ref!|value!|div\/0!|name\?|num!))$/i;
const counters = "件次|件|项|笔|条|宗|个|人次|次|起|份|例|户|家|批|人|部|篇|张";
const number = new RegExp(
  "^(?:共计?)?(增加|增|新增|上升|减少|减|下降|负|[+\\-–—↑↓])?" +
    "(\\d{1,3}(?:,\\d{3})+|\\d{1,15})(?:\\.(\\d{1,10}))?" +
    `(亿元|万元|元|亿|万)?(${counters})?$`,
);
/** Words for a change of nothing. */
const unchanged = /^(?:无|没有)(?:增减|变化|变动)$|^(?:持平|不变)$/;
const zeros = new Set(["零", "〇"]);
const factors: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/** Joins the lines and letter-spaced digits of one cell; white space between two whole numbers is kept, since they are two. */
function joinCell(text: string): string {
  const folded = fold(stripFormat(text)).trim();
  const lines = folded.includes("\n") ? folded.replace(/\s*\n\s*/g, "") : folded;
  if (!/\s/.test(lines)) return lines;
  const pieces = lines.split(/\s+/);
  const spaced = pieces.every((piece) => piece.length === 1 || !/^\d+$/.test(piece));
  const grouped = /^[+-]?\d{1,3}(?: \d{3})+(?:\.\d+)?$/.test(lines);
  return spaced || grouped || pieces.filter((piece) => /\d/.test(piece)).length < 2 ? pieces.join("") : lines;
}

/** Whether a text is nothing but ASCII digits: most cells are, and need no reading. */
export function isPlain(text: string): boolean {
  if (text.length === 0 || text.length > 9) return false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}

const longestFigure = 40;

const knownFigure = rememberTexts((text) => {
  const joined = unwrap(joinCell(text));
  return zeros.has(joined) || placeholder.test(joined) || number.test(joined) || lost.test(joined);
}, longestFigure);

/** Whether a cell's text could be a figure or a placeholder (and so is no label). Blank text is not. */
export function isFigureText(text: string): boolean {
  return text.length <= longestFigure && (isPlain(text) || knownFigure(text));
}

/** A mark after a figure or its unit that points to a note below the table: 3[1], 3①, 3件(注1), 3*. */
const noteMark =
  /(?<=[\d件项笔条宗个次起份例户家批人部篇张元万亿])(?:\[(?:注|注释)?\d{0,2}\]|[①-⑳※*]{1,3}|\((?:见)?(?:注|备注)[\d①-⑳]{0,2}\))$/;

/** Takes off what surrounds a figure without changing it: currency signs, closing punctuation, a bracketed unit's brackets. */
function unwrap(text: string): string {
  return text
    .replace(/^(?:人民币|[¥￥])/, "")
    .replace(noteMark, "")
    .replace(/[。.;；]$/, "")
    .replace(/\((亿元|万元|元|件|项|笔|条)\)$/, "$1");
}

/** The unit of money that a label, header or note says; undefined where it says none, or more than one. */
export function moneyUnitIn(text: string): MoneyUnit | undefined {
  const found = new Set(fold(text).match(/亿元|万元|元/g) ?? []);
  return found.size === 1 ? ([...found][0] as MoneyUnit) : undefined;
}

/** Converts an amount printed in `unit` to 万元 without binary noise (251000元 → 25.1). */
function toTenThousands(value: number, unit: MoneyUnit): number {
  const amount = unit === "元" ? value / 10_000 : unit === "亿元" ? value * 10_000 : value;
  return Number(amount.toPrecision(15));
}

/**
 * Reads one cell: a count, a signed change, or an amount converted to 万元 by the unit in the cell, else by `unit`.
 * Blank, placeholder and unreadable cells have a null value and say so in `state`.
 */
export function parseFigure(
  text: string,
  location: Place,
  kind: FormColumn["kind"] = "count",
  unit?: MoneyUnit,
): Figure {
  if (kind !== "amount" && isPlain(text)) return { value: Number(text), text, location, state: "number" };
  if (text === "") return { value: null, text, location, state: "blank" };
  const joined = unwrap(joinCell(text));
  const trimmed = stripFormat(text).trim();
  if (joined === "") return { value: null, text: trimmed, location, state: "blank" };
  if (zeros.has(joined)) return { value: 0, text: trimmed, location, state: "number", ...(unit ? { unit } : {}) };
  if (placeholder.test(joined)) return { value: null, text: trimmed, location, state: "placeholder" };
  if (kind === "change" && unchanged.test(joined)) return { value: 0, text: trimmed, location, state: "number" };
  const match = number.exec(joined);
  if (!match) return { value: null, text: trimmed, location, state: "unreadable" };
  const [, sign = "", whole = "", decimals, scale, counter] = match;
  const magnitude = Number(`${whole.replaceAll(",", "")}.${decimals ?? "0"}`);
  const signed = /^(?:减少|减|下降|负|[-–—↓])$/.test(sign) && magnitude !== 0 ? -magnitude : magnitude;
  if (kind === "amount") {
    const own = scale === "万" ? "万元" : scale === "亿" ? "亿元" : (scale as MoneyUnit | undefined);
    const said = own ?? unit;
    const value = said ? toTenThousands(signed, said) : signed;
    return { value, text: trimmed, location, state: "number", ...(said ? { unit: said } : {}) };
  }
  if (scale?.endsWith("元") && kind === "count" && counter === undefined) {
    return { value: null, text: trimmed, location, state: "unreadable" };
  }
  const value = scale && scale in factors ? Number((signed * factors[scale]!).toPrecision(15)) : signed;
  return { value, text: trimmed, location, state: "number" };
}
