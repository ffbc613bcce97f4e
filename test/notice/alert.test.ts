import { expect, test } from "vitest";
import { type Alert, type AlertFinding, alertSchema, pickFindings, toAttributes } from "../../lib/notice/alert.ts";

const finding = (severity: AlertFinding["severity"], message = ""): AlertFinding => ({
  rule: "applications/balance",
  severity,
  message,
  cells: [],
  expected: null,
  actual: null,
  evidence: [],
});

const alert: Alert = {
  schemaVersion: 1,
  alertId: "a",
  type: "report.assessed",
  agency: "云岭县教育局",
  year: 2022,
  verdict: "inconsistent",
  counts: { error: 0, warning: 2, info: 1 },
  findings: [],
  rejection: null,
  source: { bucket: "uploads", key: "a.txt", sha256: "0" },
  changes: null,
  page: null,
  eventTime: "2026-01-01T00:00:00.000Z",
};

test("attributes for filter policies carry the highest severity and each rule once", () => {
  expect(toAttributes(alert, ["a/b", "c/d", "a/b"])).toEqual({
    type: { DataType: "String", StringValue: "report.assessed" },
    severity: { DataType: "String", StringValue: "warning" },
    verdict: { DataType: "String", StringValue: "inconsistent" },
    agency: { DataType: "String", StringValue: "云岭县教育局" },
    year: { DataType: "Number", StringValue: "2022" },
    rules: { DataType: "String.Array", StringValue: '["a/b","c/d"]' },
  });
});

test("attributes without a value are left out", () => {
  const nothing = { ...alert, agency: null, year: null, verdict: null, counts: { error: 0, warning: 0, info: 0 } };
  expect(Object.keys(toAttributes(nothing, []))).toEqual(["type", "severity"]);
  expect(toAttributes(nothing, [])["severity"]!.StringValue).toBe("none");
});

test("the twenty most severe findings are told, worst first, in the order of the rules", () => {
  const many = Array.from({ length: 40 }, (_, index) => finding(index % 2 ? "error" : "warning", String(index)));
  const picked = pickFindings(many);
  expect(picked.map(({ message }) => Number(message))).toEqual(Array.from({ length: 20 }, (_, index) => index * 2 + 1));
});

test("an alert stays below 256 KB whatever the report says", () => {
  const evidence = Array.from({ length: 500 }, () => ({ text: "县".repeat(5000), location: { line: 1 } }));
  const cells = Array.from({ length: 5000 }, (_, index) => `applications.granted.${index}`);
  const many = Array.from({ length: 100 }, () => ({ ...finding("error", "错".repeat(100_000)), evidence, cells }));
  const told = { ...alert, findings: pickFindings(many) };
  expect(told.findings.length).toBeGreaterThan(3);
  expect(Buffer.byteLength(JSON.stringify(alertSchema.parse(told)))).toBeLessThan(200_000);
});
