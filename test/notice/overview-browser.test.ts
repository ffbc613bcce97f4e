import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collectRegister } from "../../lib/notice/overview/collect.ts";
import { renderOverview } from "../../lib/notice/overview/render-overview.ts";
import { hasBrowser, launchBrowser } from "../support/browser.ts";
import { sampleRegister } from "../support/sample-register.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe.skipIf(!hasBrowser)("the overview in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it.each([
    [12, 3],
    [305, 0],
  ])(
    "has no violation that axe finds, light and dark, and is as wide as a phone: %i agencies",
    async (agencies, regions) => {
      const register = await collectRegister(sampleRegister(agencies, [2020, 2021, 2022, 2023], regions));
      const files = [...renderOverview(register)];
      const kinds = ["index", "agencies-002", "missing-001", ...(agencies < 100 ? ["rule-applications-balance"] : [])];
      for (const { content } of files.filter(({ name }) => kinds.includes(name.replace(".html", "")))) {
        for (const [colorScheme, width] of [
          ["light", 390],
          ["dark", 1280],
        ] as const) {
          const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
          const tab = await context.newPage();
          const problems: string[] = [];
          tab.on("console", (message) => void problems.push(message.text()));
          await tab.setContent(content);
          expect(problems).toEqual([]);
          expect(await tab.evaluate("document.documentElement.scrollWidth")).toBe(width);
          await context.close();
          const open = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
          const unlocked = await open.newPage();
          await unlocked.setContent(content.replace(/<meta http-equiv="Content-Security-Policy".*?>/, ""));
          await unlocked.evaluate(axe);
          const result = await unlocked.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
            "axe.run()",
          );
          expect(result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
          await open.close();
        }
      }
    },
  );

  it("draws its plots with the page's own colours", async () => {
    const register = await collectRegister(sampleRegister(3, [2022, 2023]));
    const [index] = renderOverview(register);
    const context = await browser.newContext({ colorScheme: "dark" });
    const tab = await context.newPage();
    await tab.setContent(index!.content);
    expect(await tab.getByRole("img", { name: "新收申请（件）" }).count()).toBe(1);
    expect(await tab.evaluate("getComputedStyle(document.querySelector('.plot text')).fill")).not.toBe("rgb(0, 0, 0)");
    await context.close();
  });
});
