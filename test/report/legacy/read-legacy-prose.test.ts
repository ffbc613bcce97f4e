import { describe, expect, it } from "vitest";
import { readLegacy } from "../../../lib/report/legacy/read-legacy.ts";
import { proseStyles } from "./prose-styles.ts";
import { toParagraphs } from "./to-blocks.ts";

const read = (text: string, year = 2012) => readLegacy([], toParagraphs(text), year).statistics;

/** What a report of 2012 says, and every figure that it states by saying so. */
const stated: [name: string, text: string, figures: Record<string, number>][] = [
  [
    "a county's report",
    `二、主动公开政府信息的情况
2012年，全县累计主动公开政府信息3,281条，其中通过政府网站公开2,960条，通过政府公报发布文件112件，召开新闻发布会7次。
三、依申请公开政府信息情况
（一）申请情况。2012年共收到政府信息公开申请26件，其中当面申请9件，传真申请1件，网上申请11件，信函申请5件。
（二）处理情况。共答复申请26件，其中同意公开17件，同意部分公开2件，不予公开3件，申请信息不存在2件，不属于本机关公开1件，其他情形1件。
四、政府信息公开收费及减免情况
全年未向申请人收取任何费用。
五、行政复议、行政诉讼情况
全年因政府信息公开被申请行政复议2件，其中维持1件，被纠正1件；提起行政诉讼1件，已审结1件，驳回原告诉讼请求1件。`,
    {
      activeDisclosure: 3281,
      websiteDisclosures: 2960,
      gazetteDocuments: 112,
      pressConferences: 7,
      applications: 26,
      applicationsInPerson: 9,
      applicationsByFax: 1,
      applicationsOnline: 11,
      applicationsByLetter: 5,
      replies: 26,
      repliesGranted: 17,
      repliesPartiallyGranted: 2,
      repliesDenied: 3,
      repliesNonexistent: 2,
      repliesNotHeld: 1,
      repliesOther: 1,
      fees: 0,
      reconsiderations: 2,
      reconsiderationsUpheld: 1,
      reconsiderationsCorrected: 1,
      litigations: 1,
      litigationsConcluded: 1,
      litigationsUpheld: 1,
    },
  ],
  [
    "a department's report in which little happened",
    `三、依申请公开情况
2012年，我局未收到政府信息公开申请。
四、复议、诉讼和申诉情况
2012年，我局没有发生因政府信息公开引起的行政复议、行政诉讼案件。
五、收费情况
无。`,
    { applications: 0, reconsiderations: 0, litigations: 0, fees: 0 },
  ],
  [
    "traditional characters and figures before their nouns",
    `二、依申請公開情況
本年度共受理12宗政府信息公開申請，其中網上申請7宗、信函申請5宗，均已按時辦結。答復“同意公開”或“部分公開”的10宗，“非本行政機關公開”的2宗。`,
    {
      applications: 12,
      applicationsOnline: 7,
      applicationsByLetter: 5,
      repliesGrantedOrPartial: 10,
      repliesNotHeld: 2,
    },
  ],
  [
    "channels by e-mail and web counted together",
    "全年共收到信息公开申请30件，其中当面申请4件、通过网上申请20件、通过电子邮件申请6件。",
    { applications: 30, applicationsInPerson: 4, applicationsOnline: 26 },
  ],
  ["fees in yuan", "四、收费情况\n全年共收取检索、复制等费用1,250元。", { fees: 0.125 }],
  ["fees part by part", "四、收费情况\n收取检索费300元、复制费150元。", { fees: 0.045 }],
  [
    "completed in time",
    "三、依申请公开情况\n共受理申请18件，其中按时办结16件，延期办结2件。",
    { applications: 18, completedOnTime: 16, completedExtended: 2 },
  ],
  [
    "complaints and inquiries",
    "六、举报投诉情况\n收到涉及政府信息公开的举报3件。\n七、咨询情况\n全年接受政府信息公开咨询1,204人次。",
    { complaints: 3, inquiries: 1204 },
  ],
  [
    "last year's figure beside this year's",
    "2012年共收到政府信息公开申请52件，比2011年的40件增长30%。",
    { applications: 52 },
  ],
  [
    "a department of 2009",
    `二、主动公开政府信息情况
2012年度，我局共主动公开政府信息186条，其中新增的行政规范性文件4件。
三、依申请公开政府信息情况
本年度申请公开政府信息3件，其中网上申请2件，当面申请1件，均已按时办结。
四、政府信息公开的收费及减免情况
我局没有对公民、法人和其他组织收取政府信息公开相关费用。
五、因政府信息公开申请行政复议、提起行政诉讼的情况
2012年度没有发生针对本局有关政府信息公开的行政复议案、行政诉讼案和有关的申诉案。`,
    {
      activeDisclosure: 186,
      applications: 3,
      applicationsOnline: 2,
      applicationsInPerson: 1,
      fees: 0,
      reconsiderations: 0,
      litigations: 0,
    },
  ],
  [
    "a province's report",
    `二、主动公开情况
（一）全省各级行政机关主动公开政府信息1203300条，通过政府公报公开政府信息3310条，通过政府网站公开政府信息980120条。
三、依申请公开办理情况
全省各级行政机关共收到公民、法人和其他组织的政府信息公开申请8120件。从申请方式看，当面申请2100件，占25.9%；网络申请4020件，占49.5%；信函申请2000件，占24.6%。答复8000件，其中属于已主动公开范围1200件，同意公开答复4100件，同意部分公开答复300件，不同意公开答复400件，不属于本行政机关公开900件，申请信息不存在700件，告知作出更改补充250件，告知通过其他途径办理150件。
四、行政复议和行政诉讼
因政府信息公开引发行政复议310件，其中维持具体行政行为210件，被依法纠错40件，其他情形60件；行政诉讼205件，其中维持具体行政行为或者驳回原告诉讼请求150件，被依法纠错15件，其他情形40件。收取依申请公开信息的费用2.35万元。`,
    {
      activeDisclosure: 1203300,
      gazetteDocuments: 3310,
      websiteDisclosures: 980120,
      applications: 8120,
      applicationsInPerson: 2100,
      applicationsOnline: 4020,
      applicationsByLetter: 2000,
      replies: 8000,
      repliesAlreadyPublic: 1200,
      repliesGranted: 4100,
      repliesPartiallyGranted: 300,
      repliesDenied: 400,
      repliesNotHeld: 900,
      repliesNonexistent: 700,
      repliesUnclearOrRedirected: 400,
      reconsiderations: 310,
      reconsiderationsUpheld: 210,
      reconsiderationsCorrected: 40,
      reconsiderationsOther: 60,
      litigations: 205,
      litigationsUpheld: 150,
      litigationsCorrected: 15,
      litigationsOther: 40,
      fees: 2.35,
    },
  ],
  [
    "an enumeration of applicants, topics and answers",
    "三、依申请公开\n全年受理申请44件，其中公民申请30件，企业申请14件；涉及土地12件、规划10件、其他22件；申请人撤回申请2件，予以公开42件。",
    { applications: 44, repliesGranted: 42 },
  ],
  [
    "the whole before its levels",
    "全市各级行政机关共受理政府信息公开申请90件，其中市级行政机关60件（当面申请20件，网络申请40件），各县（市、区）30件。",
    { applications: 90 },
  ],
  [
    "one proceeding after the other",
    "四、复议诉讼情况\n被申请行政复议4件，维持2件，撤销1件，尚未审结1件。被提起行政诉讼3件，其中维持2件。",
    {
      reconsiderations: 4,
      reconsiderationsUpheld: 2,
      reconsiderationsCorrected: 1,
      litigations: 3,
      litigationsUpheld: 2,
    },
  ],
  ["a small number in words", "二、行政诉讼情况\n全年发生涉及政府信息公开的行政诉讼一件。", { litigations: 1 }],
];

describe("readLegacy on prose", () => {
  it.each(stated)("%s", (_name, text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it.each(proseStyles)("of any year: %s", (_name, text, figures) => {
    expect(readLegacy([], toParagraphs(text)).statistics).toEqual(figures);
  });

  it.each([
    ["a plan", "五、存在问题和改进措施\n2013年将受理政府信息公开申请100件以上，主动公开政府信息5000条。"],
    ["next year", "2013年共受理政府信息公开申请31件。"],
    ["a stock of years", "自2008年5月1日条例施行以来，累计受理政府信息公开申请310件。"],
    ["a part of the year", "2012年上半年共受理政府信息公开申请13件。"],
    ["an approximate number", "全年主动公开政府信息3.2万余条，受理政府信息公开申请近50件。"],
    ["a part of the body", "其中市本级受理政府信息公开申请15件，各县（市、区）受理政府信息公开申请20件。"],
    ["other applications", "三、行政许可\n全年受理行政许可申请3120件，按时办结3100件。"],
    ["a hotline's complaints", "12345热线全年受理投诉举报4200件，全部办结。"],
    ["another register's topics", "从内容看，涉及土地征收8件、住房保障5件和其他3件。"],
    ["denials of a part", "未收到不予公开的申请，未发生行政复议被撤销的情形。"],
    ["budgets", "全年“三公”经费支出12万元，行政事业性收费收入300万元。"],
    ["pages of a site", "市政府网站公开栏目15个，网站访问量达1200000次，网上咨询答复320件。"],
    ["kinds of applications", "涉及行政复议的信息公开申请类别4项。"],
  ])("states nothing by %s", (_name, text) => {
    expect(read(text)).toEqual({});
  });

  it("says where each figure stands and how it is printed", () => {
    const { figures } = readLegacy([], toParagraphs("一、概述\n全年共收到政府信息公開申請１２件。"), 2012);
    expect(figures.get("legacy.applications")).toEqual({
      value: 12,
      text: "１２件",
      location: { line: 2 },
      state: "number",
    });
  });
});
