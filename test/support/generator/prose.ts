import type { Statistics } from "../../../lib/report/report.ts";
import type { Agency } from "./agencies.ts";
import type { Random } from "./random.ts";

/** What the sentences of one report speak of. */
export interface Subject {
  agency: Agency;
  year: number;
  statistics: Statistics;
}

const count = (statistics: Statistics, row: string) => statistics.applications?.[row]?.["total"] ?? null;

/** A whole and its parts that add up, for a sentence that lists them. */
function splitWhole(random: Random, parts: number): { whole: number; shares: number[] } {
  const shares = Array.from({ length: parts }, () => random.integer(2, 400));
  return { whole: shares.reduce((sum, share) => sum + share, 0), shares };
}

function describeDisclosure({ year }: Subject, random: Random): string {
  const { whole, shares } = splitWhole(random, 3);
  const [a, b, c] = shares as [number, number, number];
  const percentage = ((100 * a) / whole).toFixed(1);
  return random.pick([
    `${year}年，通过各类渠道主动公开政府信息${whole}条，其中门户网站${a}条，政务新媒体${b}条，其他方式${c}条。`,
    `全年发布信息${whole}条，其中门户网站发布${a}条，占${percentage}%。围绕重点领域更新目录，逐项明确责任科室和发布时限。`,
    `坚持应公开尽公开，及时更新机构职能、规划计划、办事指南等栏目，全年开展栏目巡检${random.integer(2, 12)}次。`,
    "对照基层政务公开标准目录逐条梳理公开事项，确保公开内容看得到、找得着、用得上。",
  ]);
}

function describeApplications({ statistics, agency }: Subject, random: Random): string {
  const received = count(statistics, "newlyReceived");
  const handled = count(statistics, "totalHandled");
  const forward = count(statistics, "carriedForward");
  if (received === null || handled === null || forward === null)
    return "进一步规范依申请公开办理流程，做到登记、会商、答复、归档环环相扣。";
  if (received === 0 && handled === 0 && forward === 0) {
    return random.pick([
      `本年度未收到政府信息公开申请。`,
      "规范设置申请受理点，公布受理电话，畅通信函和网上两类申请渠道。",
    ]);
  }
  return random.pick([
    `本年度共收到政府信息公开申请${received}件，办结${handled}件，结转下年度继续办理${forward}件。`,
    `依申请公开工作平稳有序。本年新收申请${received}件，均按规定程序登记办理。`,
    `${agency.region}严格按照法定时限办理申请，加强与申请人沟通，提高答复文书的规范性。`,
  ]);
}

const management = [
  "建立信息发布前的三级审核机制，明确拟稿、核稿、签发各环节的责任，确保发布内容准确权威。",
  "对存量文件开展集中整理，分类标注有效、失效和废止状态，方便群众查询使用。",
  "严格执行先审查后公开的要求，妥善处理公开与保密的关系，全年未发生泄密事件。",
];
const platforms = [
  "优化门户网站检索功能，新设政策问答专区，把常见问题集中展示，减少群众往返咨询。",
  "规范政务新媒体运维，清理长期不更新的账号，统一发布口径，提高信息推送的针对性。",
  "在便民服务中心设置公开查阅点，配备自助查询设备，安排专人引导，方便老年人使用。",
];
const supervision = [
  "把信息公开纳入年度绩效评价，定期通报各单位工作进展，对落实不力的单位督促整改。",
  "组织业务骨干参加专题学习，交流答复办理中的疑难案例，提升队伍的专业水平。",
  "主动接受社会监督，公布意见箱和监督电话，对群众反映的问题逐一核实反馈。",
];
const problems = [
  "从全年情况看，仍有一些短板：个别单位对公开工作的认识不够到位，栏目更新不够及时；政策解读形式较为单一，群众参与度不高。下一步，将细化任务清单，压实工作责任，丰富解读方式，多用图表和问答回应关切。",
  "主要问题是业务人员变动较快，对答复口径把握不够准确；部分信息内容较为笼统，针对性不强。改进措施：一是加强培训指导，编印工作手册；二是完善内部协调机制，重要答复集体会商；三是健全日常检查制度，发现问题及时纠正。",
  "工作中还存在公开内容深度不够、线上线下衔接不够紧密等不足。今后将围绕群众关心的事项优化公开目录，加强与业务部门的沟通联动，推动公开与服务同步提升，让更多群众了解政策、用好政策。",
];

/** Part one: an opening sentence, then the five fixed topics, numbered or not. */
export function writePartOne(subject: Subject, random: Random): string[] {
  const { agency, year } = subject;
  const opening = random.pick([
    `${year}年，${agency.name}坚持以人民为中心，围绕中心工作稳步推进政府信息公开，不断提高透明度和公信力。`,
    `${year}年，${agency.name}认真落实信息公开条例各项要求，健全制度、完善平台、强化监督，各项工作取得新进展。`,
  ]);
  const topics = [
    ["主动公开情况", describeDisclosure(subject, random)],
    ["依申请公开情况", describeApplications(subject, random)],
    ["政府信息管理情况", random.pick(management)],
    ["平台建设情况", random.pick(platforms)],
    ["监督保障情况", random.pick(supervision)],
  ];
  const numbers = random.pick([["（一）", "（二）", "（三）", "（四）", "（五）"], ["1.", "2.", "3.", "4.", "5."], []]);
  return [opening, ...topics.map(([name, text], i) => `${numbers[i] ? `${numbers[i]}${name}。` : ""}${text}`)];
}

/** Part five. */
export function writePartFive(random: Random): string[] {
  return [random.pick(problems)];
}

/** Part six, with the statement about information-processing fees where the form of the year asks for it. */
export function writePartSix({ year }: Subject, random: Random): string[] {
  if (year < 2021) return [random.pick(["无。", "本年度没有其他需要报告的事项。", "无其他需要报告的事项。"])];
  return [
    random.pick([
      `${year}年，本机关未收取政府信息公开信息处理费。`,
      "本年度未发出收费通知，未收取信息处理费。无其他需要报告的事项。",
      "按照国务院办公厅关于信息处理费的规定，本年度收取信息处理费0元。",
    ]),
  ];
}

/** The paragraph before part one: legal base, who compiled the report, the reporting period. */
export function writeIntroduction({ agency, year }: Subject, random: Random): string {
  const notice = year >= 2021 ? "国办公开办函〔2021〕30号" : "国办公开办函〔2019〕60号";
  const compiled = random.pick([
    `由${agency.name}编制`,
    `由${agency.name}编制而成`,
    `由${agency.name}编制并向社会公布`,
  ]);
  const period = random.pick([
    `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    `统计时限为${year}年1月1日至${year}年12月31日。`,
    `数据统计期限从${year}年1月1日起，到${year}年12月31日止。`,
  ]);
  return `本报告依照政府信息公开条例和年度报告格式（${notice}）的要求，${compiled}。${period}`;
}
