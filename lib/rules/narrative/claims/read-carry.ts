import { applicationsTotal } from "./applications-total.ts";
import type { Claim } from "./claim.ts";
import { claimWord } from "./claim-words.ts";

/** 上年结转 and 结转下年 N件; null for anything else. `words`: what both texts hold of claims. */
export function readCarry(label: string, tail: string, words: number): Claim | null {
  if (words & claimWord.foreign) return null;
  const named = label + tail;
  if (/(?:上一?年度?|去年|\d{4}年度?)(?:结转|转结|转入)|结转(?:上年|去年)/.test(label))
    return { kind: "carry", accepts: [[applicationsTotal("carriedOver")]] };
  if (/(?:结转|转结|转)(?:至|到|入|为)?(?:下一?年|次年|明年|\d{4}年)/.test(named))
    return { kind: "carry", accepts: [[applicationsTotal("carriedForward")]] };
  return null;
}
