import { test as property } from "@fast-check/vitest";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSpotter } from "../../../lib/report/prose/create-spotter.ts";
import { createStripper } from "../../../lib/report/prose/strip-words.ts";

const word = fc.string({ unit: fc.constantFrom("甲", "乙", "丙", "丁"), minLength: 1, maxLength: 4 });
const words = fc.array(word, { maxLength: 6 });
const text = fc.string({ unit: fc.constantFrom("甲", "乙", "丙", "丁", "戊"), maxLength: 24 });

describe("a spotter", () => {
  property.prop([fc.array(words, { minLength: 1, maxLength: 31 }), text])(
    "tells of each group what includes tells",
    (groups, said) => {
      const spot = createSpotter(groups.map((group) => group.join(" ")));
      const wanted = groups.reduce(
        (bits, group, at) => (group.some((one) => said.includes(one)) ? bits | (1 << at) : bits),
        0,
      );
      expect(spot(said)).toBe(wanted);
    },
  );

  property.prop([words, text, fc.nat(24), fc.nat(24)])(
    "tells of a stretch what it tells of the stretch alone",
    (group, said, a, b) => {
      const spot = createSpotter([group.join(" ")]);
      const [from, to] = [Math.min(a, b, said.length), Math.min(Math.max(a, b), said.length)];
      expect(spot(said, from, to)).toBe(spot(said.slice(from, to)));
    },
  );

  test("has room for 255 first characters", () => {
    const characters = (count: number) => Array.from({ length: count }, (_, at) => String.fromCharCode(0x4e00 + at));
    expect(createSpotter([characters(255).join(" ")])("\u4e00")).toBe(1);
    expect(() => createSpotter([characters(256).join(" ")])).toThrow(RangeError);
  });
});

/** Takes the longest word out at each place, as an expression of the words by their length does. */
function strip(said: string, vocabulary: readonly string[]): string {
  const longestFirst = [...vocabulary].sort((a, b) => b.length - a.length);
  return vocabulary.length === 0 ? said : said.replace(new RegExp(longestFirst.join("|"), "g"), "");
}

const narrow = (maxLength: number, minLength = 0) =>
  fc.string({ unit: fc.constantFrom("甲", "乙"), minLength, maxLength });

property.prop([fc.array(narrow(3, 1), { maxLength: 5 }), narrow(12)])(
  "a stripper takes the longest word out at each place",
  (vocabulary, said) => {
    expect(createStripper(vocabulary.join(" "))(said)).toBe(strip(said, vocabulary));
  },
);
