const head = "<!doctype html><html><body>";
const title = "<h1>云岭县2023年政府信息公开工作年度报告</h1>";
const rows = (cells: string, count: number) => `${head}${title}<table>${`<tr>${cells}`.repeat(count)}`;

/** Pages that ask for more than they are worth: `size` is some thousands, more of it makes them worse. */
export const pageBombs: Readonly<Record<string, (size: number) => string>> = {
  "nested blocks": (size) => head + "<div>".repeat(size * 30),
  "nested tables": (size) => head + "<table><tr><td>".repeat(size * 10),
  "nested lists": (size) => head + "<ul><li>".repeat(size),
  "formatting left open": (size) => head + "<b><i><u>x<p>".repeat(size),
  "formatting closed in disorder": (size) =>
    head + ("<b>".repeat(100) + "<p>".repeat(20) + "</b>".repeat(100)).repeat(size / 100),
  "text fostered by a table": (size) => `${head}<table>${"x<b>y<tr>".repeat(size * 5)}`,
  "columns without end": (size) => rows("<td colspan=1000000000 rowspan=65535>x<td>y", size),
  "rows to the end": (size) => rows("<td colspan=1000 rowspan=0>x", size / 3),
  "spans below spans": (size) => `${rows("<td rowspan=65535>x".repeat(300), 1)}${"<tr><td>z".repeat(size * 2)}`,
  "negative spans": (size) => rows("<td colspan=-5 rowspan=1e9>1<td colspan=abc>2<td rowspan=٣>3", size),
  "cells without end": (size) => rows("<td>1".repeat(10), size * 30),
  "cells of a report": (size) => rows("<td>一、本年新收政府信息公开申请数量<td>1<td>2<td>3<td>4<td>5<td>6<td>21", size),
  "one wide row": (size) => rows("<td>1".repeat(size * 3), 2),
  "many tables": (size) => head + "<table><tr><td>1</table>".repeat(size * 3),
  "attributes without end": (size) => `${head}<p ${Array.from({ length: size * 10 }, (_, i) => `a${i}=1`).join(" ")}>x`,
  "one long attribute": (size) => `${head}<p title="${"x".repeat(size * 1000)}">y`,
  "comments opened": (size) => head + "<!--".repeat(size * 100),
  "angle brackets": (size) => head + "<".repeat(size * 30),
  "scripts opened": (size) => head + "<script><!--<script>".repeat(size * 10),
  entities: (size) => `${head}<p>${"&amp;&#x41;&nosuch&#99999999;".repeat(size * 10)}`,
  "breaks in a cell": (size) => `${head}${title}<table><tr><td>${"1<br>".repeat(size * 10)}`,
  templates: (size) => head + "<template>".repeat(size * 5),
  "foreign elements": (size) => head + "<svg><foreignObject><math><mtext><p>".repeat(size),
  "digits of a number": (size) =>
    rows(`<td>一、本年新收政府信息公开申请数量<td>${"9".repeat(400)}<td>1e999<td>-0<td>${"９".repeat(size)}`, 9),
  "markup as text": (size) =>
    `${head}<h1>&lt;script&gt;alert(1)&lt;/script&gt;县2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>&lt;img src=x onerror=alert(1)&gt;政府信息公开收到申请5件，其中&lt;svg/onload=x&gt;3件、1件。${"公开".repeat(99 + size)}</p><table><tr><td>三、本年度办理结果<td>&lt;/td&gt;&lt;iframe&gt;</table><p>二、主动公开政府信息情况</p><p>四、复议诉讼</p>`,
  "turned text": (size) => `${head}${title}<p>${"\u202e\u200b\u2066收到申请\u200d5\u200b6件\u2069".repeat(size)}`,
};
