/** Remakes the committed fixtures: `node test/support/make-fixtures.ts`. Needs qpdf for the encrypted file. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Statistics } from "../../lib/report/report.ts";
import type { Agency } from "./generator/agencies.ts";
import { breakRelation, setCell } from "./generator/break-relation.ts";
import { continueFigures } from "./generator/continue-figures.ts";
import { encodeText } from "./generator/encode.ts";
import { type FormTemplate, generateFigures } from "./generator/figures.ts";
import { generateReport, type ReportModel, type ReportOptions } from "./generator/report-model.ts";
import { writeHtmlBytes } from "./generator/write-html.ts";
import { writePdf } from "./generator/write-pdf.ts";
import { writeScan } from "./generator/write-scan.ts";
import { writeText } from "./generator/write-text.ts";

const root = join(import.meta.dirname, "..", "fixtures");

const bodies = {
  county: { name: "云岭县人民政府办公室", region: "全县", rules: false },
  bureau: { name: "松溪坪县教育局", region: "全县", rules: false },
  water: { name: "石桥河县水利局", region: "全县", rules: false },
  city: { name: "临江州市人民政府", region: "全市", rules: true },
  town: { name: "柳湾县大石桥镇人民政府", region: "全镇", rules: false },
  street: { name: "远浦市新桥区北河街道办事处", region: "辖区", rules: false },
} satisfies Record<string, Agency>;

function save(name: string, bytes: Uint8Array | string): void {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

interface Made {
  seed: number;
  body: Agency;
  year: number;
  template?: FormTemplate;
  size?: "small" | "medium" | "large";
  change?: (statistics: Statistics) => Statistics;
  options?: Partial<ReportOptions>;
}

function make({
  seed,
  body,
  year,
  template = year < 2021 ? "2019" : "2021",
  size = "small",
  change,
  options,
}: Made): ReportModel {
  const sound = generateFigures(seed, { template, size, regulations: body.rules });
  return generateReport(seed, { template, statistics: change ? change(sound) : sound, agency: body, year, ...options });
}

/** Encrypts a PDF so that it opens only with a password. */
function encrypt(pdf: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "gouji-fixtures-"));
  try {
    writeFileSync(join(folder, "in.pdf"), pdf);
    const output = join(folder, "out.pdf");
    execFileSync("qpdf", ["--encrypt", "secret", "owner", "256", "--", "in.pdf", output], { cwd: folder });
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Two applications of natural persons too many are carried over; the year's own sums still hold. */
function breakCarryOver(statistics: Statistics): Statistics {
  const cells = ["naturalPerson", "total"];
  const more = cells.reduce(
    (changed, column) => breakRelation(changed, `applications.carriedOver.${column}`, 2),
    statistics,
  );
  return cells.reduce((changed, column) => breakRelation(changed, `applications.newlyReceived.${column}`, -2), more);
}

function makeDemo(): void {
  const good = make({ seed: 11, body: bodies.county, year: 2023, size: "medium" });
  save("demo/1-good-text-云岭县人民政府办公室2023.txt", writeText(good, { layout: "bars" }));
  const page = make({ seed: 12, body: bodies.city, year: 2024, size: "large" });
  const dress = { cell: "paragraph-span", head: "none", vertical: "br" } as const;
  save(
    "demo/2-good-page-gb18030-临江州市人民政府2024.html",
    writeHtmlBytes(page, { table: dress, page: "site" }, "gb18030"),
  );
  const pdf = make({ seed: 13, body: bodies.water, year: 2022, size: "medium" });
  save("demo/3-good-石桥河县水利局2022.pdf", writePdf(pdf, { rules: "rects", digits: "whole" }));
  const wrong = make({
    seed: 14,
    body: bodies.street,
    year: 2023,
    size: "medium",
    change: (statistics) => breakRelation(statistics, "applications.granted.naturalPerson", 3),
  });
  save("demo/4-wrong-cell-北河街道2023.txt", writeText(wrong, { layout: "cell-lines" }));
  const blank = ["notProcessedDuplicate.naturalPerson", "other.commercialEnterprise", "carriedOver.otherOrganization"];
  const change = (statistics: Statistics) =>
    blank.reduce((changed, cell) => setCell(changed, `applications.${cell}`, null), statistics);
  const outdated = make({
    seed: 15,
    body: bodies.town,
    year: 2022,
    template: "2019",
    change,
    options: { figures: { blank: "/" } },
  });
  save("demo/5-outdated-form-placeholders-大石桥镇2022.html", writeHtmlBytes(outdated, { page: "bare" }, "utf-8"));
  const before = make({ seed: 16, body: bodies.bureau, year: 2023, size: "medium" });
  const after = make({
    seed: 17,
    body: bodies.bureau,
    year: 2024,
    change: () =>
      breakCarryOver(continueFigures(17, before.statistics, { template: "2021", size: "medium", regulations: false })),
  });
  save("demo/6-松溪坪县教育局2023.txt", writeText(before, { layout: "tabs" }));
  save("demo/7-carry-over-break-松溪坪县教育局2024.txt", writeText(after, { layout: "aligned" }));
  save("demo/8-password-needed.pdf", encrypt(writePdf(good)));
  save("demo/9-scanned-pages.pdf", writeScan(2));
}

const zip = Buffer.from("504b030414000000000000002100000000000000000000000000080000006d696d657479706550", "hex");

function makeRejections(): void {
  const model = make({ seed: 21, body: bodies.county, year: 2023 });
  const pdf = Buffer.from(writePdf(model));
  save("rejections/empty.txt", "");
  save("rejections/unsupported-type.pdf", zip);
  const noise = Uint8Array.from({ length: 600 }, (_, i) => ((i * 7919 + (i >> 3) * 104729) % 251) + 4);
  save("rejections/undecodable-text.txt", noise);
  save("rejections/pdf-encrypted.pdf", encrypt(pdf));
  save("rejections/pdf-corrupt.pdf", pdf.subarray(0, 700));
  save("rejections/pdf-no-text.pdf", writeScan(1));
  save(
    "rejections/no-report.txt",
    "关于开展政策咨询日活动的通知\n\n各村（社区）：\n　　定于本月二十日上午在镇便民服务中心开展政策咨询日活动，请做好组织工作。\n",
  );
  save(
    "rejections/no-report-gb18030.txt",
    encodeText("会议室使用安排\n周一上午：财务科；周二下午：办公室。\n", "gb18030"),
  );
}

makeDemo();
makeRejections();
