import { applicationsTable } from "../../../forms/applications.ts";
import { type CellPath, tableRows } from "../../../forms/form.ts";
import { createSpotter } from "../../../report/prose/create-spotter.ts";
import { createStripper } from "../../../report/prose/strip-words.ts";
import { applicationsTotal } from "./applications-total.ts";
import type { Claim } from "./claim.ts";
import { stripObject } from "./strip-object.ts";

const rowsOfGroup = (group: string): CellPath[] => {
  const keys = (["2019", "2021"] as const).flatMap((template) =>
    tableRows(applicationsTable(template))
      .filter(({ row }) => row.group === group)
      .map(({ row }) => applicationsTotal(row.key)),
  );
  return [...new Set(keys)];
};

/** Words before an outcome that change nothing. */
const stripPrefix = createStripper(
  `作出 做出 给予 答复 答覆 结果 办理 处理 为 决定 依法 申请 信息 政府信息 内容 已 共 的 数 有 件 均 其中 类 事项 全部 按照 依照 规定 属于 决定书 公开申请 告知 直接 可以 能够 应当 总 计 是 情况 情形 了 本年度 本年 依申请`,
);

const outcomes = new Map<string, CellPath[][]>([
  ["予以公开", [[applicationsTotal("granted")]]],
  ["同意公开", [[applicationsTotal("granted")]]],
  ["部分公开", [[applicationsTotal("partiallyGranted")]]],
  ["同意部分公开", [[applicationsTotal("partiallyGranted")]]],
  ["予以部分公开", [[applicationsTotal("partiallyGranted")]]],
  ["部分予以公开", [[applicationsTotal("partiallyGranted")]]],
  ["予以公开及部分公开", [[applicationsTotal("granted"), applicationsTotal("partiallyGranted")]]],
  ["予以公开和部分公开", [[applicationsTotal("granted"), applicationsTotal("partiallyGranted")]]],
  ["予以公开或部分公开", [[applicationsTotal("granted"), applicationsTotal("partiallyGranted")]]],
  ["予以公开部分公开", [[applicationsTotal("granted"), applicationsTotal("partiallyGranted")]]],
  ["同意公开和部分公开", [[applicationsTotal("granted"), applicationsTotal("partiallyGranted")]]],
  ["不予公开", [rowsOfGroup("不予公开")]],
  ["不同意公开", [rowsOfGroup("不予公开")]],
  ["无法提供", [rowsOfGroup("无法提供")]],
  ["不能提供", [rowsOfGroup("无法提供")]],
  ["不予处理", [rowsOfGroup("不予处理")]],
  ["其他处理", [["applications.other.total", ...rowsOfGroup("其他处理")]]],
  ["其它处理", [["applications.other.total", ...rowsOfGroup("其他处理")]]],
]);
const outcomeWords = [...outcomes.keys()].sort((a, b) => b.length - a.length);
const spotOutcomes = createSpotter(outcomeWords);

const outcomeRows = (["2019", "2021"] as const).flatMap((template) =>
  tableRows(applicationsTable(template))
    .map(({ row }) => row)
    .filter((row) => row.group && row.group !== "其他处理"),
);

/** Cells of the rows of a group that a label names by their own words (不掌握, 重复申请 …). */
function namedRows(label: string, group: string): CellPath[] {
  const rows = outcomeRows.filter((row) => row.group === group && row.marks?.some((mark) => label.includes(mark)));
  return [...new Set(rows.map((row) => applicationsTotal(row.key)))];
}

/** The first row for each official and each short label: its place among the rows. */
const placeByLabel = new Map<string, number>();
const placeByShort = new Map<string, number>();
outcomeRows.forEach(({ label, short }, place) => {
  if (!placeByLabel.has(label)) placeByLabel.set(label, place);
  if (!placeByShort.has(short)) placeByShort.set(short, place);
});

/** The row that a label names by its official or short label, with nothing besides. */
function rowOf(label: string): (typeof outcomeRows)[number] | undefined {
  const plain = stripPrefix(label);
  if (plain === "") return undefined;
  const none = outcomeRows.length;
  const place = Math.min(
    placeByLabel.get(label) ?? none,
    placeByLabel.get(plain) ?? none,
    placeByShort.get(plain) ?? none,
  );
  return outcomeRows[place];
}

/** 予以公开, 不予公开, 重复申请 … N件: a row of part three or a group of rows; null where the words say anything else. */
export function readOutcome(label: string, tail: string): Claim | null {
  if (stripObject(tail) !== "") return null;
  const found = spotOutcomes(label);
  // The lowest bit: the longest of the words.
  const word = found === 0 ? undefined : outcomeWords[31 - Math.clz32(found & -found)];
  if (!word) {
    const row = rowOf(label);
    return row ? { kind: "outcome", accepts: [[applicationsTotal(row.key)]] } : null;
  }
  const at = label.lastIndexOf(word);
  const rest = stripPrefix(label.slice(0, at)) + stripPrefix(label.slice(at + word.length));
  const accepts = outcomes.get(word)!;
  if (rest === "") return { kind: "outcome", accepts };
  // 属于信访投诉类、重复申请等不予处理的: the rows it names, or their group.
  const named = namedRows(label, word);
  return named.length > 0 ? { kind: "outcome", accepts: [...accepts, named] } : null;
}
