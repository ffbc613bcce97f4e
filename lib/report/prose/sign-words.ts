import { createWordTrie } from "./word-trie.ts";

/** Every word of one character of `first` and one of `second`. */
export function pairs(first: string, second: string): string {
  return [...first].flatMap((one) => [...second].map((other) => one + other)).join(" ");
}

/** What a paragraph may speak of, told by its words alone: bits of a reading's `signs`. Where a sign is wanting, so is what needs it. */
export const sign = {
  figure: 1,
  /** Something did not happen. */
  none: 2,
  all: 4,
  /** Applications and proceedings. */
  matter: 8,
  handled: 16,
  carried: 32,
  upheld: 64,
  corrected: 128,
  /** What the blank form may have left behind. */
  tableForm: 256,
  crosses: 512,
  cross: 1024,
  fillIn: 2048,
  instruction: 4096,
  nameOfBody: 8192,
  line: 16384,
  /** Charging of fees. */
  fee: 32768,
} as const;

/** The words of each sign. */
export const signWords = createWordTrie([
  `0 1 2 3 4 5 6 7 8 9 ${pairs("一二三四五六七八九十两", "件宗起例份期篇")}`,
  "未 没 无 零 不存在",
  "全部 均 都 皆 办结率 维持率",
  "复议 诉讼 申请",
  "办结 办理完 办理结束 处理完毕 办复完毕 答复 办毕",
  "结转 转结",
  "维持",
  "纠错 纠正 败诉",
  "表格",
  `${pairs("Xx×*", "Xx×*")} ${pairs("〇○", "〇○")}`,
  "X x × *",
  "填写 填入 插入 简述 写明 填报 补充",
  "填表说明 填报说明 填写说明 此处填写 此处插入 在此输入 点击此处输入 点击输入 单击此处 请输入",
  "单位名称 机关名称 单位全称 机关全称 单位盖章 公章",
  "___",
  "处理费 收费通知 收取 收费 免费 费用 缴费 收任何费 收到任何费 收过任何费",
]);
