import { type LegacyGroup, legacyKeyOf } from "../../forms/legacy.ts";

/** The keys of `statistics.legacy` below the headings of the form of 2014, in its order. */
const keysByHeading: readonly (readonly [heading: string, keys: readonly string[]])[] = [
  ["主动公开", ["activeDisclosure", "gazetteDocuments", "websiteDisclosures", "pressConferences"]],
  [
    "依申请公开",
    [
      "applications",
      "applicationsInPerson",
      "applicationsByFax",
      "applicationsOnline",
      "applicationsByLetter",
      "applicationsOtherChannel",
      "completedOnTime",
      "completedExtended",
      "replies",
      "repliesAlreadyPublic",
      "repliesGranted",
      "repliesPartiallyGranted",
      "repliesGrantedOrPartial",
      "repliesDenied",
      "repliesNotHeld",
      "repliesNonexistent",
      "repliesNotHeldOrNonexistent",
      "repliesUnclearOrRedirected",
      "repliesOther",
    ],
  ],
  [
    "行政复议",
    [
      "reconsiderations",
      "reconsiderationsUpheld",
      "reconsiderationsIllegal",
      "reconsiderationsCorrected",
      "reconsiderationsOther",
    ],
  ],
  [
    "行政诉讼",
    [
      "litigations",
      "litigationsConcluded",
      "litigationsUpheld",
      "litigationsIllegal",
      "litigationsCorrected",
      "litigationsOther",
    ],
  ],
  ["其他", ["complaints", "inquiries", "fees"]],
];

/** Groups whose labels (维持具体行政行为数) only mean something below their heading. */
const needHeading: Partial<Record<LegacyGroup, string>> = { reconsideration: "复议", litigation: "诉讼" };

function labelOf(key: string): string {
  const { label, kind, group } = legacyKeyOf(key) ?? { label: key, kind: "count", group: "inquiries" };
  const heading = needHeading[group];
  const name = heading && !label.includes(heading) ? `${heading}：${label}` : label;
  return kind === "amount" ? `${name}（万元）` : name;
}

/** The figures of reports on 2018 and earlier, by heading, as people call them. */
export const legacyGroups = keysByHeading.map(([heading, keys]) => ({
  heading,
  items: keys.map((key) => [key, labelOf(key)] as const),
}));

/** Label of each key of `statistics.legacy`. */
export const legacyLabels: ReadonlyMap<string, string> = new Map(legacyGroups.flatMap((group) => group.items));
