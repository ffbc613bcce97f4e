/** Tags that only a page has; `<br>` alone may stand in a text. */
const pageTag =
  /<(?:!doctype\s+html|html|head|body|table|tbody|tr|td|th|div|p|pre|span|section|article|h[1-6]|meta|title|ul|ol|li|font|center|form)(?=[\s>/])/gi;

/** How far into a text markup is looked for. */
const window = 1 << 20;

const otherXml = /^\s*<\?xml\b/i;
const webArchive = [/^mime-version:/im, /^content-type:\s*(?:multipart\/|message\/)/im];

/** Tells by its content whether a decoded text is a page (HTML), a plain text, or text of a kind that is not read (XML, MHTML). */
export function detectMarkup(text: string): "text/html" | "text/plain" | "application/xml" | "multipart/related" {
  const head = text.slice(0, window);
  if (webArchive.every((header) => header.test(head.slice(0, 4000)))) return "multipart/related";
  if (!head.includes("<")) return "text/plain";
  let tags = 0;
  for (const match of head.matchAll(pageTag)) {
    tags++;
    if (tags >= 3 || /^<(?:!doctype|html|body|table)/i.test(match[0])) return "text/html";
  }
  if (tags > 0 && /^\s*</.test(head)) return "text/html";
  return otherXml.test(head) ? "application/xml" : "text/plain";
}
