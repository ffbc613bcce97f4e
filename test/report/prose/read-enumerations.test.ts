import { expect, test } from "vitest";
import { fold } from "../../../lib/chinese/fold.ts";
import { readEnumerations } from "../../../lib/report/prose/read-enumerations.ts";
import { readSentences } from "../../../lib/report/prose/read-sentences.ts";

function read(text: string): string[] {
  const sentences = text
    .split("\n")
    .flatMap((line, paragraph) => readSentences(fold(line)).map((sentence) => ({ ...sentence, paragraph })));
  return readEnumerations(sentences).map(
    ({ whole, parts, open, remainder }) =>
      `${whole.value}=${parts.map((part) => part.value).join("+")}${open ? " open" : ""}${remainder ? " remainder" : ""}`,
  );
}

const cases: [text: string, ...read: string[]][] = [
  ["收到12件,其中网络8件、信函4件。", "12=8+4"],
  ["收到12件(其中网络8件、信函4件),办结11件,其中公开6件、其他5件。", "12=8+4", "11=6+5 remainder"],
  ["收到12件。其中,网络8件,占66.7%;信函4件,占33.3%。", "12=8+4"],
  ["收到12件,比上年增加3件,其中网络8件、信函4件。", "12=8+4"],
  ["收到12件,较2021年的10件增长20%,其中网络8件、信函4件。", "12=8+4"],
  ["发布300条,主要包括动态200条、公告50条等。", "300=200+50 open"],
  ["共受理申请12件。从申请方式看,其中网络8件、信函4件。", "12=8+4"],
  ["共受理申请12件,同比上升20%。\n从申请事项看,涉及教育8件、土地4件。", "12=8+4"],
  ["网络8件、信函4件,共计12件。", "12=8+4"],
  ["发布12条,其中动态8条,阅读量300次,公告4条。", "12=8+4 open"],
  ["发布12条,其中动态8条,此外转发4条。", "12=8"],
  ["受理32件,目前已办结28件,其中维持13件,其他15件。", "28=13+15 remainder"],
  ["公开政府信息372件,通过网站公开300件,通过公报公开72件。"],
];

test.each(cases)("%s", (text, ...wanted) => {
  expect(read(text)).toEqual(wanted);
});

test("work grows with the text, whatever it repeats", () => {
  for (const piece of ["其中3件,", "(", "3件)", "占5%", "未收到申请", "12,"]) {
    expect(() => read(piece.repeat(20_000))).not.toThrow();
  }
});
