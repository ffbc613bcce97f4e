import { type LegacyGroup, type LegacyKey, legacyKeyOf, legacyKeys } from "../../forms/legacy.ts";
import { createSpotter } from "../prose/create-spotter.ts";
import type { Mention } from "../prose/mention.ts";
import { sentenceWord, spotSentenceWords } from "./sentence-words.ts";

/** What a sentence as a whole speaks of; read once for all its mentions. */
export interface SentenceWords {
  /** Bits of `sentenceWord`. */
  words: number;
  feesForDisclosure: boolean;
  complaintsAboutDisclosure: boolean;
  answers: boolean;
}

/** Reads a sentence's folded text for what must be known of it at its mentions. */
export function readSentenceWords(folded: string): SentenceWords {
  const words = spotSentenceWords(folded);
  return {
    words,
    feesForDisclosure: (words & sentenceWord.disclosure) !== 0,
    answers: (words & sentenceWord.answers) !== 0,
    complaintsAboutDisclosure:
      (words & sentenceWord.complaints) !== 0 && /信息公开[^,;]{0,12}(?:举报|投诉)/.test(folded),
  };
}

/** What is known at a mention: the group spoken of last, the groups of the heading, the key named just before. */
export interface MentionContext {
  current: LegacyGroup | null;
  heading: ReadonlySet<LegacyGroup>;
  /** The key of the mention before in the same sentence. */
  previous: LegacyKey | null;
  /** Whether the heading or the paragraph is about government information or requests for it. */
  onDisclosure: boolean;
  /** Whether the sentence speaks of disclosure where it may speak of fees, of complaints. */
  speaks: SentenceWords;
}

const matching = (groups: readonly LegacyGroup[]) =>
  legacyKeys.filter((entry) => entry.prose && groups.includes(entry.group));
const inGroup = {
  disclosure: matching(["disclosure"]),
  applications: matching(["applications"]),
  replies: matching(["replies"]),
  reconsideration: matching(["reconsideration"]),
  litigation: matching(["litigation"]),
};
const channelKeys = inGroup.applications.filter((entry) => /^applications./.test(entry.key));
const completedKeys = inGroup.applications.filter((entry) => /^completed/.test(entry.key));
const totals = { reconsideration: "reconsiderations", litigation: "litigations" } as const;

const nearest = 120;
const caseUnits = new Set("件 宗 起 例 份 条 次 项 人次 件次 桩".split(" "));
const infoUnits = new Set("条 件 份 篇 项 则 个 余件".split(" "));
const meetingUnits = new Set("次 场 期 场次".split(" "));
const inquiryUnits = new Set("人次 次 件 起 人 件次".split(" "));
const otherApplications = /许可|援助|救助|补贴|补助|职称|专利|仲裁|登记|低保|贷款|住房|保障房|审批/;
/** One topic of many, not the whole of what was disclosed. */
const oneTopic = /领域|项目|预算|决算|财政|环保|环境|食品|药品|教育|国资|规划|人事|招标|采购|征地|拆迁/;
/** Words that make an application one kind among others. */
const notAll =
  /同意|不予|部分公开|不属于|不存在|涉及|撤回|撤销|放弃|重复|补正|转办|移送|未办|结转|上年|正在|书面|口头|电话|逾期|超期/;
const otherMatters = /来信|来电|热线|留言|帖文|建议|提案|12345|咨询|办事|公文/;

const [ofProceedings, ofDisclosure, ofPublishing, ofComplaints, ofReplies, ofChannels, ofTime] = [
  1, 2, 4, 8, 16, 32, 64,
];
/** A word of each group's expressions (forms/legacy.ts): most labels hold none of most groups. */
const spot = createSpotter([
  "复议 诉讼 应诉 答复书 意见书 答辩",
  "公报 新闻 网站 门户网 互联网 主动公开",
  "公开 发布",
  "举报 投诉",
  "公开 提供 不属 非本 不存在 不明确 更改 补充 补正 其他 其它 答复 回复",
  "当面 现场 窗口 上门 来访 传真 网络 网上 网站 互联网 在线 电子邮件 电邮 邮箱 平台 信函 信件 邮寄 书信 邮政 挂号信 其他 其它",
  "延期 延长 按时 按期 如期",
]);

/** Names the key that a mention states; null where its words state none of ours, or more than one. */
export function nameMention(said: Mention, context: MentionContext): LegacyKey | null {
  // What names a figure stands close to it; a hostile clause may be of any length.
  const mention = said.label.length > nearest ? { ...said, label: said.label.slice(-nearest) } : said;
  const { label } = mention;
  if (mention.kind === "money") return nameFee(mention, context);
  if (mention.kind !== "count") return null;
  const own = spot(label);
  const all = own | spot(mention.tail);
  const proceeding = nameProceeding(mention, context, all);
  if (proceeding !== undefined) return proceeding;
  const disclosure = nameDisclosure(mention, context, own);
  if (disclosure) return disclosure;
  if (inquiryUnits.has(mention.unit)) {
    const inquiry = nameInquiry(label, context);
    if (inquiry) return inquiry;
  }
  if (!caseUnits.has(mention.unit)) return null;
  return (all & ofComplaints ? nameComplaint(mention, context) : null) ?? nameApplication(mention, context, own, all);
}

/** undefined: not about proceedings at all. */
function nameProceeding(mention: Mention, context: MentionContext, all: number): LegacyKey | null | undefined {
  const { label } = mention;
  const current = context.current === "reconsideration" || context.current === "litigation" ? context.current : null;
  if (current === null && (all & ofProceedings) === 0) return undefined;
  const words = /复议|诉讼|应诉/.test(label) ? label : `${label}#${mention.tail}`;
  const review = words.includes("复议");
  const court = /行政诉讼|(?<!原告)诉讼(?!请求)|应诉/.test(words);
  if (review && court) return null;
  if (/(?:复议|诉讼)(?:类|方面|信息|的(?:政府)?信息公开申请)|答复书|意见书|答辩/.test(words)) return null;
  const group = review ? "reconsideration" : court ? "litigation" : current;
  if (!group || !caseUnits.has(mention.unit)) return undefined;
  const key = inGroup[group].find((entry) => entry.key !== totals[group] && entry.prose!.test(label));
  if (key?.key.endsWith("Other") && context.previous?.group !== group) return null;
  if (key) return key;
  if (/[审办]结|未结|撤回|撤诉|调解|终止|责令|重新/.test(label)) return null;
  if (review || court) return legacyKeyOf(totals[group]) ?? null;
  return /申请|公开|举报|投诉/.test(label) ? undefined : null;
}

function nameFee(mention: Mention, context: MentionContext): LegacyKey | null {
  const { label } = mention;
  if (/减免|免收|经费|预算|决算|罚|三公|事业性|补助|投入|支出|税|物业|学费/.test(label)) return null;
  const fees = legacyKeyOf("fees")!;
  const about = context.heading.has("fees") || context.speaks.feesForDisclosure;
  if (!about) return null;
  if (context.previous?.key === "fees" && /费$/.test(label)) return fees;
  return fees.prose!.test(`${label}#${mention.tail}`) || (context.heading.has("fees") && /收|共|计/.test(label))
    ? fees
    : null;
}

function nameDisclosure({ label, unit }: Mention, context: MentionContext, own: number): LegacyKey | null {
  if ((own & ofDisclosure) === 0 && !(own & ofPublishing && context.heading.has("disclosure"))) return null;
  if (/申请|访谈|访问|点击|留言|答复|微博|微信|栏目|目录/.test(label) || oneTopic.test(label)) return null;
  const key = inGroup.disclosure.find((entry) => entry.prose!.test(label)) ?? nameByHeading(label, context);
  if (!key) return null;
  const units = key.key === "pressConferences" ? meetingUnits : infoUnits;
  return units.has(unit) ? key : null;
}

const siteInList =
  /^(?:其中)?(?:通过|在|利用)?.{0,10}(?:网站|门户网)(?:平台|上)?(?:主动)?(?:公开|发布)?(?:的|有|共|为)*$/;
const disclosed =
  /(?:共|累计|总计|全年|新增)(?:公开|发布)(?:了)?(?:各类|各种|政府|政务)*(?:政府|政务)信息(?:共|总数|数量|达|为|计)*$/;

/** Under a heading on active disclosure, or in its list, fewer words do: 共公开政府信息…条,其中政府网站…条. */
function nameByHeading(label: string, { heading, previous }: MentionContext): LegacyKey | null {
  const listed = previous?.group === "disclosure";
  if (listed && siteInList.test(label)) return legacyKeyOf("websiteDisclosures")!;
  return heading.has("disclosure") && disclosed.test(label) ? legacyKeyOf("activeDisclosure")! : null;
}

function nameInquiry(label: string, context: MentionContext): LegacyKey | null {
  const inquiries = legacyKeyOf("inquiries")!;
  if (!label.includes("咨询")) return null;
  if (/电话|现场|网上|当面|热线|来信|在线|政策|法律/.test(label)) return null;
  if (inquiries.prose!.test(label)) return inquiries;
  return context.heading.has("inquiries") && /咨询/.test(label) ? inquiries : null;
}

function nameComplaint(mention: Mention, context: MentionContext): LegacyKey | null {
  const complaints = legacyKeyOf("complaints")!;
  const words = `${mention.label}#${mention.tail}`;
  if (!complaints.prose!.test(words) || /类|申请|热线|12345|信访|处理举报/.test(words)) return null;
  const about = /信息公开/.test(words) || context.heading.has("complaints") || context.speaks.complaintsAboutDisclosure;
  const alone =
    context.onDisclosure && /^(?:其中|收到|涉及|发生)?(?:举报|投诉)+(?:案件|事项|数量|数)?$/.test(mention.label);
  return about || alone ? complaints : null;
}

function nameApplication(mention: Mention, context: MentionContext, own: number, all: number): LegacyKey | null {
  if (!context.onDisclosure) return null;
  const { label } = mention;
  const about = context.current === "applications" || context.heading.has("applications");
  const speaks = label.includes("申请") || mention.tail.includes("申请");
  if ((!about && !speaks) || otherMatters.test(label)) return null;
  const words = `${label}#${mention.tail}`;
  if (about && own & ofReplies) {
    const reply = nameReply(label, context);
    if (reply) return reply;
  }
  if (/[来到]函|文件|目录/.test(label) && !speaks) return null;
  const channel = all & ofChannels ? nameChannel(label, words, mention, context) : undefined;
  if (channel !== undefined) return channel;
  const other = own & ofTime ? completedKeys.find((entry) => entry.prose!.test(label)) : undefined;
  if (other) return about ? other : null;
  return nameApplicationTotal(mention.gap, label, words, context);
}

/** undefined: no channel is named; null: more than one. */
function nameChannel(
  label: string,
  words: string,
  mention: Mention,
  context: MentionContext,
): LegacyKey | null | undefined {
  const own = channelKeys.filter((entry) => entry.prose!.test(label));
  const keys =
    own.length > 0 || !/^(?:.{0,12})#/.test(words) ? own : channelKeys.filter((entry) => entry.prose!.test(words));
  if (keys.length === 0) return undefined;
  if (keys.length > 1 || mention.unit === "人次" || mention.unit === "项") return null;
  if (/平台/.test(label) && !/申请/.test(words)) return null;
  if (!/申请/.test(words) && context.current !== "applications") return null;
  return /公开(?:信息|政府信息)$|发布|答复|处理|办理|事项/.test(label) ? null : keys[0]!;
}

function nameApplicationTotal(gap: string, label: string, words: string, context: MentionContext): LegacyKey | null {
  const applications = legacyKeyOf("applications")!;
  if (otherApplications.test(words) || notAll.test(label)) return null;
  if (/其中/.test(gap) || isOneApplicant(label)) return null;
  const about = /信息公开|公开申请|依申请|公开(?:政府|政务)?信息/.test(words) || context.heading.has("applications");
  if (!about) return null;
  const total = applications.prose!.test(label) ? label : words;
  return applications.prose!.test(total) && (/[收受登接]/.test(total) || !/答复|办结|回复/.test(total))
    ? applications
    : null;
}

/** Applications of citizens alone, or of firms alone, are no whole. */
function isOneApplicant(label: string): boolean {
  return /公民|个人|自然人/.test(label) !== /法人|企业|组织/.test(label);
}

/** Kinds of replies: a figure of several at once is none's. */
const replyFamilies = [
  /主动公开/,
  /(?<!不)(?:同意|予以)(?:公开|提供)|部分(?:公开|提供)/,
  /不(?:同意|予|予以)(?:公开|提供)|不公开|免予公开/,
  /不存在|不属于?(?:于)?本|非本/,
  /不明确|补正|更改.{0,2}补充|其[他它](?:途径|渠道)/,
  /重复|非政府信息|[非是]《?条例/,
];

function nameReply(label: string, context: MentionContext): LegacyKey | null {
  if (context.speaks.answers && /^(?:其中)?(?:全部)?公开的?$/.test(label)) return legacyKeyOf("repliesGranted")!;
  const key = inGroup.replies.find((entry) => entry.prose!.test(label));
  if (!key || /国家秘密|商业秘密|个人隐私/.test(label)) return null;
  if (replyFamilies.filter((family) => family.test(label)).length > 1) return null;
  if (key.key === "repliesOther" && context.previous?.group !== "replies") return null;
  if (key.key === "replies" && /[收受接]到|受理|按时|按期|延期|逾期|人次/.test(label)) return null;
  return key;
}
