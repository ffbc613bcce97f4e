export const isDigit = (code: number) => code >= 48 && code <= 57;
export const isLatin = (code: number) => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** A number as it stands: its value, the digits after the point, and the offset after it (−1 for chains such as 10.2.3). */
export interface Numeral {
  end: number;
  value: number;
  decimals: number;
}

/** Digits with thousands commas and a decimal point from `start`; `end` −1 for chains such as 10.2.3. */
export function scanDigits(text: string, start: number): Numeral {
  let end = start;
  const digitAt = (at: number) => isDigit(text.charCodeAt(at));
  while (digitAt(end)) end++;
  if (end - start <= 3) {
    while (text[end] === "," && digitAt(end + 1) && digitAt(end + 2) && digitAt(end + 3) && !digitAt(end + 4)) end += 4;
  }
  let decimals = 0;
  if (text[end] === "." && digitAt(end + 1)) {
    const point = end++;
    while (digitAt(end)) end++;
    decimals = end - point - 1;
    if (text[end] === "." && digitAt(end + 1)) return { end: -1, value: Number.NaN, decimals };
  }
  return { end, value: Number(text.slice(start, end).replaceAll(",", "")), decimals };
}

/** Where a token of letters, digits and joining signs (a telephone number, an address, a version) ends. */
export function skipCode(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    const joins =
      (code === 45 || code === 46 || code === 47 || code === 58 || code === 64 || code === 95) && end + 1 < text.length;
    if (isDigit(code) || isLatin(code)) end++;
    else if (joins && (isDigit(text.charCodeAt(end + 1)) || isLatin(text.charCodeAt(end + 1)))) end++;
    else break;
  }
  return Math.max(end, at + 1);
}

/** Whether the digits at `at` belong to a code: glued to letters, or after 第, No., a dash between figures. */
export function isCode(text: string, at: number, end: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(end);
  if (at > 0 && (isLatin(before) || text[at - 1] === "第" || text[at - 1] === "№" || text[at - 1] === "_")) return true;
  if (isLatin(after) || text[end] === "号" || text[end] === "@" || text[end] === "_") return true;
  if (
    text[end] === "-" &&
    isDigit(text.charCodeAt(end + 1)) &&
    end - at >= 3 &&
    !/^-\d{4}年/.test(text.slice(end, end + 6))
  )
    return true;
  return "〔[【".includes(text[at - 1] ?? " ") && "〕]】".includes(text[end] ?? " ");
}
