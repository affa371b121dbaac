/**
 * What differs on paper: ink on white, sizes in points, no list of contents (a PDF has its outline), heads and quotations that are not torn from
 * what they belong to. No letter is changed in case, so that the words of a PDF are those of the page.
 */
export const PRINT_STYLES = `
@page{margin:21mm 19mm 22mm;@top-left{font:8pt "IBM Plex Sans","Liberation Sans",Arial,sans-serif;color:#555;vertical-align:bottom;padding-bottom:5mm}@bottom-right{font:8pt "IBM Plex Sans","Liberation Sans",Arial,sans-serif;color:#555;vertical-align:top;padding-top:5mm}}
@media print{
:root,:root[data-theme]{color-scheme:light;--paper:#fff;--sheet:#fff;--line:#c9c5b9;--strong:#8b877c;--ink:#000;--ink-2:#333;--ink-3:#555;--accent:#123c52;--soft:#fff;
--supports:#1f6f43;--contradicts:#a8322a;--qualifies:#8a5a00;--undercuts:#6a3d9a;--context:#4c5a66;--defines:#1f5a78;--warn:#8a5a00;--warn-soft:#fff}
html{font:9.5pt/1.5 var(--sans)}
.page{display:block;max-width:none;padding:0}nav,.skip{display:none}
header p.kind{font-size:8pt;text-transform:none;letter-spacing:.04em}
h1{font-size:22pt;margin:2pt 0 14pt}
h2{font-size:15pt;margin:26pt 0 9pt;padding-top:10pt}
h3{font-size:9.5pt;letter-spacing:.01em;text-transform:none;margin:18pt 0 5pt}
h4{font-size:9pt;margin:12pt 0 3pt}
p{margin:0 0 7pt;orphans:3;widows:3}li,dd{orphans:2;widows:2}
p,.question,blockquote,.claim>h3,ul.plain li,ol.plain li,.warn{max-width:150mm}
.question{font-size:13pt;line-height:1.45}
p.answer{font-size:11pt;line-height:1.5;padding:2pt 0 2pt 12pt}
dl.facts{font-size:9pt;gap:2pt 14pt;margin:10pt 0}
.quiet,.cite,.over,.claim>.over,figcaption,caption,footer{font-size:8.25pt;line-height:1.45}
code{font-size:.92em}.quiet code{font-size:.94em}
.claim{border:0;border-top:1px solid var(--line);border-radius:0;padding:10pt 0 0;margin:0 0 12pt}
.claim>.over code{font-size:9pt}
.claim>h3{font-size:12.5pt;line-height:1.4;margin:3pt 0 7pt}
.status{padding:0 6pt;font-size:8pt}
.evidence{padding:1pt 0 1pt 11pt;margin:6pt 0 10pt;border-left-width:2pt}
blockquote{font-size:10.5pt;line-height:1.5;margin:0 0 3pt}
.cite{margin-bottom:5pt}p.note{font-size:9pt;margin:0 0 7pt}.answer+ul.plain{margin-top:10pt}
.warn{font-size:9pt;padding:4pt 0 4pt 10pt}
table{font-size:8.25pt;line-height:1.4}
th{padding:3pt 8pt 3pt 0}tbody th,td{padding:3.5pt 8pt 3.5pt 0}
td a,th a,.over a,li>a{display:inline;min-width:0;min-height:0;line-height:inherit}
.scroll{overflow:visible}.scroll+.scroll{margin-top:12pt}
figure{margin:4pt 0 8pt}
ul.plain li,ol.plain li{margin-bottom:4pt}
footer{margin-top:30pt}
h1,h2,h3,h4{break-inside:avoid}h1,h2,h3,h4,.over,caption,thead,thead tr{break-after:avoid}thead+tbody>tr:first-child{break-before:avoid}blockquote:has(+.cite),.cite:has(+figure){break-after:avoid}
blockquote,.cite,figure,tr,.warn{break-inside:avoid}
a{color:var(--accent);text-decoration:none}
.shot i,figure.chart{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`
