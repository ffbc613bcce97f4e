/** Words of other business: a label that holds one speaks of no application for information. */
export const foreignWords =
  /复议|诉讼|应诉|许可|救助|举报|投诉|留言|来信|来访|咨询|建议|提案|信访|工单|执行|仲裁|援助|电话|热线|信箱|处罚|登记证|证照|意见|问题|备案|不动产|业务|事务|审批|加入|专利|商标|贷款|补贴|公租房|低保/;
