import { test } from "@fast-check/vitest";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Alert } from "../../lib/notice/alert.ts";
import { composeDigest } from "../../lib/notice/digest.ts";

let serial = 0;
function alert(changes: Partial<Alert> = {}): Alert {
  serial++;
  return {
    schemaVersion: 1,
    alertId: `alert-${serial}`,
    type: "report.assessed",
    agency: `云岭县第${serial}局`,
    year: 2023,
    verdict: "consistent",
    counts: { error: 0, warning: 0, info: 0 },
    findings: [],
    rejection: null,
    source: { bucket: "uploads", key: `2023/${serial}.pdf`, sha256: String(serial).padStart(64, "0") },
    changes: null,
    page: `s3://documents/pages/${serial}.html`,
    eventTime: "2024-01-20T08:00:00.000Z",
    ...changes,
  };
}

const finding = (message: string) => ({
  rule: "applications/balance",
  severity: "error" as const,
  message,
  cells: [],
  expected: 68,
  actual: 67,
  evidence: [],
});
const wrong = (errors: number, changes: Partial<Alert> = {}) =>
  alert({
    verdict: "inconsistent",
    counts: { error: errors, warning: 1, info: 0 },
    findings: [finding(`自然人：新收 68 + 结转 0 ≠ 总计 ${68 - errors} + 结转下年 0`)],
    ...changes,
  });
const rejected = (changes: Partial<Alert> = {}) =>
  alert({
    type: "document.rejected",
    agency: null,
    year: null,
    verdict: null,
    rejection: { code: "pdf-encrypted", message: "PDF设有打开密码，请去除密码后再上传。" },
    page: null,
    ...changes,
  });

describe("composeDigest", () => {
  it("says how many arrived, what is wrong and why in one line each, what to do, what was resolved, where to look", () => {
    const good = alert({ agency: "白石乡人民政府" });
    const bad = wrong(2, { agency: "云岭县财政局" });
    const mended = alert({
      agency: "云岭县民政局",
      changes: {
        previous: good.source,
        cells: [{ cell: "applications.granted.total", from: 3, to: 4 }],
        newFindings: [],
        resolvedFindings: [
          { rule: "applications/outcome-sum", severity: "error", message: "各项之和为4，总计填的是3" },
        ],
      },
    });
    const gone = alert({ type: "report.withdrawn", agency: "云岭县档案局", verdict: null });
    const closed = rejected();
    const { subject, body } = composeDigest([good, mended, closed, gone, bad], { table: "gouji-results" });
    expect(subject).toBe("[gouji] 5 arrived: 1 inconsistent, 1 unreadable, 1 withdrawn");
    expect(body).toContain("本次共收到5件：数字不一致 1件，无法读取 1件，已撤回 1件，数字一致 2件。");
    expect(body).toContain(
      "- 云岭县财政局2023年：自然人：新收 68 + 结转 0 ≠ 总计 66 + 结转下年 0，另有2条（错误2条，警告1条）",
    );
    expect(body).toContain(`- s3://uploads/${closed.source.key}：PDF设有打开密码，请去除密码后再上传。`);
    expect(body).toContain("- 云岭县民政局2023年（与上次相比改动1个数，解决1条）");
    expect(body).toContain("  各项之和为4，总计填的是3");
    expect(body).toContain(`  页面：${bad.page}`);
    expect(body).toContain("  键：AGENCY#云岭县财政局 / REPORT#2023");
    expect(body).toContain("结果表：gouji-results");
    expect(body.indexOf("云岭县财政局")).toBeLessThan(body.indexOf("白石乡"));
    expect(composeDigest([good, bad], { language: "en" }).body).toContain("2 arrived: Inconsistent 1, Consistent 1.");
  });

  it("gives as the reason the figures that contradict each other, not what is missing", () => {
    const missing = { ...finding("第二部分没有表格"), rule: "structure/table-missing" };
    const { body } = composeDigest([
      wrong(2, { agency: "云岭县财政局", findings: [missing, finding("新收不等于办理")] }),
    ]);
    expect(body).toContain("- 云岭县财政局2023年：新收不等于办理，另有2条");
  });

  it("counts the same alertId once, and of several alerts about one report tells the latest", () => {
    const first = wrong(3, { agency: "云岭县教育局", eventTime: "2024-01-20T08:00:00.000Z" });
    const later = alert({
      agency: "云岭县教育局",
      eventTime: "2024-01-20T09:00:00.000Z",
      changes: {
        previous: first.source,
        cells: [],
        newFindings: [],
        resolvedFindings: first.findings.map(({ rule, severity, message }) => ({ rule, severity, message })),
      },
    });
    const { subject, body } = composeDigest([later, first, first, later]);
    expect(subject).toBe("[gouji] 1 arrived: all consistent");
    expect(body).toContain("本次共收到1件：数字一致 1件。");
    expect(body).toContain("其中1件在此期间更新过不止一次");
    expect(body).toContain("解决1条");
    expect(composeDigest([first, first, first]).subject).toBe("[gouji] 1 arrived: 1 inconsistent");
  });

  it("tells 1,000 alerts in one mail below 256 KB, the worst first and the rest counted", () => {
    const long = "因".repeat(2000);
    const alerts = Array.from({ length: 1000 }, (_, i) =>
      i % 3 === 0
        ? rejected({ rejection: { code: "pdf-corrupt", message: long } })
        : wrong(i + 1, {
            findings: [finding(long)],
            agency: `机关${i}`,
            source: { bucket: "uploads", key: "k".repeat(900), sha256: "a".repeat(64) },
          }),
    );
    const { subject, body } = composeDigest(alerts);
    expect(Buffer.byteLength(subject) + Buffer.byteLength(body)).toBeLessThan(256_000);
    expect(body.match(/^- /m)?.index).toBe(body.indexOf("- 机关998"));
    expect(body).toContain("到哪里看");
    const listed = body.match(/^- /gm)!.length;
    const rest = [...body.matchAll(/另有(\d+)件，未在本邮件列出/g)].reduce((sum, [, count]) => sum + Number(count), 0);
    expect(listed + rest).toBe(1000);
    expect(listed).toBeGreaterThan(100);
    expect(body.match(/^- s3:/gm)!.length).toBeGreaterThan(20);
  });

  it("has no line that a report or a key wrote", () => {
    const evil = "名\r\nSubject: x\u2028\u202e反";
    const { body } = composeDigest([
      wrong(1, { agency: evil, findings: [finding(evil)], source: { bucket: "b", key: evil, sha256: "0" } }),
    ]);
    expect(body).not.toMatch(/^Subject|[\r\u2028\u202e]/m);
  });

  it("gives console links where the caller makes them", () => {
    const { body } = composeDigest([wrong(1)], {
      consoleLinks: {
        object: (address) => `https://console.example/${address}`,
        item: (pk, sk) => `https://console.example/${pk}/${sk}`,
      },
    });
    expect(body).toContain("文件：https://console.example/s3://uploads/");
    expect(body).toContain("键：https://console.example/AGENCY#");
  });

  test.prop([
    fc.array(
      fc.record({
        type: fc.constantFrom("report.assessed", "report.withdrawn", "document.rejected", "document.failed"),
        verdict: fc.constantFrom("consistent", "inconsistent", "incomplete"),
        agency: fc.option(fc.string({ unit: "binary" })),
        year: fc.option(fc.integer()),
      }),
      { maxLength: 30 },
    ),
  ])("makes an ASCII subject of one line below 100 characters out of any alerts", (given) => {
    const { subject, body } = composeDigest(given.map((each) => alert(each as Partial<Alert>)));
    expect(subject).toMatch(/^[\x20-\x7e]{1,99}$/);
    expect(body.isWellFormed()).toBe(true);
  });
});
