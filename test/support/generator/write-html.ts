import { type Encoding, encodeText, toReference } from "./encode.ts";
import { escapeHtml } from "./html-cell.ts";
import { plainTable, type TableDress, writeRows } from "./html-table.ts";
import { createRandom, type Random } from "./random.ts";
import type { ModelBlock, ReportModel } from "./report-model.ts";
import { type Script, toScript } from "./script.ts";

export interface HtmlOptions {
  table?: Partial<TableDress>;
  /** The page around the report: none, a government web site's, or a document that a word processor exported. */
  page?: "bare" | "site" | "word";
  /** The report stands inside tables that only lay out the page. */
  layoutTables?: boolean;
  /** The three tables as one, the parts' headings rows of it. */
  oneTable?: boolean;
  /** No line end at all. */
  minified?: boolean;
  /** What the page says of its encoding; `null`: nothing. */
  declared?: string | null;
  script?: Script;
  /** A style sheet, for pages that a browser prints. */
  css?: string;
}

const open = '<table border="1" cellspacing="0" cellpadding="0" style="border-collapse:collapse">';

function writeBlock(block: ModelBlock, table: TableDress, page: string, random: Random): string {
  if (block.kind === "table") return `${open}${writeRows(block.grid, table, random)}</table>`;
  const text = escapeHtml(block.text);
  if (block.kind === "title") return page === "site" ? `<h1>${text}</h1>` : `<p align="center"><b>${text}</b></p>`;
  if (block.kind === "heading") return `<p><strong>${text}</strong></p>`;
  return page === "bare"
    ? `<p>${text}</p>`
    : `<p style="text-indent: 2em;"><span style="font-size: 16px;">${text}</span></p>`;
}

/** Joins the tables into one whose rows are ragged; headings between them become rows. */
function joinTables(blocks: readonly ModelBlock[], table: TableDress, page: string, random: Random): string[] {
  const first = blocks.findIndex((block) => block.kind === "table");
  const last = blocks.findLastIndex((block) => block.kind === "table");
  const rows = blocks
    .slice(first, last + 1)
    .map((block) =>
      block.kind === "table"
        ? writeRows(block.grid, { ...table, head: "none", repeatHeader: false }, random).replace(/<\/?tbody>/g, "")
        : `<tr><td colspan="15">${escapeHtml(block.text)}</td></tr>`,
    );
  const outside = (part: readonly ModelBlock[]) => part.map((block) => writeBlock(block, table, page, random));
  return [
    ...outside(blocks.slice(0, first)),
    `${open}<tbody>${rows.join("\n")}</tbody></table>`,
    ...outside(blocks.slice(last + 1)),
  ];
}

const siteTop = `<div class="top"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li></ul>
<script>if (1 < 2) document.write("<table><tr><td>规章</td><td>41</td></tr></table>");</script>
<!-- <table><tr><td>行政复议</td><td>7</td></tr></table> -->
<table class="search"><tr><td>站内搜索</td><td><input type="text" name="q" value=""></td></tr></table></div>
<div class="crumbs">当前位置：首页 &gt; 政务公开 &gt; 年度报告</div>
<table class="meta"><tr><td>索引号</td><td>000014349/2024-00012</td><td>发布机构</td><td>信息中心</td></tr></table>`;
const siteBottom = `<div class="related"><h3>相关链接</h3><ul><li><a href="a.html">政策咨询日活动安排</a></li><li><a href="b.html">办事指南更新公告</a></li></ul></div>
<noscript>请启用脚本</noscript><div class="foot"><p>备案号：云ICP备00000001号&nbsp;&nbsp;网站标识码：5300000001</p>
<table><tr><td><img src="x.png" alt="网站找错"></td><td>12</td></tr></table></div>`;

const heads = {
  bare: (declared: string) => `<html><head>${declared}`,
  site: (declared: string) =>
    `<!DOCTYPE html>\n<html lang="zh"><head>${declared}<style>td{text-align:center} .h{display:none}</style>`,
  word: (declared: string) =>
    `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head>${declared}<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal{mso-style-parent:"";margin:0cm} --></style>`,
};

/** Writes a report as the text of a web page. */
export function writeHtml(model: ReportModel, options: HtmlOptions = {}): string {
  const { page = "bare", script = "simplified", declared = "utf-8" } = options;
  const random = createRandom(model.seed).fork("html");
  const table = { ...plainTable, ...options.table };
  const body = options.oneTable
    ? joinTables(model.blocks, table, page, random)
    : model.blocks.map((block) => writeBlock(block, table, page, random));
  const title = model.blocks.flatMap((block) => (block.kind === "title" ? [block.text] : [])).join("");
  const content = body.join("\n");
  const framed = options.layoutTables
    ? `<table width="100%"><tr><td class="left" width="20">&nbsp;</td><td><table><tr><td>${content}</td></tr></table></td></tr></table>`
    : `<div class="content">${content}</div>`;
  const meta = declared === null ? "" : `<meta http-equiv="Content-Type" content="text/html; charset=${declared}">`;
  const html = `${heads[page](meta)}${options.css ? `<style>${options.css}</style>` : ""}<title>${title}</title></head><body>${page === "site" ? siteTop : ""}${framed}${page === "site" ? siteBottom : ""}</body></html>\n`;
  const scripted = toScript(html, script);
  return options.minified ? scripted.replace(/\n\s*/g, "") : scripted;
}

/** Bytes of a page; by default the declaration names the encoding, gb2312 for GB18030 as sites do. */
export function writeHtmlBytes(model: ReportModel, options: HtmlOptions, encoding: Encoding): Uint8Array {
  const usual = encoding === "gb18030" ? "gb2312" : encoding.replace("-bom", "");
  return encodeText(
    writeHtml(model, { ...options, declared: options.declared === undefined ? usual : options.declared }),
    encoding,
    toReference,
  );
}

/** The page with each table as a picture: nothing of the figures can be read. */
export function replaceTablesByImages(model: ReportModel): string {
  const html = writeHtml(model, { page: "site" });
  return html.replace(
    /<table border.*?<\/table>/gs,
    '<p><img src="table.png" width="640" height="900" alt="统计表"></p>',
  );
}
