import { expect, test } from "vitest";
import { assess } from "../../../lib/assess.ts";
import { readDocument } from "../../../lib/document/read-document.ts";
import { text, writePdf } from "./write-pdf.ts";

const columns = [57, 220, 320, 420];
const row = (y: number, ...texts: string[]) => texts.map((part, at) => text(columns[at]!, y, part)).join("");

/** Part two without rules, as a page shows it; `lone`: figures between two rows that no label stands beside. */
const page = (lone: string) =>
  text(57, 780, "云岭县人民政府办公室2024年政府信息公开工作年度报告") +
  text(57, 750, "二、主动公开政府信息情况") +
  text(57, 725, "第二十条第（一）项") +
  row(705, "信息内容", "本年制发件数", "本年废止件数", "现行有效件数") +
  row(680, "规章", "11", "12", "13") +
  lone +
  row(640, "行政规范性文件", "21", "22", "23") +
  text(57, 615, "第二十条第（五）项") +
  row(595, "信息内容", "本年处理决定数量") +
  row(570, "行政许可", "31") +
  text(57, 540, "三、收到和处理政府信息公开申请情况") +
  text(57, 520, "本年没有收到申请。");

async function read(lone: string) {
  const answer = await readDocument(writePdf([page(lone)]), "report.pdf");
  if (answer.status !== "read") throw new Error(answer.rejection.code);
  const [only] = assess(answer.document).reports;
  return {
    disclosure: only!.report.statistics.disclosure,
    told: only!.findings.flatMap(({ rule, cells }) => (rule === "structure/cell-unreadable" ? cells : [])),
  };
}

const licensing = { decisions: 31 };

test("all figures are read where each stands in a row", async () => {
  expect(await read("")).toEqual({
    disclosure: {
      regulations: { issued: 11, repealed: 12, inForce: 13 },
      normativeDocuments: { issued: 21, repealed: 22, inForce: 23 },
      licensing,
    },
    told: [],
  });
});

test("figures that a lone one may belong to are null and told, all others are read", async () => {
  expect(await read(text(320, 660, "7"))).toEqual({
    disclosure: {
      regulations: { issued: 11, repealed: null, inForce: 13 },
      normativeDocuments: { issued: 21, repealed: null, inForce: 23 },
      licensing,
    },
    told: ["disclosure.regulations.repealed", "disclosure.normativeDocuments.repealed"],
  });
});
