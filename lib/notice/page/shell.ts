import { createHash } from "node:crypto";
import type { Language } from "../../validator/finding.ts";
import { html, type Markup, trusted } from "./html.ts";
import { pageStyle } from "./page-style.ts";

const toSource = (style: string) => `'sha256-${createHash("sha256").update(style).digest("base64")}'`;
const pageStyleSource = toSource(pageStyle);

/** A whole HTML document: no script at all, one style sheet known by its hash, nothing loaded from anywhere. */
export function renderShell(parts: {
  language: Language;
  title: string;
  skip: Markup;
  body: Markup;
  /** Another style sheet instead of the assessment page's, and whether plots bring their own style attributes. */
  style?: string;
  inlineStyles?: boolean;
}): string {
  const style = parts.style ?? pageStyle;
  const source = parts.inlineStyles ? "'unsafe-inline'" : parts.style ? toSource(style) : pageStyleSource;
  const policy = `default-src 'none'; style-src ${source}; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="${parts.language === "zh" ? "zh-CN" : "en"}">
<head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<title>${parts.title}</title>
<style>${trusted(style)}</style></head>
<body>${parts.skip}
${parts.body}
</body></html>
`.text;
}
