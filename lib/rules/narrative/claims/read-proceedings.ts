import type { CellPath } from "../../../forms/form.ts";
import { createStripper } from "../../../report/prose/strip-words.ts";
import type { Claim } from "./claim.ts";

const stripProceedings = createStripper(
  `因 政府 信息 公开 政府信息 信息公开 工作 依申请 申请 引发 引起 产生 涉及 有关 相关 的 被 提起 提出 收到 发生 受理 行政 案件 件 数 数量 共 共计 为 有 及 与 关于 类 和 了 我 局 单位
  本 机关 县 市 区 镇 街道 办 办公室 全年 年 全市 全县 全区 全省 作为 对 不服 而 导致 由 情况 总数 其中 针对 经 答复 事项 被申请 本年度 本年 新收 新增 案`,
);

/** 行政复议, 行政诉讼 N件 about disclosure; null for outcomes, for both together and for a body's other cases. */
export function readProceedings(label: string, tail: string, aboutDisclosure: boolean): Claim | null {
  const named = label + tail;
  const both = /复议/.test(named) && /诉讼|起诉/.test(named);
  const accepts = (row: string): CellPath[] => [`proceedings.${row}.total`];
  if (!aboutDisclosure) return null;
  if (/^(?:其中|属于)?未经复议(?:而|的)?直接(?:提起)?(?:起诉|行政诉讼|诉讼)(?:的|件|案件|为)*$/.test(label))
    return { kind: "proceedings", accepts: [accepts("litigationDirect")] };
  if (/^(?:其中|经)?(?:行政)?复议后(?:再|又|的)?(?:提起)?(?:起诉|行政诉讼|诉讼)(?:的|件|案件|为)*$/.test(label))
    return { kind: "proceedings", accepts: [accepts("litigationAfterReconsideration")] };
  // 行政复议3件; 发生3件政府信息公开行政复议案件.
  const [words, more] = /行政复议|行政诉讼/.test(label) ? [label, tail] : [tail, label];
  const word = both ? null : /行政复议|行政诉讼/.exec(words);
  if (!word) return null;
  const before = words.slice(0, word.index).replace(/\d{4}年度?/, "");
  const rest =
    stripProceedings(before + words.slice(word.index + 4)) + stripProceedings(more.replace(/\d{4}年度?/, ""));
  if (rest.replace(/[一-鿿]{2,16}?(?:局|厅|委员会|办公室|办公厅|政府)/, "") !== "") return null;
  return {
    kind: "proceedings",
    accepts:
      word[0] === "行政复议"
        ? [accepts("reconsideration")]
        : [[...accepts("litigationDirect"), ...accepts("litigationAfterReconsideration")]],
  };
}
