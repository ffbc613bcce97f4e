/** Text without the characters that SNS and SQS refuse in messages and attributes: most control characters and broken surrogates. */
export function toMessageText(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
