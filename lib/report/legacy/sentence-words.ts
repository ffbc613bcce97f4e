import { createSpotter } from "../prose/create-spotter.ts";

/** What a sentence of a legacy report may speak of, told by its words alone: bits of `spotSentenceWords`. */
export const sentenceWord = {
  disclosure: 1,
  answers: 2,
  complaints: 4,
  /** A character of which one stands in every clause that says that something did not happen. */
  denial: 8,
  /** Other years, or plans. */
  otherTime: 16,
  /** A group of figures. */
  subject: 32,
} as const;

/** Finds the words of a sentence in one look at each of its characters; its mentions need closer looks only at what it has. */
export const spotSentenceWords = createSpotter([
  "信息公开 依申请 检索 复制",
  "答复 办理结果 处理结果",
  "举报 投诉",
  "未 没 无 零",
  "以来 历年 上年 上一年 去年 前年 往年 同期 自 将 计划 拟 力争 争取 预计",
  "复议 诉讼 举报 投诉 申请 主动公开",
]);
