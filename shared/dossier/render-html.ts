import type { Block, DossierDocument, Inline, PartBlock, QuotationBlock, TableBlock } from './document/blocks'
import type { PictureNode } from './dossier-tree'
import { html, type Html, raw } from '../markup/html'
import { DOSSIER_STYLES } from './html-styles'
import { pageHeadStyles } from './page-head'
import { PRINT_STYLES } from './print-styles'

export type HtmlOptions = {
  /** PNG bytes of a picture as a data URI, by its path; null where there is none. */
  readonly picture: (path: string) => string | null
  /** Whether the exhibits lie beside the page in `exhibits/`, so that citations can link to them. */
  readonly exhibitsBeside: boolean
}

/**
 * A dossier's document as one HTML page that needs nothing else: styles inside, pictures as data URIs, no script. Every word of a
 * document, note or record is escaped. Page numbers open the exhibit at `#page=N` (PDF open parameters, ISO 32000-2 Annex O).
 */
export function renderHtml(document: DossierDocument, options: HtmlOptions): string {
  const write = writer(options)
  const page = html`<!doctype html>
<html lang="${document.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
<meta name="generator" content="Vouch ${document.vouch}">
<title>${document.title}: ${document.kind.toLowerCase()}</title>
<style>${raw(DOSSIER_STYLES)}${raw(PRINT_STYLES)}${raw(pageHeadStyles(document.title))}</style>
</head>
<body>
<a class="skip" href="#dossier">Skip the contents</a>
<div class="page">
<nav aria-labelledby="contents"><h2 id="contents">${document.contents}</h2><ol>${document.parts.map((part) => html`<li><a href="#${part.id}">${write.words(part.heading ?? [])}</a></li>`)}</ol></nav>
<main id="dossier">
<header><p class="kind">${document.kind}</p><h1>${document.title}</h1></header>
${document.front.map((block) => write.block(block, 2))}${document.parts.map((part) => write.block(part, 2))}<footer>${write.inline(document.closing)}</footer>
</main>
</div>
</body>
</html>
`
  return page.html
}

type Writer = {
  readonly inline: (content: readonly Inline[]) => Html
  /** The words of a heading without its links, for a link around them. */ readonly words: (content: readonly Inline[]) => Html
  readonly block: (block: Block, level: number) => Html
}

/** Heading levels that HTML has. */
const DEEPEST = 6
const headingOf = (level: number, attributes: Html, content: Html): Html => {
  const tag = raw(`h${Math.min(level, DEEPEST)}`)
  return html`<${tag}${attributes}>${content}</${tag}>
`
}

function writer({ picture, exhibitsBeside }: HtmlOptions): Writer {
  const inline = (content: readonly Inline[], linked = true): Html => html`${content.map((each) => run(each, linked))}`
  const run = (each: Inline, linked: boolean): Html => {
    if (typeof each === 'string') return html`${each}`
    switch (each.kind) {
      case 'strong':
        return html`<b>${inline(each.content, linked)}</b>`
      case 'quiet':
        return html`<span class="quiet">${inline(each.content, linked)}</span>`
      case 'foreign':
        return html`<bdi>${inline(each.content, linked)}</bdi>`
      case 'code':
        return html`<code>${each.text}</code>`
      case 'status':
        return html`<span class="status ${each.of}">${inline(each.content, linked)}</span>`
      case 'sign':
        return html`<span class="sign${each.of && ` ${each.of}`}" aria-hidden="true">${each.shape}</span>`
      case 'break':
        return html`<br>`
      case 'link': {
        if (!linked || (each.to.kind === 'exhibit' && !exhibitsBeside)) return inline(each.content, linked)
        return html`<a href="${each.to.kind === 'place' ? `#${each.to.id}` : each.to.address}">${inline(each.content, false)}</a>`
      }
    }
  }

  const block = (each: Block, level: number): Html => {
    switch (each.kind) {
      case 'part':
        return stretch(each, level)
      case 'heading':
        return headingOf(level, html`${each.relation && html` class="${each.relation}"`}`, inline(each.content))
      case 'paragraph':
        return html`<p${each.tone !== 'plain' && html` class="${TONE_CLASSES[each.tone]}"`}>${inline(each.content)}</p>
`
      case 'quotation':
        return quotation(each)
      case 'facts':
        return html`<dl class="facts">${each.facts.map(({ term, content }) => html`<dt>${inline(term)}</dt><dd>${inline(content)}</dd>`)}</dl>
`
      case 'list': {
        const items = each.items.map(
          ({ id, content }) => html`<li${id !== null && html` id="${id}"`}>${inline(content)}</li>
`,
        )
        return each.ordered
          ? html`<ol class="plain">${items}</ol>
`
          : html`<ul class="plain">${items}</ul>
`
      }
      case 'table':
        return table(each)
      case 'picture':
        return pictured(each.picture, each.caption)
      case 'chart':
        // The drawing is this program's own; the words in it were escaped when it was made.
        return html`<figure class="chart">${raw(each.svg)}<figcaption>${inline(each.caption)}</figcaption></figure>
`
    }
  }

  const stretch = (part: PartBlock, level: number): Html => {
    const { id, role } = part
    const blocks = part.blocks.map((each) => block(each, part.heading === null ? level : level + 1))
    const named = part.heading && headingOf(level, html` id="${id}-h"`, inline(part.heading))
    if (role === 'part')
      return html`<section id="${id}" aria-labelledby="${id}-h">${named}${part.overline && html`<p class="over">${inline(part.overline)}</p>`}${blocks}</section>
`
    if (role === 'claim')
      return html`<article class="claim${part.bare && ' undeveloped-claim'}" id="${id}" aria-labelledby="${id}-h">
${
  part.overline &&
  html`<p class="over">${inline(part.overline)}</p>
`
}${named}${blocks}</article>
`
    return html`${named}<div class="evidence${part.relation && ` ${part.relation}`}" id="${id}">
${
  part.overline &&
  html`<p class="over">${inline(part.overline)}</p>
`
}${blocks}</div>
`
  }

  const quotation = ({
    words,
    instead,
    citation,
  }: QuotationBlock): Html => html`${words === '' ? html`<p class="quiet">${inline(instead)}</p>` : html`<blockquote dir="auto">${words}</blockquote>`}
<p class="cite">${inline(citation)}</p>
`

  const table = ({ caption, columns, groups, rowHeads }: TableBlock): Html => {
    const classOf = (at: number): Html =>
      html`${columns[at]?.align === 'end' ? raw(' class="num"') : columns[at]?.narrow === true && raw(' class="nowrap"')}`
    const cell = (content: readonly Inline[], at: number): Html =>
      at === 0 && rowHeads ? html`<th scope="row"${classOf(at)}>${inline(content)}</th>` : html`<td${classOf(at)}>${inline(content)}</td>`
    return html`<div class="scroll"><table>${caption && html`<caption>${inline(caption)}</caption>`}<thead><tr>${columns.map(({ head, align }) => html`<th scope="col"${align === 'end' && raw(' class="num"')}>${inline(head)}</th>`)}</tr></thead>
${groups.map(
  ({ heading, rows }) => html`<tbody>${
    heading &&
    html`<tr><th scope="rowgroup" colspan="${columns.length}">${inline(heading)}</th></tr>
`
  }${rows.map(
    ({ id, cells }) => html`<tr${id !== null && html` id="${id}"`}>${cells.map(cell)}</tr>
`,
  )}</tbody>
`,
)}</table></div>
`
  }

  const pictured = (node: PictureNode, caption: readonly Inline[] | null): Html => {
    const data = picture(node.path)
    return data === null
      ? html``
      : html`<figure><span class="shot" style="width:${Math.round(node.width * SHOWN)}px"><img src="${data}" alt="${node.alt}" width="${node.width}" height="${node.height}">${node.marks.map((mark) => html`<i style="left:${share(mark.left)};top:${share(mark.top)};width:${share(mark.width)};height:${share(mark.height)}"></i>`)}</span>${caption && html`<figcaption>${inline(caption)}</figcaption>`}</figure>
`
  }
  return { inline: (content) => inline(content), words: (content) => inline(content, false), block }
}

const TONE_CLASSES = { quiet: 'quiet', warning: 'warn', note: 'note', question: 'question', answer: 'answer' } as const

/** CSS pixels for each pixel of a picture, which has two a point: the print stands a little larger than on paper. */
const SHOWN = 0.58
const share = (value: number): string => `${(value * 100).toFixed(2)}%`
