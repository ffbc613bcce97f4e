/** A plain number in ASCII or full-width digits, whole or a piece of one. */
const number = /^[\d０-９.,，．\s]+$/;
/** A number as cells of figures show it: with a sign or a word for it, a counting word or a unit. */
const figure =
  /^(?:[增新上][加增升]?|[减減下][少降]?|[-+－＋−])?[\d０-９][\d０-９.,，．]*(?:[件项項條条宗起次期人笔筆篇部家份个個元%％]|人次|[万亿萬億]元?)?$/;
/** What may follow a number on a line of its own. */
const unit = /^(?:[件项項條条宗起次期人笔筆篇部家份个個元]|人次|[万亿萬億]元)$/;
/** What stands in a cell for no number, or for one that is wider than a spreadsheet's column. */
const placeholder = /^(?:[-/\\－／＼—–―−·*＊无無空零〇]|——|\/\/|--|不适用?|不適用?|[适適]用|用|未发生|暂无|#{2,40})$/;

/** Whether a text is a plain number or a piece of one, such as its end wrapped onto the next line. */
export function isNumber(text: string): boolean {
  return number.test(text);
}

/** Whether a text is what cells of figures hold: a number, with sign, counting word or unit, or what stands for none. */
export function isFigure(text: string): boolean {
  // A lost character leaves a figure in its place, unreadable.
  const plain = text.replace(/[\s\ufffd]/g, "");
  return figure.test(plain) || placeholder.test(plain);
}

/** Whether a text is nothing but a unit, as it stands below its number in a narrow cell. */
export function isUnit(text: string): boolean {
  return unit.test(text);
}
