import { cellValue } from "../../report/report.ts";
import type { Rule } from "../../validator/finding.ts";

const cells = ["issued", "repealed", "inForce", "disclosed", "disclosedTotal"].map(
  (column) => `disclosure.regulations.${column}`,
);
const seatOfRules =
  /(?:[省市州]|自治区|地区|盟)(?:人民)?政府(?:办公厅|办公室)?$|(?:[省市州]|自治区)$|行政公署(?:办公室)?$/;
const lowGovernment =
  /(?:[县旗乡镇]|街道|(?<!自治)区)(?:人民政府)?(?:办公室|办公厅|党政办公室|党政综合办公室)?$|街道办事处$|管理委员会(?:办公室)?$|管委会(?:办公室)?$|管理区$|开发区$/;
const territory = /[一-鿿]{2,}?(?:省|市|县|区|州|盟|旗|镇|乡|街道)[一-鿿]/;
const department = /(?:局|委员会|委|厅|中心|支队|总队|大队|队|院|学校|大学|学院|医院|站|所|处|公司|分局|办公室|集团)$/;

/**
 * Whether a body certainly cannot make 规章 (立法法): towns, streets, counties, districts, zones, and departments below a ministry.
 * False also where the name leaves it open: a 市 may be a district-level city.
 */
export function lacksRulePower(agency: string): boolean {
  const name = agency.replace(/\s+/g, "");
  if (seatOfRules.test(name)) return false;
  if (lowGovernment.test(name)) return true;
  const local = name.replace(
    /^(?:中华人民共和国|国家税务总局|国家统计局|国家外汇管理局|中国(?=人民银行|地震局|气象局))/,
    "",
  );
  return territory.test(local) && department.test(local);
}

export const regulationWithoutPower: Rule = {
  id: "value/regulation-without-power",
  severity: "warning",
  description: {
    zh: "无规章制定权的机关（乡镇、街道、县区、各级政府部门等）不应填报规章数量。",
    en: "A body that cannot make 规章 (towns, streets, counties, departments below a ministry) reports none.",
  },
  *check(report) {
    if (report.agency === null) return;
    const filled = cells.filter((cell) => (cellValue(report.statistics, cell) ?? 0) > 0);
    const [first] = filled;
    if (!first || !lacksRulePower(report.agency)) return;
    const counts = filled.map((cell) => cellValue(report.statistics, cell));
    yield {
      message: {
        zh: `${report.agency}没有规章制定权，“规章”却填了${counts.join("、")}件，可能是把其他文件计入`,
        en: `${report.agency} cannot make regulations (规章), yet reports ${counts.join(", ")}`,
      },
      cells: filled,
      evidence: filled.flatMap((cell) => {
        const figure = report.figures.get(cell);
        return figure ? [{ text: `规章 ${figure.text}`, location: figure.location }] : [];
      }),
    };
  },
};
