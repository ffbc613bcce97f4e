import { createStripper } from "../../../report/prose/strip-words.ts";
import type { Claim } from "./claim.ts";

const stripDocument = createStripper(
  "行政 了 的 各类 共 共计 数量 为 有 新 件 本年 全年 年度 总数 数 政府 部门 并 公布 印发 发布 出台 制定 制发 我 局 县 市 区 镇 本 机关 单位",
);
const documentColumns: readonly (readonly [words: RegExp, column: string])[] = [
  [/废止|宣布失效/, "repealed"],
  [/现行有效|继续有效/, "inForce"],
  [/制发|制定|印发|出台|新制作/, "issued"],
];

/** 制发, 废止, 现行有效 N件 规范性文件; null where they were only examined, revised or issued in another name. */
export function readDocumentClaim(label: string, tail: string): Claim | null {
  const noun = /(?:行政)?规范性文件/;
  if (
    !noun.test(label + tail) ||
    /清理|审查|备案|审核|修改|修订|名义|草案|解读|公开|起草|征求|评估|评议|拟/.test(label + tail)
  )
    return null;
  const column = documentColumns.filter(([words]) => words.test(label));
  if (column.length !== 1) return null;
  const after = label.slice(label.search(column[0]![0])).replace(column[0]![0], "");
  if (stripDocument(after.replace(noun, "")) !== "" || stripDocument(tail.replace(noun, "")) !== "") return null;
  return { kind: "document", accepts: [[`disclosure.normativeDocuments.${column[0]![1]}`]] };
}
