import { baseStyle } from "../page/base-style.ts";

/** The overview's style sheet. */
export const overviewStyle = `${baseStyle}
.cards{display:flex;flex-wrap:wrap;gap:.75rem;list-style:none;padding:0;margin:1rem 0 0}
.cards li{flex:1 1 9rem;max-width:14rem;background:var(--paper);border:1px solid var(--line);border-left:5px solid;border-radius:8px;padding:.6rem .9rem}
.cards b{display:block;font-size:1.6rem;line-height:1.25;font-variant-numeric:tabular-nums}
.cards .consistent{border-left-color:var(--good);color:var(--good)}.cards .inconsistent{border-left-color:var(--error);color:var(--error)}.cards .incomplete{border-left-color:var(--warning);color:var(--warning)}
nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.25rem;list-style:none;padding:0;margin:1.25rem 0 0;font-size:.875rem}
main section{margin:2.25rem 0;scroll-margin:1rem}
main h2{font-family:var(--serif);font-size:1.3125rem;margin:0 0 .5rem;padding-bottom:.35rem;border-bottom:1px solid var(--line)}
.hint{font-size:.8125rem;color:var(--muted);margin:.4rem 0;max-width:52em}
.scroll{position:relative;overflow-x:auto;border:1px solid var(--line);border-radius:6px;background:var(--paper);margin:.75rem 0;width:fit-content;max-width:100%}
table{border-collapse:separate;border-spacing:0;font-size:.8125rem;line-height:1.4}
th,td{padding:.38rem .65rem;border:solid var(--line);border-width:0 1px 1px 0;text-align:left;font-weight:400;vertical-align:middle}
tr>:last-child{border-right:0}tbody:last-child>tr:last-child>*{border-bottom:0}
thead th{background:var(--head);font-weight:600}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
.matrix th[scope=row],.rules th[scope=row]{position:sticky;left:0;background:var(--paper);z-index:1;min-width:9rem;max-width:22rem;overflow-wrap:anywhere;box-shadow:1px 0 0 var(--line)}
.matrix thead th:first-child{position:sticky;left:0;z-index:2;box-shadow:1px 0 0 var(--line)}
.matrix .region th{background:var(--head);color:var(--accent);font-weight:600}
.matrix td{white-space:nowrap;text-align:center;min-width:6rem}
.matrix td a{color:inherit;display:block}
.matrix .count{font-size:.9em;margin-left:.25em;font-variant-numeric:tabular-nums}
td.consistent{color:var(--good)}td.inconsistent{color:var(--error);background:var(--error-soft);font-weight:600}td.incomplete{color:var(--warning);background:var(--warning-soft)}
td.absent{color:var(--muted);background:repeating-linear-gradient(135deg,var(--hatch) 0 1px,transparent 1px 6px),var(--paper)}
td.withdrawn{color:var(--muted);text-decoration:line-through}
.rules th,.rules td{white-space:nowrap}.rules th[scope=row],.rules td:last-child:not(.n){white-space:normal}.rules th[scope=row]{min-width:11rem}.rules code{font-size:.9em}.rules td.error{color:var(--error)}.rules td.warning{color:var(--warning)}.rules td.info{color:var(--info)}
.rules small{display:block;color:var(--muted);font-size:.75rem;max-width:32em}
.bar{display:inline-block;width:7rem;height:.5rem;border-radius:.25rem;background:var(--head);box-shadow:inset 0 0 0 1px var(--line);vertical-align:middle;text-align:left;overflow:hidden}.bar i{display:block;height:100%;background:var(--accent)}
.plots{display:grid;gap:1.25rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr))}
figure{margin:0;background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:.9rem 1rem}
figcaption{font-weight:600;font-size:.9375rem;margin-bottom:.5rem}
.plot{overflow-x:auto}.plot svg{display:block;width:100%;height:auto;max-width:56rem}
figure details{margin-top:.5rem;font-size:.8125rem}summary{cursor:pointer;color:var(--accent);width:fit-content}
.pager{display:flex;gap:1.25rem;flex-wrap:wrap;font-size:.875rem;margin:1rem 0}
@media (max-width:40rem){.matrix th[scope=row]{min-width:6.5rem;max-width:8rem}.matrix td{min-width:5rem}}
@page{size:A4;margin:14mm 12mm}
@media print{html{font-size:9.5pt}body{padding:0;max-width:none;background:none}:root{--line:#9aa0a3}nav,.skip,figure details{display:none}.scroll{overflow:visible}tr,figure,.cards li{break-inside:avoid}thead{display:table-header-group}.plots{grid-template-columns:1fr 1fr}td{print-color-adjust:exact;-webkit-print-color-adjust:exact}th[scope=row]{position:static!important}}
`;
