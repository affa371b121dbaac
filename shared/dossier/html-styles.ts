/** The style sheet inside `dossier.html`: light and dark; `print-styles.ts` has what differs on paper. Only fonts that the reader's machine has. */
export const DOSSIER_STYLES = `
:root{color-scheme:light dark;--paper:light-dark(#fbfaf7,#16181b);--sheet:light-dark(#fff,#1c1f23);--line:light-dark(#dedbd2,#30353b);--strong:light-dark(#a9a498,#6b737c);--ink:light-dark(#1d2126,#e9e7e1);--ink-2:light-dark(#4c525a,#b4b8bc);--ink-3:light-dark(#666b71,#9aa0a6);--accent:light-dark(#1f5a78,#7fc0de);--soft:light-dark(#e1ecf1,#20323c);--supports:light-dark(#1f6f43,#7ccb9a);--contradicts:light-dark(#a8322a,#f0958b);--qualifies:light-dark(#8a5a00,#e6b65c);--undercuts:light-dark(#6a3d9a,#c3a2e8);--context:light-dark(#4c5a66,#a9b6c0);--defines:light-dark(#1f5a78,#7fc0de);--warn:light-dark(#8a5a00,#e6b65c);--warn-soft:light-dark(#f9ebcb,#3a2d14);
--sans:"IBM Plex Sans","Segoe UI",system-ui,-apple-system,"Liberation Sans",Arial,sans-serif;--serif:"IBM Plex Serif",Charter,Georgia,"Liberation Serif",serif;--mono:"IBM Plex Mono",ui-monospace,Menlo,Consolas,"Liberation Mono",monospace}
:root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:15px/1.55 var(--sans);-webkit-text-size-adjust:100%}
body{margin:0}
a{color:var(--accent);text-underline-offset:2px}
td a,th a,.over a,li>a{display:inline-block;min-width:24px;min-height:24px;line-height:24px}nav li>a{line-height:1.4}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:12px;top:12px;background:var(--sheet);padding:8px 12px;z-index:2}
.page{display:grid;grid-template-columns:230px minmax(0,1fr);gap:48px;max-width:1180px;margin:0 auto;padding:40px 32px 96px}
nav{position:sticky;top:32px;align-self:start;max-height:calc(100vh - 64px);overflow:auto;font-size:13px;line-height:1.4}
nav h2{font:600 11px/1.4 var(--sans);border:0;padding:0;letter-spacing:.08em;text-transform:uppercase;color:var(--ink-3);margin:0 0 10px}
nav ol{list-style:none;margin:0;padding:0}nav li{margin:0 0 7px}nav a{color:var(--ink-2);text-decoration:none}nav a:hover{color:var(--accent);text-decoration:underline}
main{min-width:0}
header p.kind{margin:0;font-size:11px;letter-spacing:.1em;text-transform:uppercase;color:var(--ink-3)}
h1{font:600 31px/1.2 var(--serif);margin:6px 0 16px;text-wrap:balance}
h2{font:600 21px/1.3 var(--serif);margin:52px 0 14px;padding-top:16px;border-top:1px solid var(--line)}
h3{font:600 12px/1.4 var(--sans);letter-spacing:.06em;text-transform:uppercase;color:var(--ink-2);margin:40px 0 8px}
h4{font:600 13px/1.4 var(--sans);margin:20px 0 4px;color:var(--ink-2)}
p{margin:0 0 12px;max-width:70ch}
.question{font:19px/1.5 var(--serif);max-width:60ch}
p.answer{border-left:3px solid var(--accent);padding:4px 0 4px 18px;margin:0;font:17px/1.6 var(--serif)}p.answer+ul.plain{margin-top:22px}
dl.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:4px 18px;margin:18px 0;font-size:13.5px}
dt{color:var(--ink-3)}dd{margin:0;overflow-wrap:anywhere}
code{font-family:var(--mono);font-size:.9em;overflow-wrap:anywhere}
.quiet{color:var(--ink-3);font-size:13px}.quiet code{font-size:.92em}
.scroll{overflow-x:auto}.scroll+.scroll{margin-top:18px}
table{border-collapse:collapse;width:100%;font-size:13.5px;line-height:1.45}
caption{text-align:left;color:var(--ink-3);font-size:13px;padding-bottom:6px}
th{text-align:left;font-weight:600;color:var(--ink-2);border-bottom:1px solid var(--strong);padding:6px 14px 6px 0;vertical-align:bottom}
td{min-width:7.5em}td.num,td.nowrap{min-width:0}
tbody th,td{border-bottom:1px solid var(--line);padding:7px 14px 7px 0;vertical-align:top;overflow-wrap:anywhere}
td.num,th.num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
thead th.num{white-space:normal}.nowrap{white-space:nowrap}
.claim{background:var(--sheet);border:1px solid var(--line);border-radius:6px;padding:20px 24px 22px;margin:0 0 20px}
.over{font-size:12.5px;color:var(--ink-3);margin:0 0 4px}.over code{color:var(--ink)}.claim>.over{font-size:13px;margin:0}.claim>.over code{font-weight:600;font-size:14px}
.claim>h3{font:500 18px/1.45 var(--serif);letter-spacing:0;text-transform:none;color:var(--ink);margin:8px 0 10px;max-width:62ch}
.status{border:1px solid currentColor;border-radius:99px;padding:0 9px;font-size:12px;line-height:1.6;color:var(--ink-2)}
.status.supported{color:var(--supports)}.status.contradicted{color:var(--contradicts)}.status.mixed,.status.depends-on-reading{color:var(--qualifies)}
.status.undeveloped{border-style:dashed;color:var(--ink-3)}
.supports{--c:var(--supports)}.contradicts{--c:var(--contradicts)}.qualifies{--c:var(--qualifies)}.undercuts{--c:var(--undercuts)}.context{--c:var(--context)}.defines{--c:var(--defines)}
.sign{color:var(--c);font-weight:600}
.evidence{border-left:3px solid var(--c,var(--strong));padding:4px 0 4px 18px;margin:10px 0 18px}
blockquote{margin:0 0 4px;font:16px/1.55 var(--serif);max-width:66ch;overflow-wrap:anywhere}
.cite{font-size:13px;color:var(--ink-2);margin:0 0 8px}
blockquote::before{content:"“"}blockquote::after{content:"”"}
.note{font-size:14px;margin:6px 0 12px}.evidence>:last-child,.claim>:last-child{margin-bottom:0}
figure{margin:8px 0 12px}
.shot{position:relative;display:block;max-width:100%;background:#fff;border:1px solid var(--line);border-radius:3px;overflow:hidden}
figure img{display:block;width:100%;height:auto}
.shot i{position:absolute;background:#ffe98a;mix-blend-mode:multiply}
figure.chart svg{display:block;width:100%;height:auto;font:11px var(--sans)}figure.chart text{fill:var(--ink-2)}figure.chart line{stroke:var(--strong)}figure.chart .grid{stroke:var(--line)}figure.chart .sum{fill:var(--accent)}figure.chart .range{fill:none;stroke:var(--accent);stroke-dasharray:3 2}
figcaption{font-size:12px;color:var(--ink-3);margin-top:3px}
.warn{background:var(--warn-soft);border-left:3px solid var(--warn);padding:8px 14px;font-size:14px;margin:12px 0;max-width:75ch}
.undeveloped-claim{border-style:dashed}
ul.plain,ol.plain{padding-left:1.2em;margin:0 0 12px}ol.plain{padding-left:1.9em}ul.plain li,ol.plain li{margin:0 0 8px;max-width:70ch}
footer{margin-top:56px;padding-top:14px;border-top:1px solid var(--line);font-size:12.5px;color:var(--ink-3)}
@media (max-width:820px){.page{display:block;padding:24px 18px 64px}nav{position:static;max-height:none;margin-bottom:32px}}
`
