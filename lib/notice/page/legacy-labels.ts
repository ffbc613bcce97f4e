import { type LegacyGroup, type LegacyKey, legacyKeyOf, legacyOrder } from "../../forms/legacy.ts";

/** The headings of the form of 2014, in its order, with the groups of figures below each. */
const groupsByHeading: readonly (readonly [heading: string, groups: readonly LegacyGroup[]])[] = [
  ["主动公开", ["disclosure"]],
  ["依申请公开", ["applications", "replies"]],
  ["行政复议", ["reconsideration"]],
  ["行政诉讼", ["litigation"]],
  ["其他", ["complaints", "inquiries", "fees"]],
];

/** Groups whose labels (维持具体行政行为数) only mean something below their heading. */
const needHeading: Partial<Record<LegacyGroup, string>> = { reconsideration: "复议", litigation: "诉讼" };

function labelOf({ label, kind, group }: LegacyKey): string {
  const heading = needHeading[group];
  const name = heading && !label.includes(heading) ? `${heading}：${label}` : label;
  return kind === "amount" ? `${name}（万元）` : name;
}

const keys = legacyOrder.flatMap((key) => legacyKeyOf(key) ?? []);

/** The figures of reports on 2018 and earlier, by heading, as people call them. */
export const legacyGroups = groupsByHeading.map(([heading, groups]) => ({
  heading,
  items: keys.filter(({ group }) => groups.includes(group)).map((key) => [key.key, labelOf(key)] as const),
}));

/** Label of each key of `statistics.legacy`. */
export const legacyLabels: ReadonlyMap<string, string> = new Map(legacyGroups.flatMap((group) => group.items));
