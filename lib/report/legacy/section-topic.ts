import type { LegacyGroup } from "../../forms/legacy.ts";
import { createSpotter } from "../prose/create-spotter.ts";

interface Heading {
  level: number;
  groups: ReadonlySet<LegacyGroup>;
  plan: boolean;
}

const numbered =
  /^\s*(?:(第[一二三四五六七八九十]{1,3}(?:部分|章))|([一二三四五六七八九十]{1,3}\s*[、.])|(\([一二三四五六七八九十]{1,3}\)[、.]?)|(\d{1,2}\s*[、.](?!\d)|\(\d{1,2}\)))/;
const groups: readonly LegacyGroup[] = [
  "fees",
  "reconsideration",
  "litigation",
  "complaints",
  "inquiries",
  "applications",
  "disclosure",
];
const ofPlans = 1 << groups.length;
/** The words of each group, in their order, and of plans. */
const spot = createSpotter([
  "收费 费用 收取 减免",
  "复议",
  "诉讼",
  "举报 投诉",
  "咨询",
  "申请 答复",
  "主动公开",
  "问题 不足 改进 下一步 下步 思路 打算 工作安排 今后 计划 努力方向 展望",
]);
const ofApplications = 1 << groups.indexOf("applications");
const applications = /申请(?!行政复议)|答复/;
const noGroups: ReadonlySet<LegacyGroup> = new Set();

/** The groups of figures that a heading announces, and whether it announces plans. */
function describe(heading: string): { groups: ReadonlySet<LegacyGroup>; plan: boolean } {
  let found = spot(heading);
  if (found & ofApplications && !applications.test(heading)) found &= ~ofApplications;
  const announced = groups.filter((_, index) => found & (1 << index));
  if (announced.length > 0) return { groups: new Set(announced), plan: false };
  return { groups: noGroups, plan: (found & ofPlans) !== 0 };
}

/** A heading without a number is no longer. */
const longestBare = 26;

/** Follows the headings of a report's prose: what the paragraph at hand is about, and whether it speaks of plans. */
export class SectionTopic {
  private stack: Heading[] = [];
  /** Groups of the nearest heading that announces some. */
  groups = noGroups;
  isPlan = false;

  /** Takes a paragraph's folded text; returns where its own text begins after a heading that leads it. */
  enter(folded: string): number {
    const match = numbered.exec(folded);
    if (match === null && folded.trim().length > longestBare) return 0;
    const stop = folded.search(/[。:]/);
    const end = stop < 0 ? folded.length : stop;
    const line = folded.slice(0, end).trim();
    if (match) {
      const level = match.slice(1).findIndex((group) => group !== undefined);
      const isHeading = line.length <= 48 && !/\d+\s*(?:件|条|次|宗)/.test(line);
      this.push(Math.max(level, 1), isHeading ? line : "");
      return isHeading ? Math.min(end + 1, folded.length) : 0;
    }
    // A heading that lost its number: a short line without punctuation.
    if (stop < 0 && line.length <= longestBare && spot(line) !== 0 && !/[,;\d]/.test(line)) {
      const announced = describe(line);
      if (announced.groups.size === 0 && !announced.plan) return 0;
      this.push(1, line);
      return folded.length;
    }
    return 0;
  }

  private push(level: number, line: string): void {
    while (this.stack.length > 0 && this.stack.at(-1)!.level >= level) this.stack.pop();
    const heading: Heading = { level, ...describe(line) };
    this.stack.push(heading);
    this.groups = this.stack.findLast((one) => one.groups.size > 0)?.groups ?? noGroups;
    this.isPlan = this.stack.some((one) => one.plan);
  }
}
