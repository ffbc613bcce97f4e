import type { CellPath } from "../../../forms/form.ts";
import { applicationsTotal } from "./applications-total.ts";
import type { Claim } from "./claim.ts";
import { claimWord } from "./claim-words.ts";
import { stripObject } from "./strip-object.ts";

const received = [applicationsTotal("newlyReceived")];
const withCarried = [applicationsTotal("newlyReceived"), applicationsTotal("carriedOver")];
const handled = [applicationsTotal("totalHandled")];

/** Words that make a figure one of a part only. */
const channel =
  /通过|网络|网上|在线|平台|信函|当面|现场|邮|传真|微信|窗口|转办|转来|涉及|关于|有关|方面|领域|类的|类型|线上|线下|口头|电话|按时|按期|如期|延期|超期|逾期|提前|自然人|企业|法人(?!(?:和|或|及)?其)|同一|疑难|重大|剩余|其余|另|协助|督促|指导|配合|转交|移送/;

/**
 * 收到, 受理, 办理, 答复 N件: applications received or handled; null for a part of them or for other business. `words`: what both
 * texts hold of claims.
 */
export function readIntake(label: string, tail: string, words: number): Claim | null {
  if (words & claimWord.foreign) return null;
  if (words & claimWord.part) {
    if (channel.test((label + tail).replace(/(?:公民|自然人)法人(?:和|或|及)?其[他它]组织/, ""))) return null;
  }
  const verb = /收到|新收|接收|接到|收悉|受理|新增|办理|办结|办复|答复|回复|处理/.exec(label);
  if (!verb) {
    const noun = /(?:依申请公开|政府信息公开申请|信息公开申请)(?:数量|总数|数|件|事项)?(?:共|为|共计|总计)?$/.test(
      label,
    );
    return noun ? { kind: "intake", accepts: [received, withCarried, handled] } : null;
  }
  const after = label.slice(verb.index + verb[0].length);
  if (stripObject(after) !== "" || stripObject(tail) !== "") return null;
  const accepts: CellPath[][] = [];
  if (/收到|新收|接收|接到|收悉|新增/.test(label)) accepts.push(received, withCarried);
  if (/受理/.test(label)) accepts.push(received, withCarried, handled);
  if (/办理|办结|办复|答复|回复|处理/.test(label)) accepts.push(handled, withCarried);
  return { kind: "intake", accepts };
}
