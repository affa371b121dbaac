import { unreachable } from '../../errors/outcome'
import type { Inline } from '../document/blocks'
import { INK, RELATION_INK, statusInk } from './look'
import type { Relations } from './package'
import type { Bookmark } from './places'
import { type Xml, xml } from '../../markup/xml'

/** Where runs stand: their part's relations, and the places that they can lead to. */
export type Story = { readonly relations: Relations; readonly bookmarks: ReadonlyMap<string, Bookmark>; readonly exhibitsBeside: boolean }

type Look = {
  readonly style: 'Hyperlink' | 'DossierQuietWords' | 'DossierCode' | null
  readonly bold: boolean
  readonly ink: string | null
  readonly foreign: boolean
}
const PLAIN: Look = { style: null, bold: false, ink: null, foreign: false }

/** Whether words are written from right to left: so says the first letter (as `dir="auto"` does). */
export const isRightToLeft = (words: string): boolean => /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(words)

/** White space of records is one space, as on the page. */
const oneLine = (words: string): string => words.replace(/[\t\n\r]+/g, ' ')

function run(words: string, look: Look): Xml | null {
  if (words === '') return null
  const properties = [
    look.style !== null && xml`<w:rStyle w:val="${look.style}"/>`,
    look.bold && xml`<w:b/><w:bCs/>`,
    look.foreign && xml`<w:noProof/>`,
    look.ink !== null && xml`<w:color w:val="${look.ink}"/>`,
    look.foreign && isRightToLeft(words) && xml`<w:rtl/>`,
  ].filter((each) => each !== false)
  return xml`<w:r>${properties.length > 0 && xml`<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${oneLine(words)}</w:t></w:r>`
}

/** Words of a document as a run. */
export const foreignRun = (words: string): Xml | null => run(words, { ...PLAIN, foreign: true })

/** Words as runs; null for those that are empty. */
export const runsOf = (content: readonly Inline[], story: Story, look: Look = PLAIN): readonly (Xml | null)[] =>
  content.map((inline) => runOf(inline, story, look))

function runOf(inline: Inline, story: Story, look: Look): Xml | null {
  if (typeof inline === 'string') return run(inline, look)
  switch (inline.kind) {
    case 'strong':
      return joined(inline.content, story, { ...look, bold: true })
    case 'quiet':
      return joined(inline.content, story, { ...look, style: look.style ?? 'DossierQuietWords' })
    case 'foreign':
      return joined(inline.content, story, { ...look, foreign: true })
    case 'status':
      return joined(inline.content, story, { ...look, bold: true, ink: statusInk(inline.of) })
    case 'code':
      return run(
        inline.text,
        look.style === 'Hyperlink' ? look : { ...look, style: 'DossierCode', ink: look.style === null ? look.ink : INK.quiet },
      )
    case 'sign':
      return run(inline.shape, { ...look, ink: inline.of === null ? INK.quiet : RELATION_INK[inline.of] })
    case 'break':
      return xml`<w:r><w:br/></w:r>`
    case 'link': {
      const words = joined(inline.content, story, { ...look, style: 'Hyperlink' })
      const bookmark = inline.to.kind === 'place' ? story.bookmarks.get(inline.to.id) : undefined
      if (bookmark !== undefined) return xml`<w:hyperlink w:anchor="${bookmark.name}" w:history="1">${words}</w:hyperlink>`
      if (inline.to.kind === 'place' || (inline.to.kind === 'exhibit' && !story.exhibitsBeside)) return joined(inline.content, story, look)
      return xml`<w:hyperlink r:id="${story.relations.add('hyperlink', inline.to.address)}" w:history="1">${words}</w:hyperlink>`
    }
    default:
      return unreachable(inline)
  }
}

const joined = (content: readonly Inline[], story: Story, look: Look): Xml => xml`${runsOf(content, story, look)}`
