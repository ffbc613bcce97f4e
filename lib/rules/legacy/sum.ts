import { type LegacySum, legacyKeyOf, legacyKeys, legacySums } from "../../forms/legacy.ts";
import type { Evidence, Figure, Report } from "../../report/report.ts";
import type { Draft, Rule } from "../../validator/finding.ts";

interface Part {
  label: string;
  path: string;
  figure: Figure;
}

/** A sum as one report states it, its whole and parts from one source: its table, or its prose. */
interface StatedSum {
  sum: LegacySum;
  whole: { label: string; path: string | null; figure: Figure };
  parts: Part[];
  /** No part is blank or left out. */
  closed: boolean;
  total: number;
}

const isKnown = (figure: Figure | undefined): figure is Figure => figure !== undefined && figure.value !== null;

/** legacy/sum: the sums of the legacy tables and of what the prose states, each figure counted once. */
export const legacySum: Rule = {
  id: "legacy/sum",
  severity: "error",
  description: {
    zh: "2018年及以前的统计：各申请方式、按时与延期办结、各类答复、复议和诉讼结果分别加起来等于各自的总数，每个数字只计一次。",
    en: "Legacy statistics: channels, on time + extended, replies and outcomes add up to their wholes, each figure counted once.",
  },
  *check(report) {
    if (!report.statistics.legacy) return;
    const stated = legacySums.map((sum) => stateSum(report, sum)).filter((sum) => sum !== null);
    const wholes = Map.groupBy(stated, (sum) => sum.whole.path ?? sum.whole.label);
    for (const alternatives of wholes.values()) {
      if (alternatives.some((sum) => !isBroken(sum))) continue;
      const nested = report.legacy?.details.has("withinDenied") ?? false;
      yield toDraft(alternatives.find((sum) => (sum.sum.id === "replies-nested") === nested) ?? alternatives[0]!);
    }
    const denied = deniedReasons(report);
    if (denied && isBroken(denied)) yield toDraft(denied);
  },
};

/** A blank or unstated part is some count of zero or more: then only a greater sum is wrong. */
function isBroken({ sum, whole, total, closed }: StatedSum): boolean {
  return total > whole.figure.value! || (sum.kind === "equal" && closed && total < whole.figure.value!);
}

const paths = new Map(legacyKeys.map(({ key }) => [key, `legacy.${key}`]));

function figureOf(report: Report, key: string): Figure | undefined {
  const path = paths.get(key);
  return path === undefined ? undefined : report.figures.get(path);
}

function stateSum(report: Report, sum: LegacySum): StatedSum | null {
  const tableKeys = report.legacy?.tableKeys ?? new Set<string>();
  for (const name of sum.wholes) {
    const detail = report.legacy?.details.get(name)?.[0];
    const figure = detail ?? figureOf(report, name);
    if (!isKnown(figure)) continue;
    const inTable = detail !== undefined || tableKeys.has(name);
    const label = legacyKeyOf(name)?.label ?? "办结（受理）数";
    const whole = { label, path: detail ? null : `legacy.${name}`, figure };
    return withParts(report, sum, whole, (key) => tableKeys.has(key) === inTable, inTable);
  }
  return null;
}

function withParts(
  report: Report,
  sum: LegacySum,
  whole: StatedSum["whole"],
  sameSource: (key: string) => boolean,
  inTable: boolean,
): StatedSum | null {
  const keys = sum.parts.flatMap((part) =>
    typeof part === "string" ? [part] : chooseAlternative(report, part, sameSource),
  );
  const stated = keys.filter((key) => figureOf(report, key) !== undefined && sameSource(key));
  const parts = stated
    .map((key) => ({ label: legacyKeyOf(key)!.label, path: `legacy.${key}`, figure: figureOf(report, key)! }))
    .filter((part) => part.figure.value !== null);
  if (parts.length === 0 || (inTable && parts.length < 2)) return null;
  const blank = stated.length > parts.length;
  const complete = inTable ? stated.length > 1 : (sum.closedBy?.every((key) => stated.includes(key)) ?? false);
  const total = parts.reduce((all, part) => all + part.figure.value!, 0);
  return { sum, whole, parts, closed: complete && !blank, total };
}

/** Of alternatives (同意 + 部分, or both in one) the first that the same source states. */
function chooseAlternative(
  report: Report,
  alternatives: readonly (readonly string[])[],
  sameSource: (key: string) => boolean,
): readonly string[] {
  const has = (key: string) => figureOf(report, key) !== undefined && sameSource(key);
  return alternatives.find((keys) => keys.some(has)) ?? [];
}

const withinDenied = [
  "repliesNotHeld",
  "repliesNonexistent",
  "repliesNotHeldOrNonexistent",
  "repliesUnclearOrRedirected",
  "repliesOther",
];

/** 不同意公开 (否决) and what is listed below it; only the form's last reason closes the list. */
function deniedReasons(report: Report): StatedSum | null {
  const figure = figureOf(report, "repliesDenied");
  const details = report.legacy?.details;
  const reasons = details?.get("deniedReason") ?? [];
  if (!isKnown(figure) || reasons.length < 2) return null;
  const path = "legacy.repliesDenied";
  const listed: Part[] = reasons.map((reason) => ({ label: "", path, figure: reason }));
  if (details?.has("withinDenied")) {
    for (const key of withinDenied) {
      const own = report.legacy?.tableKeys.has(key) ? figureOf(report, key) : undefined;
      if (own) listed.push({ label: "", path: `legacy.${key}`, figure: own });
    }
  }
  const known = listed.filter((part) => part.figure.value !== null);
  const closes = details?.has("withinDenied")
    ? listed.some((part) => part.path.endsWith("repliesOther"))
    : details?.has("deniedOtherReason");
  return {
    sum: { id: "denied", label: "不同意公开的各项理由", wholes: ["repliesDenied"], parts: [], kind: "equal" },
    whole: { label: legacyKeyOf("repliesDenied")!.label, path, figure },
    parts: known,
    closed: known.length === listed.length && closes === true,
    total: known.reduce((all, part) => all + part.figure.value!, 0),
  };
}

function toDraft({ sum, whole, parts, total }: StatedSum): Draft {
  const wholePrinted = whole.figure.value!;
  const terms = parts.filter((part) => part.label !== "").map((part) => `${part.label} ${part.figure.value}`);
  const shown = terms.length > 0 ? `${terms.join(" + ")} = ${total}` : `合计 ${total}`;
  const cells = [...new Set([...(whole.path ? [whole.path] : []), ...parts.map((part) => part.path)])];
  const evidence: Evidence[] = [whole.figure, ...parts.map((part) => part.figure)].map(({ text, location }) => ({
    text,
    location,
  }));
  return {
    message: {
      zh: `${sum.label}：${shown}，${sum.kind === "at-most" ? ">" : "≠"} ${whole.label} ${wholePrinted}`,
      en: `${sum.id}: the parts add up to ${total}, ${whole.label} is ${wholePrinted}`,
    },
    cells,
    expected: wholePrinted,
    actual: total,
    evidence,
  };
}
