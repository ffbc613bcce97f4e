import type { Rule } from "../../validator/finding.ts";

/** Pages that could not be read are named, so that silence about them is not taken for soundness. */
export const pageUnreadable: Rule = {
  id: "structure/page-unreadable",
  severity: "warning",
  description: { zh: "每一页的文字都能读取。", en: "The text of every page can be read." },
  *check(report) {
    for (const { code, pages } of report.notes) {
      const listed = pages.length > 0 ? `第${pages.slice(0, 20).join("、")}页` : "文件";
      const what = {
        "pages-without-text": {
          zh: "没有可读取的文字（可能是扫描页），其中的内容没有检查，请改交有文字的文件",
          en: "no readable text (probably scanned)",
        },
        "text-damaged": {
          zh: "有文字损坏，读不出或可能读错，其中的数字不作数，请重新导出",
          en: "damaged text; its figures do not count",
        },
        truncated: { zh: "不完整，后面的内容缺失，请重新导出或下载", en: "cut off; what followed is lost" },
      }[code];
      yield {
        message: {
          zh: `${listed}${what.zh}`,
          en: `${pages.length > 0 ? `Pages ${pages.slice(0, 20).join(", ")}` : "The file"}: ${what.en}`,
        },
        evidence: pages.slice(0, 20).map((page) => ({ text: "", location: { page, line: 1 } })),
      };
    }
  },
};
