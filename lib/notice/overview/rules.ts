import { html, type Markup } from "../page/html.ts";
import { severityWords } from "../page/words.ts";
import type { Register, RuleCount } from "./collect.ts";
import type { OverviewWords } from "./words.ts";

/** The file that lists the reports breaking a rule; ASCII letters and hyphens only, whatever the rule is called. */
export function ruleFile(rule: string): string {
  return `rule-${rule.replaceAll(/[^a-z0-9]+/g, "-").slice(0, 80)}.html`;
}

/** Rules that the overview lists. */
const mostRules = 60;

/** The rules broken by most reports, each linked to the list of those reports. */
export function renderRules(
  register: Register,
  language: "zh" | "en",
  words: OverviewWords,
  describe: (rule: string) => string | undefined,
): Markup {
  const { rules, reportsWithRules, reports } = register;
  if (rules.length === 0) return html`<p class="hint">${words.noRules}</p>`;
  const rows = rules.slice(0, mostRules).map(({ rule, severity, findings, reports: broken }) => {
    const description = describe(rule);
    const share = (100 * broken.length) / Math.max(1, reportsWithRules);
    return html`<tr><th scope="row"><a href="${ruleFile(rule)}"><code>${rule}</code></a>${description && html`<small>${description}</small>`}</th><td class="${severity}">${severityWords[language][severity].name}</td><td class="n">${broken.length}</td><td class="n">${findings}</td><td class="n"><span class="bar" aria-hidden="true"><i style="width:${share.toFixed(1)}%"></i></span> ${share.toFixed(1)}%</td></tr>\n`;
  });
  return html`<p class="hint">${words.rulesNote(reportsWithRules, reports)}</p><div class="scroll" role="group" aria-label="${words.rules}" tabindex="0"><table class="rules"><thead><tr><th scope="col">${words.rule}</th><th scope="col">${words.severity}</th><th scope="col" class="n">${words.reports}</th><th scope="col" class="n">${words.findings}</th><th scope="col" class="n">${words.share}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Reports listed on one rule's page; the rest is counted. */
const mostReports = 6_000;

/** Every report that breaks a rule, linked to its page, grouped by agency. */
export function renderRuleReports({ reports }: RuleCount, words: OverviewWords): Markup {
  const byAgency = Map.groupBy(reports.slice(0, mostReports), ({ agency }) => agency);
  const rest = new Set(reports.slice(mostReports).map(({ agency }) => agency)).size;
  const rows = [...byAgency].map(([agency, found]) => {
    const years = found
      .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0))
      .map(({ year, page }, index) => {
        const name = year === null ? words.yearUnknown : words.yearOf(year);
        return html`${index > 0 && "、"}${page ? html`<a href="${page}">${name}</a>` : name}`;
      });
    return html`<tr><th scope="row" lang="zh-CN">${agency}</th><td>${years}</td></tr>\n`;
  });
  return html`<div class="scroll" role="group" aria-label="${words.affected}" tabindex="0"><table class="rules"><thead><tr><th scope="col">${words.agency}</th><th scope="col">${words.affected}</th></tr></thead><tbody>${rows}</tbody></table></div>${rest > 0 && html`<p class="hint">${words.more(rest)}</p>`}`;
}
