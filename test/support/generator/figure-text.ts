import type { FormColumn, MoneyUnit } from "../../../lib/forms/form.ts";
import type { Value } from "../../../lib/report/report.ts";

/** How a report writes its figures. */
export interface FigureStyle {
  digits: "ascii" | "full-width";
  thousands: boolean;
  /** Counts in part two carry their counting word (150件, 997项). */
  units: boolean;
  /** What a zero looks like; blank and placeholders are then read as null. */
  zero: string;
  /** What a cell without a value looks like. */
  blank: string;
  change: "sign" | "plus" | "words" | "full-width" | "minus-sign";
  /** Where amounts say their unit: printed by the form, added to the header, beside the figure, or nowhere. */
  money: "official" | "header" | "cell" | "none";
  moneyUnit: MoneyUnit;
}

export const plainFigures: FigureStyle = {
  digits: "ascii",
  thousands: false,
  units: false,
  zero: "0",
  blank: "",
  change: "sign",
  money: "official",
  moneyUnit: "万元",
};

const factors: Record<MoneyUnit, number> = { 元: 10000, 万元: 1, 亿元: 0.0001 };

/** An amount of 万元 in another unit, without the noise of binary fractions. */
const convert = (amount: number, unit: MoneyUnit) => Number((amount * factors[unit]).toFixed(9));

function group(text: string): string {
  const [whole, fraction] = text.split(".");
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

const widen = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

function signed(value: number, magnitude: string, unit: string, style: FigureStyle): string {
  if (style.change === "words" && value !== 0) return `${value < 0 ? "减少" : "增加"}${magnitude}${unit}`;
  const minus = { sign: "-", plus: "-", words: "-", "full-width": "－", "minus-sign": "−" }[style.change];
  if (value < 0) return `${minus}${magnitude}${unit}`;
  return `${style.change === "plus" && value > 0 ? "+" : ""}${magnitude}${unit}`;
}

const countingWord = (column: FormColumn) => {
  if (column.key === "previousItems" || column.kind === "change") return "项";
  return column.key === "items" ? "笔" : "件";
};

/** The unit an amount's cell prints: the form's or the report's own. */
export const unitOf = (column: FormColumn, style: FigureStyle): MoneyUnit =>
  style.money === "official" ? (column.unit ?? "万元") : style.moneyUnit;

/** A figure as the report prints it. */
export function writeFigure(value: Value, column: FormColumn, inPartTwo: boolean, style: FigureStyle): string {
  if (value === null) return style.blank;
  if (value === 0) {
    if (style.zero !== "0") return style.zero;
    if (!style.units || !inPartTwo) return style.digits === "full-width" ? "０" : "0";
  }
  const shown = column.kind === "amount" ? convert(value, unitOf(column, style)) : value;
  // Never in exponents: nobody prints 4.3e-7.
  const plain =
    Math.abs(shown) < 1e-6 && shown !== 0 ? Math.abs(shown).toFixed(12).replace(/0+$/, "") : String(Math.abs(shown));
  const magnitude = style.thousands ? group(plain) : plain;
  const isBeside = column.kind === "amount" && style.money === "cell";
  const word = style.units && inPartTwo && column.kind !== "amount" ? countingWord(column) : "";
  const unit = isBeside ? unitOf(column, style) : word;
  const text =
    column.kind === "change" ? signed(shown, magnitude, unit, style) : (shown < 0 ? "-" : "") + magnitude + unit;
  return style.digits === "full-width" ? widen(text) : text;
}

/** What a reader must make of the printed figure: null for a blank or a placeholder, an amount in 万元 where its unit is said. */
export function readValue(value: Value, column: FormColumn, style: FigureStyle): Value {
  if (value === null || (value === 0 && style.zero !== "0")) return null;
  const isUnsaid = style.money === "none" || (style.money === "official" && column.unit === undefined);
  if (column.kind !== "amount" || !isUnsaid) return value;
  return convert(value, unitOf(column, style));
}
