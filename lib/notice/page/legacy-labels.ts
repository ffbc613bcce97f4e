/** The figures of reports on 2018 and earlier as people call them, in the order of the form of 2014. */
export const legacyGroups: readonly { heading: string; items: readonly (readonly [key: string, label: string])[] }[] = [
  {
    heading: "主动公开",
    items: [
      ["activeDisclosure", "主动公开政府信息数"],
      ["gazetteDocuments", "政府公报刊发公文数"],
      ["websiteDisclosures", "通过政府网站公开数"],
      ["pressConferences", "召开新闻发布会次数"],
    ],
  },
  {
    heading: "依申请公开",
    items: [
      ["applications", "收到申请数"],
      ["applicationsInPerson", "当面申请数"],
      ["applicationsByFax", "传真申请数"],
      ["applicationsOnline", "网络申请数"],
      ["applicationsByLetter", "信函申请数"],
      ["applicationsOtherChannel", "其他方式申请数"],
      ["completedOnTime", "按时（未延期）办结数"],
      ["completedExtended", "延期办结数"],
      ["replies", "申请答复数"],
      ["repliesAlreadyPublic", "属于已主动公开范围数"],
      ["repliesGranted", "同意公开答复数"],
      ["repliesPartiallyGranted", "同意部分公开答复数"],
      ["repliesGrantedOrPartial", "同意公开和部分公开答复数"],
      ["repliesDenied", "不同意公开答复数"],
      ["repliesNotHeld", "不属于本行政机关公开数"],
      ["repliesNonexistent", "申请信息不存在数"],
      ["repliesNotHeldOrNonexistent", "不属于本行政机关公开或信息不存在数"],
      ["repliesUnclearOrRedirected", "告知作出更改补充或通过其他途径办理数"],
      ["repliesOther", "其他答复数"],
    ],
  },
  {
    heading: "行政复议和行政诉讼",
    items: [
      ["reconsiderations", "行政复议数"],
      ["reconsiderationsUpheld", "复议：维持具体行政行为数"],
      ["reconsiderationsIllegal", "复议：确认违法数"],
      ["reconsiderationsCorrected", "复议：被依法纠错数"],
      ["reconsiderationsOther", "复议：其他情形数"],
      ["litigations", "行政诉讼数"],
      ["litigationsConcluded", "诉讼：已审结数"],
      ["litigationsUpheld", "诉讼：维持或驳回原告诉讼请求数"],
      ["litigationsIllegal", "诉讼：确认违法数"],
      ["litigationsCorrected", "诉讼：被依法纠错数"],
      ["litigationsOther", "诉讼：其他情形数"],
    ],
  },
  {
    heading: "其他",
    items: [
      ["complaints", "举报投诉数"],
      ["inquiries", "访问咨询数"],
      ["fees", "依申请公开收取费用（万元）"],
    ],
  },
];

/** Label of each key of `statistics.legacy`. */
export const legacyLabels: ReadonlyMap<string, string> = new Map(legacyGroups.flatMap((group) => group.items));
