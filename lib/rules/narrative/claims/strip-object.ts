import { createStripper } from "../../../report/prose/strip-words.ts";

/** What is left of the words between a verb of receiving or handling and its number without those that leave the count whole. */
export const stripObject = createStripper(
  `了 到 的 过 并 和 与 及 或 各类 各 公民 法人 其他组织 其它组织 社会组织 社会公众 公众 群众 社会 市民 企业 申请人 提出 提交 递交 政府信息 政务信息 信息公开 信息 公开 依申请 申请 事项 件
  共 共计 合计 总计 总数 总量 数量 数 为 是 有 有效 书面 新 登记 案件 办件 答复 答覆 件数 办理 处理 受理 收到 新收 接收 接到 新增 办结 回复 答复件 要求 来件 向 我 本 机关 单位 局
  办 镇 街道 提起 政府 类 全部 累计 总共 依法 工作 情况 一般 件次 主动 收 受理的 次 内容 年 度 全年 申请书 表 予以 均 已 按规定 实际 审核`,
);
