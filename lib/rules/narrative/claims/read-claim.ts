import type { Claim } from "./claim.ts";
import { claimWord, spotClaimWords } from "./claim-words.ts";
import { readCarry } from "./read-carry.ts";
import { readDocumentClaim } from "./read-document-claim.ts";
import { readIntake } from "./read-intake.ts";
import { readOutcome } from "./read-outcome.ts";
import { readProceedings } from "./read-proceedings.ts";

/**
 * The cells that a quantity's own words (`label` before, `tail` after it) say it is a figure for; null where they say anything
 * else besides. `aboutDisclosure` tells whether the sentence speaks of proceedings about disclosure, not of a body's cases in
 * general; asked only where that matters.
 */
export function readClaim(label: string, tail: string, aboutDisclosure: () => boolean): Claim | null {
  const words = spotClaimWords(label) | spotClaimWords(tail);
  if ((words & claimWord.any) === 0) return null;
  return (
    (words & claimWord.carried ? readCarry(label, tail, words) : null) ??
    (words & claimWord.document ? readDocumentClaim(label, tail) : null) ??
    (words & claimWord.proceeding ? readProceedings(label, tail, aboutDisclosure()) : null) ??
    readOutcome(label, tail) ??
    readIntake(label, tail, words)
  );
}
