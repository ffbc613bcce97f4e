/** Colours, type and the parts that all pages share. Every pair of text and ground has a contrast of 4.5 or more. */
export const baseStyle = `
:root{color-scheme:light dark;
--ground:#f6f5f1;--paper:#fff;--head:#f3f4f2;--ink:#1d2329;--muted:#586069;--line:#d3d6d6;--hatch:#b9bec0;
--accent:#1f4f7a;--focus:#1663b0;--error:#a1262b;--error-soft:#fceceb;--warning:#7d4b00;--warning-soft:#fdf1d8;--info:#2a5a86;--info-soft:#e8f0f8;
--good:#1c6342;--good-soft:#e7f4ec;--on-strong:#fff;--tip:#23292f;--tip-ink:#f4f6f8;--seal:#a8322a;
--sans:system-ui,-apple-system,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif;
--serif:"Songti SC","Noto Serif CJK SC","Source Han Serif SC",STSong,SimSun,serif}
@media screen and (prefers-color-scheme:dark){:root{
--ground:#14171a;--paper:#1c2024;--head:#23282d;--ink:#e7e9eb;--muted:#a5adb5;--line:#3a4147;--hatch:#4d565e;
--accent:#93bde6;--focus:#7db4ef;--error:#ff9f98;--error-soft:#3d2222;--warning:#efc06a;--warning-soft:#382c14;--info:#9cc5ee;--info-soft:#1b2c3d;
--good:#86d3a9;--good-soft:#183024;--on-strong:#14171a;--tip:#eceff1;--tip-ink:#16191c;--seal:#b9443b}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth;scroll-padding:1rem}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0 auto;max-width:84rem;padding:1.5rem clamp(1rem,3vw,2.25rem) 3rem;background:var(--ground);color:var(--ink);font:400 1rem/1.65 var(--sans);line-break:strict}
h1,h2,h3,h4{text-wrap:balance}
a{color:var(--accent);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
td:focus-visible,.scroll:focus-visible{outline-offset:-3px}
[tabindex="-1"]:focus:not(:target){outline:0}
.skip{position:absolute;left:-999rem;background:var(--paper);color:var(--accent);padding:.5rem 1rem;z-index:30}
.skip:focus{left:1rem;top:1rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
code{font:.95em ui-monospace,"SF Mono",Menlo,Consolas,monospace}
.page-header{margin-bottom:1.75rem}
.brand{display:flex;gap:.6rem;align-items:center;margin:0 0 1.25rem;font-size:.8125rem;color:var(--muted)}
.brand b{color:var(--ink)}
.seal{font-family:var(--serif);font-weight:700;font-size:.75rem;line-height:1.05;text-align:center;color:#fff;background:var(--seal);border-radius:4px;padding:.28rem .36rem}
h1{font-family:var(--serif);font-size:clamp(1.5rem,1.1rem + 1.7vw,2.125rem);line-height:1.3;margin:0 0 1rem;overflow-wrap:anywhere}
h1 small{display:block;font-size:.58em;font-weight:400;color:var(--muted);margin-top:.3rem}
.verdict{border-radius:8px;padding:.9rem 1.1rem;border:1px solid;border-left-width:6px;background:var(--paper)}
.verdict p{margin:0}.verdict-name{font-size:1.0625rem;margin-bottom:.2rem!important}
.verdict.consistent{border-color:var(--good);background:var(--good-soft)}.verdict.consistent .verdict-name{color:var(--good)}
.verdict.inconsistent{border-color:var(--error);background:var(--error-soft)}.verdict.inconsistent .verdict-name{color:var(--error)}
.verdict.incomplete{border-color:var(--warning);background:var(--warning-soft)}.verdict.incomplete .verdict-name{color:var(--warning)}
.icon{display:inline-block;min-width:1.2em;margin-right:.3em;text-align:center;font-weight:700}
.counts{display:flex;flex-wrap:wrap;gap:.2rem 1.25rem;list-style:none;margin:.5rem 0 0;padding:0;font-size:.875rem}
.counts b{font-variant-numeric:tabular-nums}
.facts{display:flex;flex-wrap:wrap;gap:.25rem 1.75rem;margin:.9rem 0 0;font-size:.8125rem}
.facts div{display:flex;gap:.5rem;min-width:0}.facts dt{color:var(--muted);flex:none}.facts dd{margin:0;overflow-wrap:anywhere}
.notice{font-size:.8125rem;color:var(--muted);margin:.6rem 0;padding:.5rem .8rem;border:1px dashed var(--line);border-radius:6px;background:var(--paper)}
.notice.error{color:var(--error);border-color:var(--error)}.notice.warning{color:var(--warning);border-color:var(--warning)}
.page-footer{margin-top:2.5rem;padding-top:1rem;border-top:1px solid var(--line);font-size:.75rem;color:var(--muted);max-width:60em}
`;
