import { createSpotter } from "../../../report/prose/create-spotter.ts";

/** What a quantity's own words hold of claims: bits of `spotClaimWords`. */
export const claimWord = {
  any: 1,
  carried: 2,
  document: 4,
  proceeding: 8,
  /** Other business: words that hold one speak of no application for information. */
  foreign: 16,
  /** A part of the applications only. */
  part: 32,
} as const;

/** Tells in one look at each character which words of claims stand in a quantity's words; most are done with it. */
export const spotClaimWords = createSpotter([
  `申请 收到 新收 接收 接到 收悉 受理 新增 办理 办结 办复 答复 答覆 回复 处理 公开 结转 转结 转 复议 诉 规范性文件 提供 掌握
   信访 制作 明确`,
  "转",
  "规范性文件",
  "复议 诉讼 起诉",
  `复议 诉讼 应诉 许可 救助 举报 投诉 留言 来信 来访 咨询 建议 提案 信访 工单 执行 仲裁 援助 电话 热线 信箱 处罚 登记证 证照 意见
   问题 备案 不动产 业务 事务 审批 加入 专利 商标 贷款 补贴 公租房 低保`,
  `通过 网络 网上 在线 平台 信函 当面 现场 邮 传真 微信 窗口 转办 转来 涉及 关于 有关 方面 领域 类的 类型 线上 线下 口头 电话 按时
   按期 如期 延期 超期 逾期 提前 自然人 企业 法人 同一 疑难 重大 剩余 其余 另 协助 督促 指导 配合 转交 移送`,
]);
