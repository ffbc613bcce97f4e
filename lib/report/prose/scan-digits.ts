export const isDigit = (code: number) => code >= 48 && code <= 57;
export const isLatin = (code: number) => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

const comma = 44;
const dash = 45;
const point = 46;
const under = 95;
/** So many digits are a whole number that no addition rounds. */
const mostExact = 15;

/** What stands beside the digits of a code: bits by code unit. */
const beside = new Uint8Array(0x10000);
const [beforeCode, afterCode, opensNumber, closesNumber] = [1, 2, 4, 8];
for (const [sign, characters] of [
  [beforeCode, "第№_"],
  [afterCode, "号@_-"],
  [opensNumber, "〔[【"],
  [closesNumber, "〕]】"],
] as const) {
  for (const character of characters) beside[character.charCodeAt(0)]! |= sign;
}
for (let code = 0; code < 0x80; code++) if (isLatin(code)) beside[code]! |= beforeCode | afterCode;

/** A number as it stands: its value, the digits after the point, and the offset after it (−1 for chains such as 10.2.3). */
export interface Numeral {
  end: number;
  value: number;
  decimals: number;
}

/** Digits with thousands commas and a decimal point from `start`; `end` −1 for chains such as 10.2.3. */
export function scanDigits(text: string, start: number): Numeral {
  let end = start;
  let value = 0;
  for (let code = text.charCodeAt(end); code >= 48 && code <= 57; code = text.charCodeAt(++end))
    value = value * 10 + code - 48;
  const plain = end;
  const digitAt = (at: number) => isDigit(text.charCodeAt(at));
  if (end - start <= 3) {
    while (
      text.charCodeAt(end) === comma &&
      digitAt(end + 1) &&
      digitAt(end + 2) &&
      digitAt(end + 3) &&
      !digitAt(end + 4)
    )
      end += 4;
  }
  let decimals = 0;
  if (text.charCodeAt(end) === point && digitAt(end + 1)) {
    const whole = end++;
    while (digitAt(end)) end++;
    decimals = end - whole - 1;
    if (text.charCodeAt(end) === point && digitAt(end + 1)) return { end: -1, value: Number.NaN, decimals };
  }
  if (end !== plain || end - start > mostExact) value = Number(text.slice(start, end).replaceAll(",", ""));
  return { end, value, decimals };
}

/** Where a token of letters, digits and joining signs (a telephone number, an address, a version) ends. */
export function skipCode(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    const joins =
      (code === dash || code === point || code === 47 || code === 58 || code === 64 || code === under) &&
      end + 1 < text.length;
    if (isDigit(code) || isLatin(code)) end++;
    else if (joins && (isDigit(text.charCodeAt(end + 1)) || isLatin(text.charCodeAt(end + 1)))) end++;
    else break;
  }
  return Math.max(end, at + 1);
}

/** Whether the digits at `at` belong to a code: glued to letters, or after 第, No., a dash between figures. */
export function isCode(text: string, at: number, end: number): boolean {
  const before = at > 0 ? beside[text.charCodeAt(at - 1)]! : 0;
  const after = end < text.length ? beside[text.charCodeAt(end)]! : 0;
  if ((before | after) === 0) return false;
  if (before & beforeCode) return true;
  if (after & afterCode) {
    if (text.charCodeAt(end) !== dash) return true;
    return isDigit(text.charCodeAt(end + 1)) && end - at >= 3 && !/^-\d{4}年/.test(text.slice(end, end + 6));
  }
  return (before & opensNumber) !== 0 && (after & closesNumber) !== 0;
}
