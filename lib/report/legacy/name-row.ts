import { restoreVocabulary } from "../../chinese/vocabulary.ts";
import { type LegacyGroup, type LegacyKey, legacyDetails, legacyKeys } from "../../forms/legacy.ts";
import { rememberTexts } from "../remember-texts.ts";

/** What a row of a legacy table is: a key, a figure without a key, or nothing of ours (a heading, a row of another kind). */
export type RowName = { key: LegacyKey } | { detail: "completed" | "deniedReason" } | null;

type Section = LegacyGroup | "other" | null;

const listNumber =
  /^(?:其中[:,]?|[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．:]+|[一二三四五六七八九十]{1,3}(?=、)|[①-⑳⑴-⒇⒈-⒛]|\d{1,2}(?=\p{Script=Han}))+/u;
const ofGroup = (group: LegacyGroup) => legacyKeys.filter((entry) => entry.group === group);
const keys = {
  disclosure: ofGroup("disclosure"),
  applications: ofGroup("applications"),
  replies: ofGroup("replies"),
  reconsideration: ofGroup("reconsideration"),
  litigation: ofGroup("litigation"),
  complaints: ofGroup("complaints"),
  inquiries: ofGroup("inquiries"),
  fees: ofGroup("fees"),
};

/** No row of these forms has a longer label; hostile ones may be of any length. */
const longest = 200;

/** A label without its list number, its notes in brackets and its punctuation. */
export const cleanRowLabel = rememberTexts((folded: string): string => {
  const restored = restoreVocabulary(folded.slice(0, longest)).replace(/["“”'‘’「」《》<>]/g, "");
  const withoutNumber = restored.replace(listNumber, "");
  return withoutNumber.replace(/[(（][^()（）]{0,60}[)）]?$/, "").replace(/[:,。]+$/, "");
}, longest);

/** What a label says of its section, by its words alone; `request` opens that of applications, unless replies are at hand. */
const tellSection = rememberTexts((label: string): Exclude<Section, null> | "same" | "request" => {
  if (/维持|纠错|违法|撤销|驳回/.test(label) && !/复议|行政诉讼/.test(label)) return "same";
  if (/复议/.test(label)) return "reconsideration";
  if (/诉讼/.test(label)) return "litigation";
  if (/申诉/.test(label)) return "other";
  if (/机构建设|保障经费|专项经费|工作人员|查阅点|专门机构|会议|培训|减免/.test(label)) return "other";
  if (/咨询/.test(label)) return "inquiries";
  if (/举报|投诉/.test(label)) return "complaints";
  if (/收费|费用/.test(label)) return "fees";
  if (/回应|解读/.test(label)) return "disclosure";
  if (/已(?:经)?主动公开|主动公开范围/.test(label)) return "replies";
  if (/主动公开/.test(label)) return "disclosure";
  if (/(?:申请|依申请)?答复(?:总)?(?:数|情况|量)?$/.test(label) && !/公开|不存在/.test(label)) return "replies";
  return /申请/.test(label) ? "request" : "same";
}, longest);

/** The section that a label opens, whether it is a heading or the first figure of its section. */
function sectionOf(label: string, section: Section): Section {
  const told = tellSection(label);
  if (told === "request") return section === "replies" ? section : "applications";
  return told === "same" ? section : told;
}

const notOurs = /规范性文件|目录|全文|点击|访问量|微博|微信|负责同志|占比|比例|人数$|同比|未[审办]结|尚未/;
const reply = /公开|不存在|不属于|非本|否决|不明确|更改|补充|补正|其[他它]途径|答复/;

function keyIn(group: LegacyGroup, label: string): LegacyKey | undefined {
  return keys[group].find((entry) => entry.row.test(label));
}

/** Names the rows of a table one after the other; what a row means may depend on the section it stands in. */
export class RowNamer {
  private section: Section = null;
  private seen = new Set<string>();

  clone(): RowNamer {
    const copy = new RowNamer();
    copy.section = this.section;
    copy.seen = new Set(this.seen);
    return copy;
  }

  /** `folded` is the label as printed, folded; `hasFigure` tells a row from a heading. */
  name(folded: string, hasFigure: boolean): RowName {
    const label = cleanRowLabel(folded);
    this.section = sectionOf(label, this.section);
    if (!hasFigure || this.section === null || this.section === "other") return null;
    if (notOurs.test(label) && !(this.section === "applications" && /微信/.test(label))) return null;
    const name = this.nameInSection(label, this.section);
    if (!name || !("key" in name)) return name;
    if (this.seen.has(name.key.key) && !name.key.additive) return null;
    this.seen.add(name.key.key);
    return name;
  }

  private nameInSection(label: string, section: LegacyGroup): RowName {
    if (section === "replies" || (section === "applications" && reply.test(label))) {
      const applications = section === "applications" ? this.nameApplication(label) : null;
      if (applications) return applications;
      return this.nameReply(label);
    }
    if (section === "applications") return this.nameApplication(label);
    const key = keyIn(section, label);
    return key ? { key } : null;
  }

  private nameApplication(label: string): RowName {
    const key = keyIn("applications", label);
    if (key && key.key !== "applications") return { key };
    if (/(?<!申请)(?:的|公开)?答复|不存在|不属于|非本/.test(label) && !/受理|办结/.test(label)) return null;
    if (legacyDetails.completed.test(label) && this.seen.has("applications")) return { detail: "completed" };
    return key ? { key } : null;
  }

  private nameReply(label: string): RowName {
    if (legacyDetails.deniedReason.test(label)) return { detail: "deniedReason" };
    const key = keyIn("replies", label);
    if (key?.key === "replies" || (key && this.section === "applications")) this.section = "replies";
    return key ? { key } : null;
  }
}
