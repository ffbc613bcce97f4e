import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderPage } from "../../lib/notice/page.ts";
import { hasBrowser, launchBrowser } from "../support/browser.ts";
import { hostileSample } from "../support/hostile-report.ts";
import { brokenSample } from "../support/sample-findings.ts";
import { sampleLegacyReport, sampleReport } from "../support/sample-report.ts";

const source = { name: "云岭县.html", location: "s3://uploads/a.html" };
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const broken = renderPage({ ...brokenSample(), verdict: "inconsistent", source, assessedAt: "2026-01-20T08:30:00Z" });
const sound = renderPage({
  report: sampleReport({ template: "2019", year: 2020 }),
  findings: [],
  verdict: "consistent",
  source,
});
const legacy = renderPage({
  report: sampleLegacyReport({ applications: 467, applicationsByFax: 0, fees: 1.5 }, ["2016年共收到申请467件。"]),
  findings: [],
  verdict: "consistent",
  source,
});
const partial = sampleReport();
partial.tables.applications.state = "missing";
partial.tables.disclosure.state = "empty";
const incomplete = renderPage({ report: partial, findings: [], verdict: "incomplete", source, language: "en" });

describe.skipIf(!hasBrowser)("the assessment page in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  async function open(page: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: "reduce",
      ...options,
    });
    const tab = await context.newPage();
    await tab.setContent(page);
    return tab;
  }

  it("has the broken cells by role and text, each described by its relation", async () => {
    const tab = await open(broken);
    const table = tab.getByRole("table", { name: "三、收到和处理政府信息公开申请情况" });
    const cell = table.getByRole("cell", { name: /^39/ });
    expect(await cell.getAttribute("id")).toBe("cell-applications.totalHandled.naturalPerson");
    const description = await tab.locator(`[id="${await cell.getAttribute("aria-describedby")}"]`).textContent();
    expect(description).toContain("新收 41 + 结转 3 ≠ 总计 39 + 结转下年 4");
    expect(description).toContain("建议改为 40");
    expect(await cell.innerText()).toContain("→40");
    expect(await table.getByRole("rowheader", { name: "（七）总计" }).count()).toBe(1);
    expect(await table.locator("td.suspect").count()).toBe(1);
  });

  it("shows a cell's relation on focus and on hover, and hides it again", async () => {
    const tab = await open(broken);
    const cell = tab.locator('[id="cell-applications.totalHandled.naturalPerson"]');
    const tip = cell.getByRole("tooltip");
    expect(await tip.isVisible()).toBe(false);
    await cell.focus();
    expect(await tip.isVisible()).toBe(true);
    const box = (await tip.boundingBox())!;
    expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 1280 && box.y + box.height <= 900).toBe(true);
    await cell.blur();
    expect(await tip.isVisible()).toBe(false);
    await cell.hover();
    expect(await tip.isVisible()).toBe(true);
  });

  it("goes from a finding to its cell and from the cell to its finding, by mouse and by keyboard", async () => {
    const tab = await open(broken);
    await tab.getByRole("link", { name: /^自然人：新收 41/ }).click();
    expect(await tab.evaluate("document.activeElement?.id")).toBe("cell-applications.totalHandled.naturalPerson");
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("Enter");
    expect(await tab.evaluate("document.activeElement?.id")).toBe("finding-1");
    await tab.getByRole("link", { name: "第11行" }).click();
    expect(await tab.evaluate("document.activeElement?.textContent")).toBe("全年共收到政府信息公开申请45件");
  });

  it("starts with links that skip to the findings and to the report", async () => {
    const tab = await open(broken);
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("Enter");
    expect(await tab.evaluate("document.activeElement?.id")).toBe("findings");
  });

  it.each([
    ["broken", broken],
    ["sound", sound],
    ["legacy", legacy],
    ["incomplete", incomplete],
  ])("has no violation that axe finds, light and dark, wide and narrow: %s", async (_, page) => {
    for (const [colorScheme, width] of [
      ["light", 1280],
      ["dark", 1280],
      ["light", 390],
    ] as const) {
      const tab = await open(page.replace(/<meta http-equiv="Content-Security-Policy".*?>/, ""), {
        colorScheme,
        viewport: { width, height: 800 },
      });
      await tab.evaluate(axe);
      const result = await tab.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>("axe.run()");
      expect(result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
      await tab.context().close();
    }
  });

  it("shows a hostile report as text: nothing runs, nothing is loaded, no element is its own", async () => {
    const { report, findings, plainElements } = hostileSample();
    const page = renderPage({
      report,
      findings,
      verdict: "inconsistent",
      source: { name: report.agency!, location: report.agency! },
    });
    for (const policy of [true, false]) {
      const tab = await open(policy ? page : page.replace(/<meta http-equiv="Content-Security-Policy".*?>/, ""));
      const dialogs: string[] = [];
      const requests: string[] = [];
      tab.on("dialog", (dialog) => void dialogs.push(dialog.message()));
      tab.on("request", (request) => void requests.push(request.url()));
      await tab.locator("td.mark").first().hover();
      await tab.waitForTimeout(100);
      expect([dialogs, requests]).toEqual([[], []]);
      expect(await tab.evaluate("globalThis.pwned")).toBeUndefined();
      expect(await tab.locator(plainElements).count()).toBe(0);
      const handlers =
        "[...document.querySelectorAll('*')].flatMap((e) => e.getAttributeNames()).filter((n) => n.startsWith('on'))";
      expect(await tab.evaluate(handlers)).toEqual([]);
      expect(await tab.locator("h1").innerText()).toContain("<script>pwned=1</script>");
      expect(await tab.locator("body").innerText()).toContain("[U+202E]");
      await tab.context().close();
    }
  });

  it("keeps a phone's page as wide as the phone and scrolls tables inside their box, labels in sight", async () => {
    const tab = await open(broken, { viewport: { width: 390, height: 844 } });
    expect(await tab.evaluate("document.documentElement.scrollWidth")).toBe(390);
    const box = tab.locator("#cell-applications");
    await box.evaluate((element: { scrollLeft: number }) => {
      element.scrollLeft = 200;
    });
    const scrolled = await box.evaluate((element: { scrollLeft: number }) => element.scrollLeft);
    const label = await box.locator("tbody th.first").first().boundingBox();
    expect([scrolled, label!.x >= 0]).toEqual([200, true]);
  });

  it("prints on A4 without cutting a table at the side", async () => {
    const tab = await open(broken);
    await tab.emulateMedia({ media: "print" });
    await tab.setViewportSize({ width: Math.round((184 / 25.4) * 96), height: 1000 });
    const overflowing = await tab.evaluate(
      "[...document.querySelectorAll('.scroll')].filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => box.id)",
    );
    expect(overflowing).toEqual([]);
    expect(await tab.getByRole("tooltip").first().isVisible()).toBe(false);
  });
});
