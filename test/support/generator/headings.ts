import { statutoryParts } from "../../../lib/forms/parts.ts";
import type { Random } from "./random.ts";

/** Spellings of the parts' headings beside the official ones. */
const variants: Record<number, readonly string[]> = {
  1: ["工作基本情况", "概述", "工作概述"],
  2: ["行政机关主动公开政府信息情况", "主动公开信息情况"],
  3: ["行政机关收到和处理政府信息公开申请情况"],
  4: ["因政府信息公开工作被申请行政复议、提起行政诉讼情况", "政府信息公开行政复议和行政诉讼情况"],
  5: ["政府信息公开工作存在的主要问题及改进情况", "存在的问题及改进措施", "主要问题和改进措施"],
  6: ["其它需要报告的事项", "需要说明的事项", "其他事项"],
};
const han = "一二三四五六";

export type HeadingNumbers = "comma" | "dot" | "bracket" | "part" | "arabic" | "none";

const number = (part: number, style: HeadingNumbers) =>
  ({
    comma: `${han[part - 1]}、`,
    dot: `${han[part - 1]}．`,
    bracket: `（${han[part - 1]}）`,
    part: `第${han[part - 1]}部分 `,
    arabic: `${part}、`,
    none: "",
  })[style];

/** The six headings of a report, all numbered alike; `strange` is the share that is not the official wording. */
export function chooseHeadings(random: Random, strange: number, style: HeadingNumbers): string[] {
  return statutoryParts.map(({ part, heading }) => {
    const words = random.chance(strange) ? random.pick(variants[part]!) : heading;
    return number(part, style) + words;
  });
}
