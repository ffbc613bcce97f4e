import { expect, test } from "vitest";
import { toMessageText } from "../../lib/aws/to-message-text.ts";

test.each([
  ["云岭县\t一\r\n二", "云岭县\t一\r\n二"],
  ["a\u0000b\u001fc\uffffd\ufffee", "abcde"],
  ["half \ud800 of one, whole 𠮷", "half \ufffd of one, whole 𠮷"],
])("%j is sent as %j", (text, sent) => {
  expect(toMessageText(text)).toBe(sent);
});
