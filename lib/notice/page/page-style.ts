import { baseStyle } from "./base-style.ts";

const tables = `
.scroll{position:relative;overflow-x:auto;border:1px solid var(--line);border-radius:6px;background:var(--paper);margin:.75rem 0 1.25rem;max-width:100%}
.scroll:has(.disclosure),.scroll:has(.legacy){width:fit-content;min-width:min(100%,34rem)}
table.form{border-collapse:separate;border-spacing:0;width:100%;font-size:.8125rem;line-height:1.35}
.form th,.form td{border:solid var(--line);border-width:0 1px 1px 0;padding:.4rem .45rem;vertical-align:middle;text-align:center;font-weight:400}
.form tr>:last-child{border-right:0}
.form tbody:last-child>tr:last-child>*,.form tbody:last-child th[rowspan]{border-bottom:0}
.form th{background:var(--head)}
.form thead th,.form .block{font-weight:600}
.form th.label,.form td.label{text-align:left;background:var(--head)}
.form .note{font-size:.75rem;color:var(--muted)}
.form .block{text-align:left;color:var(--accent)}
.form .block span{position:sticky;left:.5rem}
.form thead th{text-wrap:balance}
.form td{font-variant-numeric:tabular-nums;white-space:nowrap;background:var(--paper);min-width:2.9rem}
.form td.note,.form td.is-unreadable,.form td.is-placeholder{white-space:normal;overflow-wrap:anywhere}
.form.applications{min-width:46rem;table-layout:fixed}.form.proceedings{min-width:44rem;table-layout:fixed}.proceedings th,.proceedings td{padding:.4rem .2rem;text-wrap:balance}.proceedings td{min-width:0}
.disclosure td{min-width:6rem}.disclosure th.label{min-width:9rem}
.legacy th.label{min-width:15rem}.legacy td{min-width:7rem}
.applications col.narrow{width:2.1rem}.applications col.wide{width:13rem}
.applications thead th[scope=col]{min-width:3.2rem}
.upright{padding:.3rem 0!important;width:2.1rem}
.upright span{writing-mode:vertical-rl;letter-spacing:0;max-height:20rem;white-space:nowrap}
.upright.first span{letter-spacing:.4em}
.form .first{position:sticky;left:0;z-index:3}
.form .second{position:sticky;left:2.1rem;z-index:2}
.form .third{position:sticky;left:4.2rem;z-index:2}
.disclosure th.label,.legacy th.label{position:sticky;left:0;z-index:2}
.form tbody:has(>tr>.upright.first) .third,.form tbody:has(>tr>.upright.first) th.second[colspan],.form .first[colspan],.disclosure th.label,.legacy th.label{box-shadow:1px 0 0 var(--line)}
td.zero .figure{color:var(--muted)}
.void{color:var(--muted);font-size:.6875rem;letter-spacing:.08em}
.odd{border:1px dashed var(--muted);border-radius:3px;padding:0 .3em;margin-right:.35em}
.form td.is-blank,.form td.is-absent,.sample.blank{background:repeating-linear-gradient(135deg,var(--hatch) 0 1px,transparent 1px 6px),var(--paper)}
.form td.mark{scroll-margin-block:3rem 13rem;position:static;cursor:help;border-bottom-width:1px}
td.mark .figure,.sample.mark{text-decoration:underline dotted 1.5px;text-underline-offset:.22em}
td.mark.error,.sample.mark.error{background:var(--error-soft)}td.mark.warning{background:var(--warning-soft)}td.mark.info{background:var(--info-soft)}
td.mark.error .figure,.sample.mark.error{text-decoration-color:var(--error)}td.mark.warning .figure{text-decoration-color:var(--warning)}td.mark.info .figure{text-decoration-color:var(--info)}
td.suspect .figure,.sample.suspect{text-decoration:underline wavy 1.5px;font-weight:700}
td.suspect .figure{color:var(--error);text-decoration-color:var(--error)}
.form td.suspect{white-space:normal;padding-inline:.2rem}.form td.suspect{box-shadow:inset 0 0 0 2px var(--error)}
td.warning.suspect .figure{color:var(--warning);text-decoration-color:var(--warning)}.form td.warning.suspect{box-shadow:inset 0 0 0 2px var(--warning)}
.fix{display:inline-block;margin-left:.3em;padding:0 .35em;border-radius:3px;background:var(--good-soft);color:var(--good);font-weight:700;text-decoration:none}
.tip{display:none;position:fixed;z-index:20;inset:auto .75rem .75rem;text-align:left;white-space:normal;background:var(--tip);color:var(--tip-ink);border-radius:8px;padding:.7rem .85rem;font-size:.8125rem;line-height:1.55;font-weight:400;box-shadow:0 6px 24px rgb(0 0 0/.28)}
td.mark:hover>.tip,td.mark:focus>.tip,td.mark:focus-within>.tip{display:block}
table:has(td.mark:hover) td.mark:not(:hover)>.tip{display:none}
.tip span{display:block}.tip-name{font-weight:700;margin-bottom:.2rem}.tip-line b{display:inline-block;min-width:1.3em;font-variant-numeric:tabular-nums}.tip-fix{font-weight:700;margin-top:.2rem}.tip-source{margin-top:.35rem;padding-top:.35rem;border-top:1px solid rgb(128 128 128/.5);font-size:.75rem}
@supports (anchor-scope:--cell) and (position-area:bottom){@media (min-width:45rem){
td.mark{anchor-name:--cell;anchor-scope:--cell}
.tip{inset:auto;position-anchor:--cell;position-area:bottom;position-try-fallbacks:flip-block;width:max-content;max-width:24rem;margin:.4rem .5rem}
}}
.legend{display:flex;flex-wrap:wrap;gap:.35rem 1.1rem;align-items:center;font-size:.75rem;color:var(--muted);margin:.75rem 0}
.legend b{font-weight:600;color:var(--ink)}
.sample{display:inline-block;font-style:normal;min-width:2.2em;text-align:center;padding:.1em .45em;border:1px solid var(--line);border-radius:3px;margin-right:.4em;background:var(--paper)}
.sample.mark{color:var(--ink)}.sample.suspect{box-shadow:inset 0 0 0 2px var(--error);color:var(--error)}
`;

const findings = `
.panel h2,.report>h2{font-size:1.0625rem;margin:0 0 .75rem}
.group{display:flex;align-items:baseline;gap:.5rem;font-size:.875rem;margin:1.25rem 0 .5rem}
.group:first-of-type{margin-top:0}
.group.error{color:var(--error)}.group.warning{color:var(--warning)}.group.info{color:var(--info)}
.count{margin-left:auto;color:var(--muted);font-weight:400}
.findings{list-style:none;margin:0;padding:0}
.finding{background:var(--paper);border:1px solid var(--line);border-left-width:4px;border-radius:6px;padding:.7rem .8rem;margin:0 0 .6rem;scroll-margin:1rem;overflow-wrap:anywhere}
.finding.error{border-left-color:var(--error)}.finding.warning{border-left-color:var(--warning)}.finding.info{border-left-color:var(--info)}
.finding h4{text-wrap:pretty;font-size:.9375rem;line-height:1.5;margin:0;font-weight:600;display:flex;gap:.55rem;align-items:baseline}
.finding .goto{color:inherit;text-decoration:none}.finding .goto:hover{text-decoration:underline}
.number,.ref{display:inline-block;min-width:1.35em;padding:0 .28em;border-radius:.7em;font-size:.6875rem;line-height:1.4;text-align:center;font-weight:700;font-variant-numeric:tabular-nums;text-decoration:none;flex:none}
.number.error,.ref.error{background:var(--error);color:var(--on-strong)}.number.warning,.ref.warning{background:var(--warning);color:var(--on-strong)}.number.info,.ref.info{background:var(--info);color:var(--on-strong)}
.ref{margin-left:.3em;vertical-align:.25em}td .ref{margin-left:.2em;min-width:1.25em;font-size:.625rem;vertical-align:.2em}.suspect .refs{display:block;margin-top:.15rem;white-space:nowrap}
.sides{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;margin:.45rem 0 0}
.sides div{display:flex;gap:.45rem;align-items:baseline}
.sides dt{color:var(--muted);font-size:.75rem}.sides dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}
.repair{margin:.45rem 0 0;padding:.35rem .55rem;border-radius:4px;background:var(--good-soft);font-size:.8125rem}
.repair b{color:var(--good)}.repair a{color:inherit}
.cells{margin:.45rem 0 0;font-size:.75rem;line-height:1.7}
.cells .caption{color:var(--muted);margin-right:.4rem}
.cells ul{display:inline;list-style:none;margin:0;padding:0}.cells li{display:inline}.cells li:not(:last-child)::after{content:"，";color:var(--muted)}
.cells a{color:inherit;text-decoration:underline 1px var(--muted)}.cells a:hover{color:var(--accent)}
.cells details{display:block}.cells summary{cursor:pointer;color:var(--accent);width:fit-content}
.finding blockquote{margin:.5rem 0 0;padding:0 0 0 .6rem;border-left:2px solid var(--line);font-size:.8125rem;color:var(--muted)}
.finding blockquote p{margin:0;white-space:pre-line}.finding blockquote footer{font-size:.75rem}
.rule{margin:.4rem 0 0;font-size:.6875rem;color:var(--muted)}
.nothing{padding:1rem;border:1px solid var(--line);border-radius:6px;background:var(--good-soft);color:var(--good)}
:target{outline:3px solid var(--focus);outline-offset:1px}
section:target{outline:0}
td:target{outline-offset:-3px}
`;

const document = `
body:has(>main.single){max-width:68rem}
main.split{display:grid;gap:2rem;grid-template-columns:minmax(0,1fr)}
.parts ol{display:flex;flex-wrap:wrap;gap:.3rem 1rem;list-style:none;margin:0;padding:0;font-size:.8125rem}
.part{margin:0 0 1.75rem;scroll-margin:1rem}
.part h3{font-family:var(--serif);font-size:1.1875rem;line-height:1.4;margin:1.5rem 0 .6rem;padding-bottom:.35rem;border-bottom:1px solid var(--line)}
.part>p:not(.notice){margin:0 0 .35rem;text-indent:2em;line-height:1.9;max-width:44em;overflow-wrap:anywhere;white-space:pre-line;text-align:justify}
mark{color:inherit;background:var(--warning-soft);box-decoration-break:clone;border-radius:2px;padding:.08em 0;text-decoration:underline 2px;text-underline-offset:.25em;scroll-margin:4rem}
mark.error{background:var(--error-soft);text-decoration-color:var(--error)}mark.warning{text-decoration-color:var(--warning)}mark.info{background:var(--info-soft);text-decoration-color:var(--info)}
.part .ref{text-indent:0}
@media (min-width:68rem){
main.split{grid-template-columns:21rem minmax(0,1fr)}
main.split .panel{position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding:1rem .5rem 1rem .25rem;margin:-1rem -.5rem 0 -.25rem;scrollbar-width:thin}
}
@media (max-width:40rem){
.form .third,.form .second[colspan],.form .first[colspan]{font-size:.75rem}
.applications col.narrow{width:1.7rem}.applications col.wide{width:6.75rem}
.form.applications{min-width:0;width:37rem}
.disclosure td{min-width:4.2rem}.disclosure th.label{min-width:6.6rem}.form.disclosure{font-size:.75rem}
.upright{width:1.7rem}.upright span{letter-spacing:.05em!important}
.form .second{left:1.7rem}.form .third{left:3.4rem}
.form th,.form td{padding:.35rem .3rem}
.applications .label{overflow-wrap:anywhere}
.part>p:not(.notice){text-align:left}
}
`;

const print = `
@page{size:A4;margin:15mm 13mm 16mm}
@media print{
html{font-size:10pt}body{padding:0;max-width:none;background:none}:root{--line:#9aa0a3;--ground:#fff}
main.split,main.single{display:block}
nav.parts,.skip,.tip{display:none!important}
.findings{columns:2;column-gap:4mm}.finding{padding:2mm 2.5mm}.page-header{margin-bottom:4mm}
.scroll{overflow:visible;border:0;width:auto!important;break-inside:avoid-page}
table.form{font-size:7.5pt;min-width:0!important;width:100%!important;border:1px solid var(--line)}
.form th,.form td{padding:1.1mm 1mm;min-width:0!important;position:static!important}
.form td{white-space:normal}
.applications col.wide{width:42mm}
.form tr,.finding,.verdict,.part h3,.legend{break-inside:avoid}
.part h3,.group,h2{break-after:avoid}
thead{display:table-header-group}
.part>p:not(.notice){max-width:none;orphans:2;widows:2}
td,th,mark,.number,.ref,.fix,.verdict,.sample,.seal,.repair{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;

/** The assessment page's style sheet: light and dark, phone to desktop, and A4. */
export const pageStyle = `${baseStyle}${tables}${findings}${document}${print}`;
