import { isAbbreviation } from "../../report/prose/scope.ts";
import type { Naming } from "../../report/report.ts";
import type { Rule } from "../../validator/finding.ts";

/** Territories in a name, from the widest to the narrowest; 市场, 城市, 乡村 and the like are no territories. */
const territory = /[一-鿿]{2,9}?(?:自治区|自治州|自治县|街道|[省市州盟县区旗镇乡])(?![场政容村域镇区县管际镇])/g;
const notTerritory = /城市$|^(?:城|园|社|地|景|灾|校|小|市|县|乡)区$|开发区$|管理区$|合作区$/;
const office = /政府|办公室|办公厅|街道办|管委会|管理委员会|^[^局委厅]*办$/;

function territoriesOf(name: string): string[] {
  return [...name.replace(/^(?:中华人民共和国|国家税务总局|中国人民银行)/, "").matchAll(territory)]
    .map(([match]) => match)
    .filter((match) => !notTerritory.test(match));
}

/** A department's name without its territory: 教育局 of 云岭县教育局. */
function coreOf(name: string, territories: readonly string[]): string {
  const last = territories.at(-1);
  const core = last ? name.slice(name.lastIndexOf(last) + last.length) : name;
  return core.replace(/(?:办公室|综合科|办公厅|综合股|政策法规科|法规科|秘书科|[一-鿿]{2,6}[科股室])$/, "");
}

/** How many telling characters two names have in common: 发改委 and 发展和改革局 have two. */
function sharedOf(one: string, other: string): number {
  const letters = new Set(one.replace(/[局委厅署会员和与及管理]/g, ""));
  return [...letters].filter((letter) => other.includes(letter)).length;
}

/** Whether two names cannot be those of one body, nor of a government and its office, nor a short and a long form. */
export function areDifferentBodies(one: string, other: string): boolean {
  if (isAbbreviation(one, other) || isAbbreviation(other, one)) return false;
  const [a, b] = [territoriesOf(one), territoriesOf(other)];
  const [narrowA, narrowB] = [a.at(-1), b.at(-1)];
  const stem = (name: string) => name.slice(0, 2);
  if (narrowA && narrowB && !other.includes(stem(narrowA)) && !one.includes(stem(narrowB))) return true;
  if (office.test(one) || office.test(other)) return false;
  const [coreA, coreB] = [coreOf(one, a), coreOf(other, b)];
  const bothDepartments = /[局委厅署]$|委员会$/.test(coreA) && /[局委厅署]$|委员会$/.test(coreB);
  return (
    bothDepartments && !isAbbreviation(coreA, coreB) && !isAbbreviation(coreB, coreA) && sharedOf(coreA, coreB) < 2
  );
}

const places: Partial<Record<Naming["from"], { zh: string; en: string }>> = {
  title: { zh: "标题", en: "title" },
  compiler: { zh: "编制说明", en: "compiling clause" },
  contact: { zh: "联系方式", en: "contact clause" },
};

export const agencyConflict: Rule = {
  id: "structure/agency-conflict",
  severity: "warning",
  description: {
    zh: "标题、编制说明和联系方式所写的应是同一机关。",
    en: "Title, compiling clause and contact clause name one agency.",
  },
  *check(report) {
    const names = report.agencyNames.filter(({ from }) => places[from]);
    const [first, ...rest] = names;
    if (!first) return;
    const wrong = rest.filter(({ value }) => areDifferentBodies(first.value, value));
    if (wrong.length === 0) return;
    const list = [first, ...wrong];
    yield {
      message: {
        zh: list.map(({ from, value }) => `${places[from]!.zh}写的是“${value}”`).join("，"),
        en: list.map(({ from, value }) => `the ${places[from]!.en} names ${value}`).join(", "),
      },
      evidence: list.map(({ evidence }) => evidence),
    };
  },
};
