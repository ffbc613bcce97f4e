import { expect, it } from "vitest";
import { radicals, restoreIdeographs } from "../../lib/chinese/radicals.ts";

it("has an ideograph for every radical of the supplement that NFKC leaves alone, each once", () => {
  const alone: string[] = [];
  for (let code = 0x2e80; code <= 0x2ef3; code++) {
    const radical = String.fromCharCode(code);
    if (/\p{Assigned}/u.test(radical) && radical.normalize("NFKC") === radical) alone.push(radical);
  }
  expect(alone).toHaveLength(113);
  expect(radicals.map(([radical]) => radical)).toEqual(alone);
  for (const [, ideograph] of radicals) expect(ideograph).toMatch(/^[\u3400-\u9fff]$/);
});

it("restores ideographs one for one and leaves other text alone", () => {
  expect(restoreIdeographs("⻓⺠⻅⾏⽂⼆⺟")).toBe("长民见行文二母");
  expect(restoreIdeographs("（一）予以公开12")).toBe("（一）予以公开12");
});
