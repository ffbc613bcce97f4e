import type { LegacyGroup } from "../../forms/legacy.ts";

interface Heading {
  level: number;
  groups: ReadonlySet<LegacyGroup>;
  plan: boolean;
}

const numbered =
  /^\s*(?:(第[一二三四五六七八九十]{1,3}(?:部分|章))|([一二三四五六七八九十]{1,3}\s*[、.])|(\([一二三四五六七八九十]{1,3}\)[、.]?)|(\d{1,2}\s*[、.](?!\d)|\(\d{1,2}\)))/;
const plans = /问题|不足|改进|下一步|下步|思路|打算|工作安排|今后|计划|努力方向|展望/;
const words: readonly (readonly [RegExp, LegacyGroup])[] = [
  [/收费|费用|收取|减免/, "fees"],
  [/复议/, "reconsideration"],
  [/诉讼/, "litigation"],
  [/举报|投诉/, "complaints"],
  [/咨询/, "inquiries"],
  [/申请(?!行政复议)|答复/, "applications"],
  [/主动公开/, "disclosure"],
];

/** The groups of figures that a heading announces. */
function groupsIn(heading: string): Set<LegacyGroup> {
  return new Set(words.filter(([pattern]) => pattern.test(heading)).map(([, group]) => group));
}

/** Follows the headings of a report's prose: what the paragraph at hand is about, and whether it speaks of plans. */
export class SectionTopic {
  private stack: Heading[] = [];
  /** Groups of the nearest heading that announces some. */
  groups: ReadonlySet<LegacyGroup> = new Set();
  isPlan = false;

  /** Takes a paragraph's folded text; returns where its own text begins after a heading that leads it. */
  enter(folded: string): number {
    const match = numbered.exec(folded);
    const stop = folded.search(/[。:]/);
    const end = stop < 0 ? folded.length : stop;
    const line = folded.slice(0, end).trim();
    if (match) {
      const level = match.slice(1).findIndex((group) => group !== undefined);
      const isHeading = line.length <= 48 && !/\d+\s*(?:件|条|次|宗)/.test(line);
      this.push({ level: Math.max(level, 1), ...this.describe(isHeading ? line : "") });
      return isHeading ? Math.min(end + 1, folded.length) : 0;
    }
    // A heading that lost its number: a short line without punctuation.
    if (stop < 0 && line.length <= 26 && !/[,;\d]/.test(line) && (groupsIn(line).size > 0 || plans.test(line))) {
      this.push({ level: 1, ...this.describe(line) });
      return folded.length;
    }
    return 0;
  }

  private describe(line: string) {
    const groups = groupsIn(line);
    return { groups, plan: plans.test(line) && groups.size === 0 };
  }

  private push(heading: Heading): void {
    while (this.stack.length > 0 && this.stack.at(-1)!.level >= heading.level) this.stack.pop();
    this.stack.push(heading);
    this.groups = this.stack.findLast((one) => one.groups.size > 0)?.groups ?? new Set();
    this.isPlan = this.stack.some((one) => one.plan);
  }
}
