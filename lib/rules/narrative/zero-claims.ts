import type { CellPath } from "../../forms/form.ts";
import { createStripper } from "../../report/prose/strip-words.ts";

/** What a phrase says did not happen, and the cells that are then zero; each list is one row or group of rows. */
export interface ZeroClaim {
  what: { zh: string; en: string };
  cells: CellPath[];
}

const applications: ZeroClaim = {
  what: { zh: "未收到申请", en: "no application was received" },
  cells: ["applications.newlyReceived.total"],
};
const carriedOver: ZeroClaim = {
  what: { zh: "无上年结转", en: "nothing was carried over" },
  cells: ["applications.carriedOver.total"],
};
const reconsideration: ZeroClaim = {
  what: { zh: "无行政复议", en: "no reconsideration" },
  cells: ["proceedings.reconsideration.total"],
};
const litigation: ZeroClaim = {
  what: { zh: "无行政诉讼", en: "no litigation" },
  cells: ["proceedings.litigationDirect.total", "proceedings.litigationAfterReconsideration.total"],
};

const stripProceedings = createStripper(
  `因 就 由 于 政府 信息 公开 政务 政府信息 信息公开 政务公开 工作 依申请 依申请公开 申请 被 提起 提请 提出 引发 引起 产生 导致 涉及 有关 相关 的 行政 复议 诉讼 行政复议 行政诉讼 应诉 案件 案 件
  情况 事项 和 或 及 以及 与 、 或者 、 发生 收到 出现 公民 法人 其他组织 其它组织 社会组织 任何 申诉 举报 投诉 要求 针对 对 本 我 机关 局 单位 镇 县 区 市 街道 乡 办 办公室 答复 而 起 一 1 零
  等 事件 行政争议 争议 现象 问题 方面 政府信息公开 了 过 到 关于 不服 处理 类 事宜 记录 书 事`,
);
const stripApplications = createStripper(
  `公民 法人 和 及 或 或者 其他组织 其它组织 社会组织 其他 组织 、 个人 机构 诉求 单位 任何 政府 信息 公开 政府信息 政务信息 信息公开 依申请 依申请公开 申请 的 提出 提交 要求 获取 向 我 本 机关 局 镇 县 区 市
  街道 乡 办 办公室 单位 有关 相关 关于 对 书面 形式 方式 任何形式 各类 事项 情况 件 案件 办件 一 1 起 社会 公众 群众 人民 企业 人 新 收 到 了 过 来自 自然人 等 政务公开 部门 的申请 受理 申请表 申请人 需求 政府信息公开 类`,
);

/** What a phrase after 未收到, 无, 没有 … says did not happen; none where it speaks of anything else, or of a part only. */
export function readZeroClaims(phrase: string, aboutDisclosure: boolean): ZeroClaim[] {
  const words = phrase.replace(/[\s"“”'‘’()]+/g, "");
  if (/^有?(?:上年度?|上一年度?|去年)(?:结转|转结)(?:的|政府|信息|公开|申请|事项|件|办理)*$/.test(words))
    return [carriedOver];
  const reviewed = /复议/.test(words);
  const sued = /诉讼|应诉/.test(words);
  if (reviewed || sued) {
    if (stripProceedings(words) !== "") return [];
    const applied =
      /^(?:到|过)?(?:[^、]{0,20})申请(?:、|及|和|以及|或|与)[^申]*(?:复议|诉讼)/.test(words) && !/^因/.test(words);
    return [...(applied ? [applications] : []), ...(reviewed ? [reconsideration] : []), ...(sued ? [litigation] : [])];
  }
  const applied = /申请/.test(words) && (/信息公开|依申请|公开申请|公开的申请/.test(words) || aboutDisclosure);
  return applied && stripApplications(words) === "" ? [applications] : [];
}
