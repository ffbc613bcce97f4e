/** The six statutory parts (Regulations of 2019, article 50; forms of 2019 and 2021), with words by which a heading is known. */
export const statutoryParts: readonly { part: 1 | 2 | 3 | 4 | 5 | 6; heading: string; marks: readonly string[] }[] = [
  {
    part: 1,
    heading: "总体情况",
    marks: ["总体情况", "工作概述", "概述", "工作基本情况", "基本情况", "概况", "工作总体情况"],
  },
  {
    part: 2,
    heading: "主动公开政府信息情况",
    marks: ["主动公开政府信息情况", "主动公开信息情况", "主动公开情况", "主动公开政府政府信息情况"],
  },
  {
    part: 3,
    heading: "收到和处理政府信息公开申请情况",
    marks: ["收到和处理政府信息公开申请", "收到和处理政府信息公开", "处理政府信息公开申请情况", "政府信息公开申请情况"],
  },
  {
    part: 4,
    heading: "政府信息公开行政复议、行政诉讼情况",
    marks: ["行政复议行政诉讼", "行政复议和行政诉讼", "行政复议提起行政诉讼", "复议诉讼情况", "行政复议及行政诉讼"],
  },
  {
    part: 5,
    heading: "存在的主要问题及改进情况",
    marks: ["主要问题", "存在问题", "存在的问题", "改进情况", "改进措施", "改进计划"],
  },
  {
    part: 6,
    heading: "其他需要报告的事项",
    marks: ["其他需要报告", "需要报告的其他", "其他事项", "需要说明的事项", "需要报告的事项", "其他报告事项"],
  },
];
