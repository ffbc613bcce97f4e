import type { Rule } from "../validator/finding.ts";
import { applicantSum } from "./applications/applicant-sum.ts";
import { balance } from "./applications/balance.ts";
import { outcomeSum } from "./applications/outcome-sum.ts";
import { inForce } from "./disclosure/in-force.ts";
import { processingFee } from "./disclosure/processing-fee.ts";
import { legacySum } from "./legacy/sum.ts";
import { narrativeRules } from "./narrative/rules.ts";
import { proceedingsOutcomeSum } from "./proceedings/outcome-sum.ts";
import { agencyConflict } from "./structure/agency-conflict.ts";
import { pageUnreadable } from "./structure/page-unreadable.ts";
import { period } from "./structure/period.ts";
import { sectionEmpty } from "./structure/section-empty.ts";
import { sectionMissing } from "./structure/section-missing.ts";
import {
  cellMissing,
  cellUnreadable,
  copyConflict,
  placeholder,
  rowMissing,
  rowUnknown,
  tableEmpty,
  tableMissing,
} from "./structure/table-rules.ts";
import { templateOutdated } from "./structure/template-outdated.ts";
import { templateText } from "./structure/template-text.ts";
import { yearConflict } from "./structure/year-conflict.ts";
import { regulationWithoutPower } from "./value/regulation-without-power.ts";
import { amountImplausible, negative, notInteger, unitMissing } from "./value/value-rules.ts";

/** Every rule that needs one report, in the order in which findings are told. */
export const rules: readonly Rule[] = [
  pageUnreadable,
  sectionMissing,
  tableMissing,
  tableEmpty,
  rowMissing,
  cellMissing,
  placeholder,
  cellUnreadable,
  copyConflict,
  templateOutdated,
  yearConflict,
  negative,
  notInteger,
  unitMissing,
  balance,
  outcomeSum,
  applicantSum,
  proceedingsOutcomeSum,
  inForce,
  legacySum,
  ...narrativeRules,
  regulationWithoutPower,
  agencyConflict,
  period,
  sectionEmpty,
  templateText,
  processingFee,
  rowUnknown,
  amountImplausible,
];
