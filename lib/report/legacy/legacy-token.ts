import { fold, stripFormat } from "../../chinese/fold.ts";
import type { Place } from "../../document/document.ts";
import { rememberTexts } from "../remember-texts.ts";

/** What a cell of a legacy statistics table is, by its text alone. */
export interface LegacyToken {
  kind: "label" | "unit" | "number" | "placeholder" | "blank" | "header";
  /** As printed. */
  text: string;
  /** Folded, white space dropped. */
  folded: string;
  location: Place;
  /** Of a number. */
  value?: number;
  /** Of a number that carries its unit, or of a unit. */
  unit?: string;
}

const units = "条|件|宗|起|例|次|场|篇|个|人|人次|份|期|项|部|种|册|卷|页|批|封|笔|万元|亿元|千元|元|千字";
const unitOnly = new RegExp(`^(?:\\(|单位:?)*(${units}|万元人民币|人\\(次\\)|次\\(场\\)|件\\(次\\))\\)?$`);
const numberOnly = new RegExp(`^([+-]?)(\\d{1,15}|\\d{1,3}(?:,\\d{3}){1,4})(\\.\\d{1,8})?(${units})?$`);
const placeholder = /^(?:[/\\·.-]|[-—–―─]{1,4}|无|空|不适用)$/;
const header =
  /^(?:统计)?(?:指标(?:名称)?|项目(?:名称)?|内容|计量单位|单位|统计数据?|统计数值|数据统计|数据|数值|数量|合计|统计|代码|指标代码|编号|序号|备注|说明|(?:本期|本月|本季)(?:实际|数)?|(?:本年|全年|本年度|年度)?累计(?:数)?|本年(?:度)?(?:实际)?数?|上年(?:度)?数?|(?:19|20)\d\d年(?:度)?数?)$/;

type Told = Omit<LegacyToken, "location">;

/** Longer texts are sentences, which never come again. */
const longest = 60;

const tellToken = rememberTexts((text: string): Told => {
  const folded = fold(stripFormat(text)).replace(/\s+/g, "");
  const token = (kind: LegacyToken["kind"], more: Partial<Told> = {}): Told => ({
    kind,
    text: text.trim(),
    folded,
    ...more,
  });
  if (folded === "") return token("blank");
  if (folded === "零") return token("number", { value: 0 });
  const number = folded.length < 40 ? numberOnly.exec(folded) : null;
  if (number) {
    const value = Number(`${number[1] === "-" ? "-" : ""}${number[2]!.replaceAll(",", "")}${number[3] ?? ""}`);
    return token("number", { value: value === 0 ? 0 : value, unit: number[4] });
  }
  if (placeholder.test(folded)) return token("placeholder");
  const unit = folded.length < 12 ? unitOnly.exec(folded) : null;
  if (unit) return token("unit", { unit: unit[1] });
  if (folded.length < 16 && header.test(folded)) return token("header");
  return token("label");
}, longest);

/** Tells what a cell holds: a figure (with its own unit, if printed beside it), a unit, a placeholder, a header word or a label. */
export function toLegacyToken(text: string, location: Place): LegacyToken {
  const { kind, text: printed, folded, value, unit } = tellToken(text);
  return { kind, text: printed, folded, location, value, unit };
}
