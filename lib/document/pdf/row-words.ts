import { fold } from "../../chinese/fold.ts";

/** What labels of rows say that headings of parts do not. */
const rowWords =
  /新收|结转|转结|办理结果|[总合]计$|行政(?:许可|处罚|强制|事业)|采购$|收费$|服务事项|规范性文件|^规章|其[他它](?:情形|处理)?$|查询事项/;
const item = /^(?:\d{1,2}[.、．,，](?!\d)|[(（][一二三四五六七1-9][)）]|[一二三四][、.．])/;
/** How headings end that have no number, or one like a row's. */
const headingEnd = /.{3}(?:情况|事项|概述|措施|问题|说明)$/;

/** Whether a line in the column of labels names a row of a table, rather than what follows it. */
export function isRowLabel(text: string): boolean {
  const folded = fold(text).replace(/\s/g, "");
  if (rowWords.test(folded)) return true;
  return item.test(folded) && !headingEnd.test(folded) && !/[。；:：]/.test(folded);
}

const beginning = /^(?:规章|规范性文件|行政规范性|行政(?:许可|处罚|强制|事业)|其[他它]对外|政府集中|集中采购)/;

/** Whether a line of part two's labels, which have no numbers, begins one of them. */
export function beginsRow(text: string): boolean {
  return beginning.test(fold(text).replace(/\s/g, ""));
}

const opening = /^(?:其[他它](?:处理|情形)?$|[总合]计|结转|转结|本年|上年|新收|予以公开|部分公开)/;

/** The first line of a group's heading that goes on: it stands beside rows and is no label of one. */
const cutGroup = /^(?:三[、.．]本年(?!.*结果)[^\d(（]{0,6}|[(（][三四五六][）)](?!.*(?:公开|提供|处理))[^\d]{0,5})$/;

/** Whether a text may begin a label of part three: with a number, or with a label's first words where it has lost its own. */
export function mayBeginLabel(text: string): boolean {
  const folded = fold(text).replace(/\s/g, "");
  return (item.test(folded) && !cutGroup.test(folded)) || opening.test(folded);
}

const wholeLabel = /^(?:其[他它](?:处理|情形)?|[总合]计|结转下年.*)$/;

/** Whether a text is a whole label of part three without its number. */
export function isWholeLabel(text: string): boolean {
  return wholeLabel.test(fold(text).replace(/\s/g, ""));
}

/** Whether a text begins with a list number, as all labels of part three do. */
export function isListed(text: string): boolean {
  return item.test(fold(text).replace(/\s/g, ""));
}

/** Whether a text heads the column of labels of part two. */
export function headsLabels(text: string): boolean {
  return /^信息内容$/.test(fold(text).replace(/\s/g, ""));
}

/** Whether a bracket is open where a text ends, so that its next line goes on with it. */
export function isOpen(text: string): boolean {
  const end = text.slice(-longestBracket);
  return Math.max(end.lastIndexOf("("), end.lastIndexOf("（")) > Math.max(end.lastIndexOf(")"), end.lastIndexOf("）"));
}

/** No bracket of a heading or label is longer. */
const longestBracket = 60;
