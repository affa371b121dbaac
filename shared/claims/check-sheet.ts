import { html, type Html, raw } from '../markup/html'
import { CHECK_VERDICTS, CHECK_WORDS } from './check'
import { type CheckStanding, isChecked, standingWords } from './check-standing'

/** One line of a check sheet: a claim's own text, or a passage that is linked to it. */
export type SheetRow = {
  readonly claim: string
  /** How the passage bears on the claim: "▲ supports"; empty for the claim's own text. */
  readonly relation: string
  readonly words: string
  readonly document: string
  readonly page: string
  readonly note: string
  readonly standing: CheckStanding
}

/** What the sheet of a second reader says, without its layout. */
export type Sheet = {
  readonly title: string
  readonly asOf: string | null
  readonly progress: string
  readonly sections: readonly { readonly label: string; readonly rows: readonly SheetRow[] }[]
}

const STYLES = `@page{size:A4 landscape;margin:12mm}*{box-sizing:border-box}body{margin:24px auto;max-width:1200px;padding:0 20px;font:13px/1.4 "IBM Plex Sans","Segoe UI",system-ui,sans-serif;color:#1d2126;background:#fff}
h1{font:600 22px/1.3 "IBM Plex Serif",Georgia,serif;margin:0 0 4px}h2{font-size:14px;margin:22px 0 6px;break-after:avoid}p{margin:0 0 8px;color:#4c525a}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #a9a498;padding:5px 7px;text-align:left;vertical-align:top;overflow-wrap:anywhere}thead th{background:#f4f3ef;font-size:11.5px}thead{display:table-header-group}tr{break-inside:avoid}
.words{font-family:"IBM Plex Serif",Georgia,serif;width:36%}.own .words{font-weight:600}.boxes{white-space:nowrap}.boxes span{display:block}.note{width:15%}.who,.when{width:8%}.quiet{color:#4c525a;font-size:11.5px}
@media print{body{margin:0;max-width:none;padding:0;font-size:10.5px}}`

/** A sheet on which a second reader ticks, passage by passage, what they found. One HTML page that needs nothing else; printed on A4, landscape. */
export function renderCheckSheet({ title, asOf, progress, sections }: Sheet): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
<title>${title}: check sheet</title>
<style>${raw(STYLES)}</style>
</head>
<body>
<h1>Check sheet: ${title}</h1>
<p>${asOf !== null && `As of ${asOf}. `}${progress}. Read the claim, then each passage on its page, and tick one box a line: <b>right</b> (it says this, and bears on the claim so), <b>wrong</b> (it does not say this), <b>out of context</b> (its surroundings say otherwise), <b>unfair</b> (it is used for more than it says).</p>
${sections
  .filter(({ rows }) => rows.length > 0)
  .map(
    ({ label, rows }) => html`<h2>${label}</h2>
<table><thead><tr><th scope="col">Claim</th><th scope="col" class="words">Claim or quotation</th><th scope="col">Document</th><th scope="col">Page</th><th scope="col">Found</th><th scope="col" class="note">Note</th><th scope="col" class="who">Who</th><th scope="col" class="when">When</th></tr></thead><tbody>
${rows.map(sheetRow)}</tbody></table>
`,
  )}
</body>
</html>
`
  return page.html
}

function sheetRow({ claim, relation, words, document, page, note, standing }: SheetRow): Html {
  const checked = isChecked(standing)
  const [last] = checked ? standing.checks : []
  return html`<tr${relation === '' && raw(' class="own"')}><th scope="row">${claim}</th><td class="words">${relation !== '' && html`<span class="quiet">${relation}</span><br>`}${words}${note !== '' && html`<br><span class="quiet">Note: ${note}</span>`}</td><td>${document}</td><td>${page}</td><td class="boxes">${CHECK_VERDICTS.map((verdict) => html`<span>${last?.verdict === verdict ? '☒' : '☐'} ${CHECK_WORDS[verdict]}</span>`)}</td><td class="note">${last?.note ?? ''}${standing.state === 'changed' && html`<span class="quiet">${standingWords(standing)}</span>`}</td><td class="who">${last?.by ?? ''}</td><td class="when">${last?.at.slice(0, 10) ?? ''}</td></tr>
`
}
