import { describe, expect, test } from "vitest";
import { readSentences } from "../../../lib/report/prose/read-sentences.ts";
import { scopeOf } from "../../../lib/report/prose/scope.ts";
import { sentenceSign, signsOf } from "../../../lib/report/prose/sentence-signs.ts";
import { isOfYear } from "../../../lib/report/prose/timing.ts";

const bureau = "云岭县教育局";
const town = "云岭县石桥镇人民政府";

describe("whose figures are meant", () => {
  test.each([
    ..."全省 全市 全县 全区 全州 全国 全盟 全旗 全乡 全镇 全街道 全系统 全域 全地区 全行业 全体".split(" "),
    ..."各级 各地 各县 各市 各区 各州 各旗 各乡镇 各镇街 各街道 各部门 各单位 各行政机关 各科室 各股室 各处室 各有关".split(
      " ",
    ),
    ..."系统内 两级 三级 四级 县本级 市直机关 省属单位 区级部门 部门 单位内 盟级".split(" "),
    ..."县政府 市政府办公室 省办公厅 发展改革委 水务局 卫生厅 县府办 柳河乡 石桥镇 审计署 服务中心 支队 大队 总队 学校 医院".split(
      " ",
    ),
  ])("%s is not the bureau", (words) => {
    expect(scopeOf(words, bureau)).toBe("other");
  });

  test.each([..."我局 本局 本机关 我县 本单位 我镇 本街道 我院 本校 我处".split(" "), bureau])(
    "%s is the bureau itself",
    (words) => {
      expect(scopeOf(words, bureau)).toBe("own");
    },
  );

  test.each(["", "2022年", "本年度", "全年", "今年以来", "共", "网上", "政务信息"])("“%s” names nobody", (words) => {
    expect(scopeOf(words, bureau)).toBe("unsaid");
    expect(scopeOf(words, null)).toBe("unsaid");
  });

  test("a government reports for its whole territory", () => {
    expect([scopeOf("全镇", town), scopeOf("各部门", town), scopeOf("镇本级", town)]).toEqual([
      "own",
      "other",
      "other",
    ]);
  });
});

const sentenceOf = (text: string) => readSentences(text)[0]!;

test.each([
  ..."上半年 下半年 三季度 历年 以来 以前 上年 上一年 去年 日均 月均 往年 近三年 近5年 五年 计划于 计划在 拟于 拟在 预计 力争 同期".split(
    " ",
  ),
  ..."6月份至 6月底到 3月5日至 6月到 9月起".split(" "),
])("%s is another span than the year", (words) => {
  const text = `${words}收到申请12件。`;
  expect(isOfYear(sentenceOf(text), text.indexOf("12件"), 2022)).toBe(false);
});

test.each(["", "全年", "本年度", "2022年", "2022年累计", "2022年1月1日至12月31日", "上年结转2件,"])(
  "“%s” is of the year",
  (words) => {
    const text = `${words}收到申请12件。`;
    expect(isOfYear(sentenceOf(text), text.indexOf("12件"), 2022)).toBe(true);
  },
);

test("办理 and 政府信息 name no body, 县政府办 does", () => {
  const isScoped = (text: string) => (signsOf(sentenceOf(text)) & sentenceSign.scope) !== 0;
  expect(["办理政府信息公开申请3件", "政府网站发布3条", "办结3件"].map(isScoped)).toEqual([false, false, false]);
  expect(["县政府收到3件", "县府办收到3件", "我局办理3件", "各级收到3件"].map(isScoped)).toEqual([
    true,
    true,
    true,
    true,
  ]);
});
