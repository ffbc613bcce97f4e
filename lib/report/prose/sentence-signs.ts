import { createSpotter } from "./create-spotter.ts";
import type { Sentence } from "./mention.ts";
import { pairs } from "./sign-words.ts";

/** What a sentence may speak of, told by its words alone: bits of `signsOf`. Where a sign is wanting, so is what needs it. */
export const sentenceSign = {
  disclosure: 1,
  /** Other business than applications for information. */
  otherBusiness: 2,
  /** Another span of time than the year. */
  otherSpan: 4,
  /** Whose figures are meant: a territory, a body. */
  scope: 8,
} as const;

/** Words that name whose figures are meant. 办理 and 政府信息 do not, though 办 and 政府 may. */
export const scopeWords = `${pairs("全", "省市县区州国盟旗乡镇街系域地行体")} ${pairs("各", "级地县市区州旗乡镇街部单行科股处有设盟")} 系统 ${pairs("二两三四", "级")}
  本级 ${pairs("省市县区州盟", "级直属")} 部门 单位 ${pairs("我本", "机单部局委厅办镇乡街市县区省州院校中队处司署关旗行")} 中心 支队 大队 总队 学校 医院 局 委 厅 乡 镇 署`;
const mayBeScope = 1 << 4;
const isScope = /办(?![理结])|政府(?!信息|网站)/;

const spot = createSpotter([
  "信息公开 政务公开 依申请 公开申请",
  "建议 提案 留言 来信 信访 投诉 举报 工单 热线 咨询 许可 舆情 问政 整改 公文 公开属性 发文 拟稿 最短 最快 最长 平均",
  "上半年 下半年 季度 历年 累计 以来 以前 上年 上一年 去年 日均 月均 往年 近 五年 计划 拟 预计 力争 同期 月",
  scopeWords,
  "办 政府",
]);

/** The signs of a sentence, found in one look at each of its characters and kept with it. */
export function signsOf(sentence: Sentence): number {
  if (sentence.signs < 0) {
    const found = spot(sentence.text);
    const scoped = found & mayBeScope && isScope.test(sentence.text) ? sentenceSign.scope : 0;
    sentence.signs = found | scoped;
  }
  return sentence.signs;
}
