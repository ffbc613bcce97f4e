import type { QuantityKind } from "./quantity.ts";

const counting =
  "件次 人次 户次 场次 批次 期次 家次 卷次 条次 篇次 件 条 项 宗 起 例 次 篇 份 期 个 家 部 封 场 卷 页 人 名 位 户 张 本 类 套 批 处 台 辆 幅 则 册 种 笔 单 组 所 座 栏 段 集 档 余件 通 桩 款 字 亩 公里 轮 届 支 只 块 门 站 点 株 吨 级 回";
const durations = "个工作日 工作日 个月 个小时 小时 分钟 秒 年 月 日 天 周岁 周 岁 时 个季度 季度 周年 个年头";
const measures = "个百分点 百分点 % ‰ 倍";

function kindOf(word: string): QuantityKind {
  if (word.endsWith("百分点")) return "points";
  if (word === "%" || word === "‰") return "percent";
  return "multiple";
}

const words = new Map<string, QuantityKind>([
  ...counting.split(" ").map((word): [string, QuantityKind] => [word, "count"]),
  ...durations.split(" ").map((word): [string, QuantityKind] => [word, "duration"]),
  ...measures.split(" ").map((word): [string, QuantityKind] => [word, kindOf(word)]),
  ["元", "money"],
  ["块钱", "money"],
]);

/** Words that begin with a counting word and are none: 一件事 is a slogan, 3条例 a title, 5人民 a name. */
const notCounting = ["件事", "次性", "条例", "个性", "点钟", "人民", "人大", "本级", "点半", "级以"];

/** A word with what it measures; null where it only begins like a counting word. */
interface Entry {
  word: string;
  kind: QuantityKind | null;
}

/** Words by their first character, longest first. */
const byFirst = new Map<number, Entry[]>();
for (const entry of [
  ...[...words].map(([word, kind]) => ({ word, kind })),
  ...notCounting.map((word) => ({ word, kind: null })),
]) {
  const list = byFirst.get(entry.word.charCodeAt(0));
  if (list) list.push(entry);
  else byFirst.set(entry.word.charCodeAt(0), [entry]);
}
for (const list of byFirst.values()) list.sort((one, other) => other.word.length - one.word.length);

/** Whether a counting word may begin with a code unit. */
export function beginsCount(code: number): boolean {
  return byFirst.has(code);
}

/** The longest counting word at `at`, with what it measures; null where none stands there. */
export function countingWordAt(text: string, at: number): { word: string; kind: QuantityKind } | null {
  const list = byFirst.get(text.charCodeAt(at));
  if (list === undefined) return null;
  for (const entry of list) {
    if (entry.word.length === 1 || text.startsWith(entry.word, at))
      return entry.kind === null ? null : (entry as { word: string; kind: QuantityKind });
  }
  return null;
}
