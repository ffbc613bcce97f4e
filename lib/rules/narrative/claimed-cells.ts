import { applicationsTable } from "../../forms/applications.ts";
import type { CellPath } from "../../forms/form.ts";
import { tableRows } from "../../forms/form.ts";
import { createStripper } from "../../report/prose/strip-words.ts";

/** What a phrase of the prose gives a figure for. `accepts`: sums of cells, each of which the figure may be; the first is the plainest. */
export interface Claim {
  kind: "intake" | "outcome" | "carry" | "proceedings" | "document";
  accepts: CellPath[][];
}

const total = (row: string): CellPath => `applications.${row}.total`;
const received = [total("newlyReceived")];
const withCarried = [total("newlyReceived"), total("carriedOver")];
const handled = [total("totalHandled")];

const rowsOfGroup = (group: string): CellPath[] => {
  const keys = (["2019", "2021"] as const).flatMap((template) =>
    tableRows(applicationsTable(template))
      .filter(({ row }) => row.group === group)
      .map(({ row }) => total(row.key)),
  );
  return [...new Set(keys)];
};

/** Words between a verb of receiving or handling and its number that leave the count whole. */
const stripObject = createStripper(
  `了 到 的 过 并 和 与 及 或 各类 各 公民 法人 其他组织 其它组织 社会组织 社会公众 公众 群众 社会 市民 企业 申请人 提出 提交 递交 政府信息 政务信息 信息公开 信息 公开 依申请 申请 事项 件
  共 共计 合计 总计 总数 总量 数量 数 为 是 有 有效 书面 新 登记 案件 办件 答复 答覆 件数 办理 处理 受理 收到 新收 接收 接到 新增 办结 回复 答复件 要求 来件 向 我 本 机关 单位 局
  办 镇 街道 提起 政府 类 全部 累计 总共 依法 工作 情况 一般 件次 主动 收 受理的 次 内容 年 度 全年 申请书 表 予以 均 已 按规定 实际 审核`,
);
const stripPrefix = createStripper(
  `作出 做出 给予 答复 答覆 结果 办理 处理 为 决定 依法 申请 信息 政府信息 内容 已 共 的 数 有 件 均 其中 类 事项 全部 按照 依照 规定 属于 决定书 公开申请 告知 直接 可以 能够 应当 总 计 是 情况 情形 了 本年度 本年 依申请`,
);

const outcomes = new Map<string, CellPath[][]>([
  ["予以公开", [[total("granted")]]],
  ["同意公开", [[total("granted")]]],
  ["部分公开", [[total("partiallyGranted")]]],
  ["同意部分公开", [[total("partiallyGranted")]]],
  ["予以部分公开", [[total("partiallyGranted")]]],
  ["部分予以公开", [[total("partiallyGranted")]]],
  ["予以公开及部分公开", [[total("granted"), total("partiallyGranted")]]],
  ["予以公开和部分公开", [[total("granted"), total("partiallyGranted")]]],
  ["予以公开或部分公开", [[total("granted"), total("partiallyGranted")]]],
  ["予以公开部分公开", [[total("granted"), total("partiallyGranted")]]],
  ["同意公开和部分公开", [[total("granted"), total("partiallyGranted")]]],
  ["不予公开", [rowsOfGroup("不予公开")]],
  ["不同意公开", [rowsOfGroup("不予公开")]],
  ["无法提供", [rowsOfGroup("无法提供")]],
  ["不能提供", [rowsOfGroup("无法提供")]],
  ["不予处理", [rowsOfGroup("不予处理")]],
  ["其他处理", [["applications.other.total", ...rowsOfGroup("其他处理")]]],
  ["其它处理", [["applications.other.total", ...rowsOfGroup("其他处理")]]],
]);
const outcomeWords = [...outcomes.keys()].sort((a, b) => b.length - a.length);

const foreign =
  /复议|诉讼|应诉|许可|救助|举报|投诉|留言|来信|来访|咨询|建议|提案|信访|工单|执行|仲裁|援助|电话|热线|信箱|处罚|登记证|证照|意见|问题|备案|不动产|业务|事务|审批|加入|专利|商标|贷款|补贴|公租房|低保/;
const channel =
  /通过|网络|网上|在线|平台|信函|当面|现场|邮|传真|微信|窗口|转办|转来|涉及|关于|有关|方面|领域|类的|类型|线上|线下|口头|电话|按时|按期|如期|延期|超期|逾期|提前|自然人|企业|法人(?!(?:和|或|及)?其)|同一|疑难|重大|剩余|其余|另|协助|督促|指导|配合|转交|移送/;

function readIntake(label: string, tail: string): Claim | null {
  const verb = /收到|新收|接收|接到|收悉|受理|新增|办理|办结|办复|答复|回复|处理/.exec(label);
  const named = label + tail;
  if (foreign.test(named) || channel.test(named.replace(/(?:公民|自然人)法人(?:和|或|及)?其[他它]组织/, "")))
    return null;
  if (!verb) {
    const noun = /(?:依申请公开|政府信息公开申请|信息公开申请)(?:数量|总数|数|件|事项)?(?:共|为|共计|总计)?$/.test(
      label,
    );
    return noun ? { kind: "intake", accepts: [received, withCarried, handled] } : null;
  }
  const after = label.slice(verb.index + verb[0].length);
  if (stripObject(after) !== "" || stripObject(tail) !== "") return null;
  const accepts: CellPath[][] = [];
  if (/收到|新收|接收|接到|收悉|新增/.test(label)) accepts.push(received, withCarried);
  if (/受理/.test(label)) accepts.push(received, withCarried, handled);
  if (/办理|办结|办复|答复|回复|处理/.test(label)) accepts.push(handled, withCarried);
  return { kind: "intake", accepts };
}

const outcomeRows = (["2019", "2021"] as const).flatMap((template) =>
  tableRows(applicationsTable(template))
    .map(({ row }) => row)
    .filter((row) => row.group && row.group !== "其他处理"),
);

/** Cells of the rows of a group that a label names by their own words (不掌握, 重复申请 …). */
function namedRows(label: string, group: string): CellPath[] {
  const rows = outcomeRows.filter((row) => row.group === group && row.marks?.some((mark) => label.includes(mark)));
  return [...new Set(rows.map((row) => total(row.key)))];
}

function readOutcome(label: string, tail: string): Claim | null {
  const word = outcomeWords.find((one) => label.includes(one));
  if (stripObject(tail) !== "") return null;
  if (!word) {
    const plain = stripPrefix(label);
    const row = outcomeRows.find(
      ({ label: official, short }) => plain !== "" && (official === label || official === plain || short === plain),
    );
    return row ? { kind: "outcome", accepts: [[total(row.key)]] } : null;
  }
  const at = label.lastIndexOf(word);
  const rest = stripPrefix(label.slice(0, at)) + stripPrefix(label.slice(at + word.length));
  const accepts = outcomes.get(word)!;
  if (rest === "") return { kind: "outcome", accepts };
  // 属于信访投诉类、重复申请等不予处理的: the rows it names, or their group.
  const named = namedRows(label, word);
  return named.length > 0 ? { kind: "outcome", accepts: [...accepts, named] } : null;
}

function readCarry(label: string, tail: string): Claim | null {
  const named = label + tail;
  if (foreign.test(named)) return null;
  if (/(?:上一?年度?|去年|\d{4}年度?)(?:结转|转结|转入)|结转(?:上年|去年)/.test(label))
    return { kind: "carry", accepts: [[total("carriedOver")]] };
  if (/(?:结转|转结|转)(?:至|到|入|为)?(?:下一?年|次年|明年|\d{4}年)/.test(named))
    return { kind: "carry", accepts: [[total("carriedForward")]] };
  return null;
}

const stripProceedings = createStripper(
  `因 政府 信息 公开 政府信息 信息公开 工作 依申请 申请 引发 引起 产生 涉及 有关 相关 的 被 提起 提出 收到 发生 受理 行政 案件 件 数 数量 共 共计 为 有 及 与 关于 类 和 了 我 局 单位
  本 机关 县 市 区 镇 街道 办 办公室 全年 年 全市 全县 全区 全省 作为 对 不服 而 导致 由 情况 总数 其中 针对 经 答复 事项 被申请 本年度 本年 新收 新增 案`,
);

function readProceedings(label: string, tail: string, aboutDisclosure: boolean): Claim | null {
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

const stripDocument = createStripper(
  "行政 了 的 各类 共 共计 数量 为 有 新 件 本年 全年 年度 总数 数 政府 部门 并 公布 印发 发布 出台 制定 制发 我 局 县 市 区 镇 本 机关 单位",
);
const documentColumns: readonly (readonly [words: RegExp, column: string])[] = [
  [/废止|宣布失效/, "repealed"],
  [/现行有效|继续有效/, "inForce"],
  [/制发|制定|印发|出台|新制作/, "issued"],
];

function readDocument(label: string, tail: string): Claim | null {
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

/** A word of every claim: most quantities are done with one look. */
const anyClaim =
  /申请|收到|新收|接[收到]|收悉|受理|新增|办[理结复]|答复|答覆|回复|处理|公开|结转|转结|转|复议|诉|规范性文件|提供|掌握|信访|制作|明确/;

/**
 * The cells that a quantity's own words (`label` before, `tail` after it) say it is a figure for; null where they say anything
 * else besides. `aboutDisclosure`: the sentence speaks of proceedings about disclosure, not of a body's cases in general.
 */
export function readClaim(label: string, tail: string, aboutDisclosure: boolean): Claim | null {
  if (!anyClaim.test(label) && !anyClaim.test(tail)) return null;
  return (
    readCarry(label, tail) ??
    readDocument(label, tail) ??
    (/复议|诉讼|起诉/.test(label + tail) ? readProceedings(label, tail, aboutDisclosure) : null) ??
    readOutcome(label, tail) ??
    readIntake(label, tail)
  );
}
