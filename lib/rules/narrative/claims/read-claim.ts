import { createSpotter } from "../../../report/prose/create-spotter.ts";
import type { Claim } from "./claim.ts";
import { readCarry } from "./read-carry.ts";
import { readDocumentClaim } from "./read-document-claim.ts";
import { readIntake } from "./read-intake.ts";
import { readOutcome } from "./read-outcome.ts";
import { readProceedings } from "./read-proceedings.ts";

const [carried, documents, proceedings] = [2, 4, 8];
/** Words of every claim, and of three kinds of them: most quantities are done with one look. */
const spot = createSpotter([
  `申请 收到 新收 接收 接到 收悉 受理 新增 办理 办结 办复 答复 答覆 回复 处理 公开 结转 转结 转 复议 诉 规范性文件 提供 掌握
   信访 制作 明确`,
  "结转 转结 转",
  "规范性文件",
  "复议 诉讼 起诉",
]);

/** Whether a quantity's own words hold any word of a claim. */
export function mayBeClaim(label: string, tail: string): boolean {
  return spot(label) !== 0 || spot(tail) !== 0;
}

/**
 * The cells that a quantity's own words (`label` before, `tail` after it) say it is a figure for; null where they say anything
 * else besides. `aboutDisclosure`: the sentence speaks of proceedings about disclosure, not of a body's cases in general.
 */
export function readClaim(label: string, tail: string, aboutDisclosure: boolean): Claim | null {
  const words = spot(label + tail);
  return (
    (words & carried ? readCarry(label, tail) : null) ??
    (words & documents ? readDocumentClaim(label, tail) : null) ??
    (words & proceedings ? readProceedings(label, tail, aboutDisclosure) : null) ??
    readOutcome(label, tail) ??
    readIntake(label, tail)
  );
}
