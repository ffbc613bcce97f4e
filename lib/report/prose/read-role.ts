import { createSpotter } from "./create-spotter.ts";
import type { Role } from "./mention.ts";
import type { Quantity } from "./quantity.ts";

const lastYear = "(?:上一?年度?|去年|前一年|往年|20\\d\\d年度?|同期|上年同期)";
const compared = new RegExp(`(?:比|较|与|同|和|对比)(?:于)?${lastYear}`);
const startsWithBase = new RegExp(`^(?:而|其)?${lastYear}(?:同期|全年)?(?:的|为|是|有|共|收到|受理|新收|申请|数|量)*$`);
const from = new RegExp(`(?:由|从)(?:${lastYear})?(?:同期|年初)?的?$`);
const moves = /增|减|多|少|升|降|长|提高|回落/;
const reaches = /(?:至|到|为)$/;
const changeAlone = /^(?:同比|环比|净|共|新|总计)?(?:增加|减少|增长|下降|上升|净增|减|增|多|少|降低|回落)(?:了)?$/;

/** The direction that the words before a percentage give: 1 up, −1 down, 0 none. */
export function directionOf(label: string): 1 | -1 | 0 {
  const match =
    /(?:(增长|增加|上升|提高|提升|增幅|上涨|增多|增|升|多)|(下降|减少|降低|回落|降幅|减幅|下滑|降|减|少))(?:了|为|达到?|幅度|比例|率|约|近|至)*$/.exec(
      label,
    );
  if (!match) return 0;
  return match[1] ? 1 : -1;
}

const [aYear, ratio, origin, move, share] = [1, 2, 4, 8, 16];
/** Most labels hold none of these, and need no closer look. */
const spot = createSpotter(["年 同期", "同比 环比", "由 从", "增 减 多 少 升 降 长 提高 回落", "占 比重"]);

/** What a quantity does, by the words right before it (`label`). */
export function readRole(quantity: Quantity, label: string): Role {
  const signs = spot(label);
  if (quantity.kind === "percent") {
    if (signs & share) return "share";
    return directionOf(label) === 0 ? "other" : "rate";
  }
  if (signs === 0) return "level";
  if (signs & aYear && compared.test(label)) {
    if (!moves.test(label.slice(label.search(compared)))) return "base";
    return reaches.test(label) ? "level" : "change";
  }
  if (signs & ratio) return signs & move && !reaches.test(label) ? "change" : "level";
  if (signs & move && changeAlone.test(label) && !label.startsWith("新")) return "change";
  if (signs & origin && from.test(label)) return "base";
  if (
    signs & aYear &&
    startsWithBase.test(label) &&
    !/结转/.test(label) &&
    /^(?:而|其)?(?:上|去|前|往|同期)/.test(label)
  )
    return "base";
  return "level";
}
