const digits = new Map([..."零一二三四五六七八九"].map((digit, value) => [digit, value]));
digits.set("〇", 0).set("两", 2);
const tens = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);

/** Every character that a number in Chinese numerals may hold. */
export const numeralCharacters = [...digits.keys(), ...tens.keys(), "万"].join("");

/** The value of a number in Chinese numerals (二十三, 一百零五, 二〇二一); null where the characters are none. */
export function parseChineseNumeral(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let positional = "";
  for (const character of text) {
    const value = digits.get(character);
    const ten = tens.get(character);
    if (value !== undefined) {
      digit = value;
      positional += value;
    } else if (ten !== undefined) {
      section += (digit ?? 1) * ten;
      digit = null;
    } else if (character === "万") {
      total += (section + (digit ?? 0)) * 10_000;
      section = 0;
      digit = null;
    } else return null;
  }
  if (positional.length === text.length && text.length > 1) return Number(positional);
  return text.length > 0 ? total + section + (digit ?? 0) : null;
}
