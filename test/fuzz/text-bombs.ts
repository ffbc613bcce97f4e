import { generateFigures } from "../support/generator/figures.ts";
import { generateReport } from "../support/generator/report-model.ts";
import { writeText } from "../support/generator/write-text.ts";

/** Pieces that, repeated, make a pattern or a loop that looks further for every place it starts at quadratic. */
export const units: readonly string[] = [
  "7",
  "1,",
  "1.",
  "12,345,678",
  "９",
  "百",
  "一",
  "〇",
  "3.5万",
  "一二三四五六七八九十",
  "2023",
  "2023年",
  "年",
  "12月31日",
  "公开",
  "信",
  "政府信息公开",
  "由",
  "由云岭县",
  "其中",
  "其中，",
  "其中5件，",
  "占",
  "占50%，",
  "同比增长10%，",
  "比上年",
  "、",
  "，",
  "。",
  "；",
  "：",
  " ",
  "　",
  "(",
  ")",
  "（",
  "）",
  "（(",
  "《",
  "》",
  "“",
  "【",
  "—",
  "-",
  "~",
  "+",
  "|",
  "\t",
  "·",
  "/",
  "×",
  "_",
  "X",
  "○",
  "共5件、",
  "新收申请5件，",
  "收到申请5件，其中3件，",
  "A公开5件、B公开6件和",
  "从渠道看，",
  "按内容分，其中",
  "信息公开申请",
  "举报",
  "投诉",
  "没有",
  "未收到",
  "无",
  "均维持",
  "全部",
  "结转",
  "不存在",
  "收费",
  "县",
  "省市县区镇",
  "局",
  "办公室",
  "云岭县人民政府办公室",
  "单位：",
  "单位：万元 ",
  "一、",
  "（一）",
  "1、",
  "第一部分",
  "二、主动公开政府信息情况 ",
  "等",
  "约",
  "近",
  "不足",
  "至少",
  "余",
  "的",
  "了",
  "共",
  "为",
  "已",
  "件",
  "件、",
  "网站",
  "答复",
  "同意公开",
  "不予公开",
  "\u200b",
  "\u202e",
  "\ud800",
  "e\u0301",
  "👨‍👩‍👧",
  "﷽",
  "政府信息公开工作年度报告",
  "2023年政府信息公开工作年度报告",
  "的报告",
  "(2023)",
  "统计期限2023年",
  "截至2023年",
  "期限至",
  "2023年1月1日至",
  "到",
  "<",
  "<b>",
  "&",
  "&#",
  "填写",
  "请填写（",
  "[请",
  "复议",
  "诉讼",
  "行政复议维持",
  "上年结转",
  "下年度",
  "转结至",
  "a",
  "0",
  "abc ",
  "5 ",
  "5 6 7 8 9 ",
  "| 5 ",
  "5\t",
  "，其中：",
  "和",
  "及",
  "5和6和",
  "维持率100%",
  "均",
  "中国",
  "局局局委厅",
  "率",
  "100%",
  "0.",
  "+5",
  "减少5",
  "-5-",
  "5—",
  "5至",
  "每",
  "数",
  "几",
];

export const contexts = [
  "prose",
  "lines",
  "sentences",
  "title",
  "cell",
  "legacy",
  "legacy-lines",
  "page",
  "bare",
] as const;
export type Context = (typeof contexts)[number];

const repeat = (unit: string, size: number) => unit.repeat(Math.max(1, Math.floor(size / unit.length)));

const model = generateReport(7, {
  template: "2021",
  statistics: generateFigures(7, { template: "2021", size: "small", blanks: 0 }),
  title: "plain",
  headings: "comma",
  strange: 0,
  partSix: true,
});
const sound = writeText(model, { layout: "bars" });

/** Puts `bomb` behind each of the headings of the parts (or the lines that hold 收到, 公开 …). */
function insert(text: string, bomb: string): string {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => line.includes("、主动公开") || line.includes("二、"));
  lines.splice(at < 0 ? 3 : at, 0, bomb);
  const four = lines.findIndex((line) => /^四、|^　　四、/.test(line.trim()));
  if (four > 0) lines.splice(four, 0, bomb);
  lines.push(bomb);
  return lines.join("\n");
}

const legacy = (bomb: string) => `云岭县人民政府2012年政府信息公开工作年度报告
一、概述
云岭县人民政府按照条例要求编制本报告，所列数据的统计期限自2012年1月1日起，至2012年12月31日止。
二、主动公开政府信息情况
全年主动公开政府信息1200条。${bomb}
三、依申请公开政府信息办理情况
全年受理申请20件，其中当面申请5件，网络申请15件。${bomb}
四、收费及减免情况
没有收取费用。
五、行政复议和诉讼情况
${bomb}
六、存在的问题及改进措施
${bomb}
`;

/** A text of about `size` characters: the unit over and over, in a place where the reader and the rules look at it. */
export function makeTextBomb(unit: string, context: Context, size: number): string {
  const part = size / 4;
  switch (context) {
    case "prose":
      return insert(sound, `全年收到申请5件，其中${repeat(unit, part)}`);
    case "lines":
      return insert(sound, repeat(`${unit}\n`, part));
    case "sentences":
      return insert(sound, repeat(`全年共${unit}${unit}5件。`, part));
    case "title":
      return `${repeat(unit, part)}2023年政府信息公开工作年度报告${repeat(unit, part)}\n${sound}\n${repeat(unit, part)}政府信息公开年度报告`;
    case "cell":
      return sound.replaceAll(/予以公开/g, `予以公开${repeat(unit, part)}`).replace(/\| 0/, `| ${repeat(unit, part)}`);
    case "legacy":
      return legacy(repeat(unit, part));
    case "legacy-lines":
      return legacy(repeat(`${unit}5件，\n`, part));
    case "page":
      return `<html><body>${insert(sound, repeat(unit, part))
        .split("\n")
        .map((line) => `<p>${line}</p>`)
        .join("\n")}<table><tr><td>${repeat(unit, part)}</td></tr></table></body></html>`;
    case "bare":
      return repeat(unit, size);
  }
}
