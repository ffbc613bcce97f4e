import type { GridCell } from "./grid.ts";
import type { Random } from "./random.ts";

export const cellDresses = [
  "bare",
  "paragraph-span",
  "word",
  "nested-divs",
  "digit-spans",
  "line-breaks",
  "inputs",
  "strange-space",
  "font",
] as const;
/** What stands between a cell's tags and its text. */
export type CellDress = (typeof cellDresses)[number];

export const escapeHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Breaks a text by <br> after two or three characters: numbers of three digits and more too, as narrow columns force people to. */
function breakLines(text: string): string {
  if (/^[\d,.]+$/.test(text)) return text.length > 4 ? `${text.slice(0, 3)}<br>${text.slice(3)}` : text;
  return text.length > 3 && text.length < 9
    ? `${escapeHtml(text.slice(0, 2))}<br/>${escapeHtml(text.slice(2))}`
    : escapeHtml(text);
}

const wordStyle =
  "mso-margin-top-alt:auto;mso-pagination:widow-orphan;mso-element:frame;font-size:10.5pt;font-family:宋体;mso-bidi-font-family:宋体;mso-font-kerning:0pt";

/** The markup inside a cell. */
export function dressCell(cell: GridCell, dress: CellDress, random: Random): string {
  const text = escapeHtml(cell.text);
  const empty = cell.text === "";
  switch (dress) {
    case "bare":
      return empty ? random.pick(["", "&nbsp;"]) : text;
    case "paragraph-span":
      return `<p style="text-align: center;"><span style="font-family: 宋体; font-size: 12px;">${empty ? "<br/>" : text}</span></p>`;
    case "word":
      return `<p class="MsoNormal" align="center" style="text-align:center;${wordStyle}"><b><span lang="EN-US" style='${wordStyle}'>${empty ? "<o:p>&nbsp;</o:p>" : `${text}<o:p></o:p>`}</span></b></p>`;
    case "nested-divs":
      return `<div><div class="cell"><div>\n  <div>${text}</div>\n</div></div></div>`;
    case "digit-spans":
      return cell.role === "figure" ? [...cell.text].map((c) => `<span>${escapeHtml(c)}</span>`).join("") : text;
    case "line-breaks":
      return breakLines(cell.text);
    case "inputs":
      return cell.role === "figure" ? `<input type="text" readonly value="${text}" size="4">` : text;
    case "strange-space": {
      const space = random.pick(["&nbsp;", "&ensp;", "&#12288;", "\u200b", "&emsp;", "\ufeff", "&#8203;", "\n\t"]);
      return `${space}${text}${random.chance(0.5) ? space : ""}`;
    }
    case "font":
      return `<font face="仿宋_GB2312" size="3">${text}</font>`;
  }
}

/** A label turned on its side: one character a line by <br>, or by writing mode. */
export function dressVertical(cell: GridCell, by: "br" | "writing-mode" | "none"): string | null {
  if (by === "none" || cell.role !== "group" || cell.column !== 0) return null;
  if (by === "br") return [...cell.text].map(escapeHtml).join("<br>");
  return `<span style="writing-mode:vertical-rl">${escapeHtml(cell.text)}</span>`;
}
