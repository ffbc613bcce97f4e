export const titleKinds = [
  "plain",
  "year-first",
  "late-year",
  "two-lines",
  "three-lines",
  "short",
  "open",
  "about",
  "none",
] as const;
/** How the title is worded; `about` names no agency, `none` is no title at all. */
export type TitleKind = (typeof titleKinds)[number];

/** The lines of a title. */
export function chooseTitle(agency: string, year: number, kind: TitleKind): string[] {
  const titles: Record<TitleKind, string[]> = {
    plain: [`${agency}${year}年政府信息公开工作年度报告`],
    "year-first": [`${year}年${agency}政府信息公开工作年度报告`],
    "late-year": [`${agency}政府信息公开工作${year}年度报告`],
    "two-lines": [agency, `${year}年政府信息公开工作年度报告`],
    "three-lines": [agency, `${year}年度`, "政府信息公开工作年度报告"],
    short: [`${agency}${year}年政府信息公开年度报告`],
    open: [`${agency}${year}年度政府信息公开工作报告`],
    about: [`关于${year}年度政府信息公开情况的报告`],
    none: [],
  };
  return titles[kind];
}
