import { describe, expect, test } from "vitest";
import { readHtml } from "../../../lib/document/html/read-html.ts";
import { describeBlocks } from "../../support/describe-blocks.ts";

const cases: [name: string, html: string, expected: (string | string[])[]][] = [
  ["paragraphs with their lines", "<p>一</p>\n\n<p>二\n三</p>", ["1: 一", "3: 二三"]],
  ["a space between words, none between Han at a line end", "<p>a\nb 共 12\n件</p>", ["1: a b 共 12 件"]],
  ["br ends a line", "<div>一<br>二<br/><br>三</div>", ["1: 一", "1: 二", "1: 三"]],
  ["inline elements join without a space", "<p><span>1</span><span>2</span><b>3</b>件</p>", ["1: 123件"]],
  ["text around blocks", "甲<div>乙</div>丙", ["1: 甲", "1: 乙", "1: 丙"]],
  ["entities and blanks", "<p>&nbsp;&ensp;&#12288;12&#8203;34&zwnj;&nbsp;</p>", ["1: 1234"]],
  [
    "hidden elements",
    "<p hidden>a</p><p style='display: none'>b</p><p style='VISIBILITY:hidden;'>c</p><script>d</script><style>e</style><noscript>f</noscript><template>g</template><!-- h --><p aria-hidden=true style='overflow:hidden'>i</p>",
    ["1: i"],
  ],
  [
    "text without a size, but not the children that have one",
    "<table><tr><td>a<td>4<span style='font-size:0'>9</span><tr><td>b<td style='font-size: 0px;'><b style='font-size:9pt'>5</b></table>",
    [["ruled", "0 a | 1 4", "0 b | 1 5"]],
  ],
  [
    "spans",
    "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>",
    [["ruled", "0 2×1 a | 1 1×2 b", "1 c | 2 d"]],
  ],
  [
    "a span beyond all columns",
    "<table><tr><td colspan=1000000000>a<tr><td>b<td rowspan=0>c<tr><td>d</table>",
    [["ruled", "0 1×2 a", "0 b | 1 2×1 c", "0 d"]],
  ],
  [
    "thead, tbody and a tfoot written first",
    "<table><tfoot><tr><td>f<td>9</tfoot><thead><tr><th>h<th>1</thead><tbody><tr><td>b<td>2</tbody></table>",
    [["ruled", "0 h | 1 1", "0 b | 1 2", "0 f | 1 9"]],
  ],
  [
    "missing end tags and a caption",
    "<table><caption>表</caption><tr><td>a<td>1<tr><td>b<td>2</table>",
    ["1: 表", ["ruled", "0 a | 1 1", "0 b | 1 2"]],
  ],
  [
    "lines, blanks and split digits in cells",
    "<table><tr><td> <p>商业</p>\n<p> 企业 </p><td>本年<br>新收<td>&nbsp;<td><span>1</span>,<span>2 </span></table>",
    [["ruled", "0 商业⏎企业 | 1 本年⏎新收 | 2 | 3 1,2"]],
  ],
  [
    "form fields in cells",
    "<table><tr><td><input value=12><input type=hidden value=99><td><textarea> 3 </textarea><td><select><option>4<option selected>5</select><td><input type=checkbox value=1></table>",
    [["ruled", "0 12 | 1 3 | 2 5 | 3"]],
  ],
  [
    "a layout table around a data table",
    "<table><tr><td>导航<td><p>正文</p><table><tr><td>a<td>1</table><p>尾</p></table>",
    ["1: 导航", "1: 正文", ["ruled", "0 a | 1 1"], "1: 尾"],
  ],
  [
    "a table of one cell around a number",
    "<table><tr><td>a<td><table width=100%>\n<tbody><tr><td align=center>12</table><td>3</table>",
    [["ruled", "0 a | 1 12 | 2 3"]],
  ],
  [
    "two tables of one cell, which are no one number",
    "<table><tr><td>a<td><table><tr><td>1</table><table><tr><td>2</table></table>",
    ["1: a", "1: 1", "1: 2"],
  ],
  ["a table of one column", "<table><tr><td>题<tr><td><p>文</p></table>", ["1: 题", "1: 文"]],
  [
    "an article in a cell",
    `<table><tr><td>栏<td><p>${"文".repeat(301)}</p><p>末</p></table>`,
    ["1: 栏", `1: ${"文".repeat(301)}`, "1: 末"],
  ],
  [
    "pictures",
    "<p>前<img src=a.png alt='三、表'>后<img src=b.gif width=16 height=16></p>",
    ["1: 前", "[三、表]", "1: 后"],
  ],
  [
    "Word's markup",
    "<p class=MsoNormal><!--[if gte mso 9]><xml>x</xml><![endif]--><span lang=EN-US>2<o:p></o:p></span><![if !supportEmptyParas]>&nbsp;<![endif]>件</p>",
    ["1: 2\u00a0件"],
  ],
  [
    "preformatted text with bars",
    "<pre>\na | 1 |\nb | 2 |\n文\n</pre>",
    [["delimited", "0 a | 1 1", "0 b | 1 2"], "4: 文"],
  ],
  ["bars in lines ended by br", "<div>a | 1 |<br>b | 2 |</div>", [["delimited", "0 a | 1 1", "0 b | 1 2"]]],
  [
    "a table made of other elements, its blank cells among them, and lines of one piece around it",
    "<div><div>题</div></div><div><div>表头</div><div>甲</div><div>乙</div></div>\n<div><div>a</div><div>1</div><div></div></div>\n<div><div>b</div></div><div><div><p>c</p><p>d</p></div><div>2</div><div><b>3</b></div></div><div><div>尾</div></div>",
    ["1: 题", ["delimited", "0 表头 | 1 甲 | 2 乙", "0 a | 1 1 | 2", "0 b", "0 c⏎d | 1 2 | 2 3"], "3: 尾"],
  ],
  [
    "a table made of elements within the line, parted by spaces",
    "<ul><li><span>a</span> <span>1</span> <span>2</span></li><li><span>b</span> <span>3</span> <span>4</span></li></ul>",
    [["delimited", "0 a | 1 1 | 2 2", "0 b | 1 3 | 2 4"]],
  ],
  [
    "no table of a list, a paragraph or digits in pieces",
    "<ul><li><a>甲</a> <span>2023</span></li><li><a>乙</a> <span>2022</span></li></ul><div><span>1</span><span>2</span><span>3</span></div><div><span>4</span><span>5</span><span>6</span></div>",
    ["1: 甲 2023", "1: 乙 2022", "1: 123", "1: 456"],
  ],
  ["ruby without its reading", "<p>公<ruby>开<rt>kāi</rt></ruby></p>", ["1: 公开"]],
  [
    "the title of a page whose body does not say it",
    "<head>\n<title>云岭县2023年度报告_云岭县政府网</title></head><p>一、总体情况</p>",
    ["2: 云岭县2023年度报告", "2: 一、总体情况"],
  ],
  [
    "no title that the body says",
    "<head><meta name=ArticleTitle content='云岭县2023年度报告'></head><h1>云岭县\n2023年度报告</h1>",
    ["1: 云岭县 2023年度报告"],
  ],
  ["no title of another thing", "<title>通知公告</title><p>正文</p>", ["1: 正文"]],
  ["a deleted text", "<table><tr><td>a<td><del>12</del><ins>13</ins></table>", [["ruled", "0 a | 1 13"]]],
];

describe("readHtml", () => {
  test.each(cases)("reads %s", (_name, html, expected) => {
    expect(describeBlocks(readHtml(html))).toEqual(expected);
  });

  test("gives each cell the line it stands on, and a paragraph over lines its breaks", () => {
    const [table, text] = readHtml(
      "<table>\n<tr>\n<td>a</td>\n<td>\n1</td>\n</tr></table>\n<p>甲\n<b>乙</b>\n\n丙</p>",
    );
    expect(table).toMatchObject({
      kind: "table",
      location: { line: 2 },
      cells: [{ location: { line: 3 } }, { location: { line: 5 } }],
    });
    expect(text).toEqual({
      kind: "text",
      text: "甲乙丙",
      location: { line: 7 },
      breaks: [
        [1, { line: 8 }],
        [2, { line: 10 }],
      ],
    });
  });

  test.each([
    ["wide tables", `<table>${"<tr><td colspan=1000>a<td>b</tr>".repeat(5_000)}</table>`],
    ["tables in tables", `${"<table><tr><td>".repeat(600)}x`],
    ["cells", `<table><tr>${"<td>1".repeat(200_000)}</table>`],
    ["pieces of one paragraph", `<p>${"<span>1</span>\n<b>a</b>".repeat(100_000)}`],
    ["rows of other elements", "<div><div>a</div><div>1</div><div>2</div></div>".repeat(100_000)],
    ["elements that might be rows", `${"<div><i>1</i> <i>2</i> <i>3</i>".repeat(2_000)}`],
    ["select elements in cells", `<table><tr>${"<td><select><option>1</select>".repeat(20_000)}</table>`],
  ])("ends with many %s, in blocks or the rejection too-complex", (_name, html) => {
    let outcome: string;
    try {
      outcome = Array.isArray(readHtml(html)) ? "read" : "";
    } catch (error) {
      outcome = (error as { code: string }).code;
    }
    expect(["read", "too-complex"]).toContain(outcome);
  });
});
