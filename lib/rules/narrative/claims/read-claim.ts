import type { Claim } from "./claim.ts";
import { readCarry } from "./read-carry.ts";
import { readDocumentClaim } from "./read-document-claim.ts";
import { readIntake } from "./read-intake.ts";
import { readOutcome } from "./read-outcome.ts";
import { readProceedings } from "./read-proceedings.ts";

/** A word of every claim: most quantities are done with one look. */
const anyClaim =
  /申请|收到|新收|接[收到]|收悉|受理|新增|办[理结复]|答复|答覆|回复|处理|公开|结转|转结|转|复议|诉|规范性文件|提供|掌握|信访|制作|明确/;

/**
 * The cells that a quantity's own words (`label` before, `tail` after it) say it is a figure for; null where they say anything
 * else besides. `aboutDisclosure`: the sentence speaks of proceedings about disclosure, not of a body's cases in general.
 */
export function readClaim(label: string, tail: string, aboutDisclosure: boolean): Claim | null {
  if (!anyClaim.test(label) && !anyClaim.test(tail)) return null;
  return (
    readCarry(label, tail) ??
    readDocumentClaim(label, tail) ??
    (/复议|诉讼|起诉/.test(label + tail) ? readProceedings(label, tail, aboutDisclosure) : null) ??
    readOutcome(label, tail) ??
    readIntake(label, tail)
  );
}
