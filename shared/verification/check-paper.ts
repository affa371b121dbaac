import type { Payload } from '../bundle/payload'
import { pageHead } from '../dossier/page-head'
import { printedWords, squeezed, tableHeads } from '../dossier/printed-words'
import type { Check, OpenedExhibit, OpenExhibit } from './bundle-files'

/** Signs shown around a place where the two differ. */
const AROUND = 40

/**
 * The PDF of the dossier. Its bytes depend on the browser that printed it, so they can't be composed again: its words are read page by page and
 * compared with those of `dossier.html` as the records give it, in order, apart from white space, the running heads, and the heads of tables that are repeated on a new page.
 */
export async function checkPaper(payload: Payload, openExhibit: OpenExhibit): Promise<Check> {
  const opened = await openExhibit('data/dossier.pdf')
  if (!opened.ok) return { name: 'paper', ok: false, what: `data/dossier.pdf cannot be read: ${opened.problem.what}` }
  const { pageCount, close } = opened.value
  try {
    const difference = await differenceOnPaper(payload.texts.get('dossier.html') ?? '', payload.tree.title, opened.value)
    return {
      name: 'paper',
      ok: difference === null,
      what: difference ?? `The words on the ${pageCount} pages of dossier.pdf are those of the dossier, in order.`,
    }
  } finally {
    await close()
  }
}

/**
 * Where the words of a printed dossier first differ from those of the page that was printed, as a sentence; null where they are the same.
 * @param title the running head of the paper
 * @param onPage told how many pages were read
 */
export async function differenceOnPaper(
  html: string,
  title: string,
  { pageCount, readPage }: Pick<OpenedExhibit, 'pageCount' | 'readPage'>,
  onPage: (done: number) => void = () => undefined,
): Promise<string | null> {
  const wanted = printedWords(html)
  const heads = ['', ...tableHeads(html)]
  let at = 0
  for (let index = 0; index < pageCount; index += 1) {
    const text = withoutHead(squeezed((await readPage(index)).text), title, index + 1, pageCount)
    const head =
      text === null ? undefined : heads.find((words) => text.startsWith(words) && wanted.startsWith(text.slice(words.length), at))
    if (text === null || head === undefined) return differs(text ?? '', wanted.slice(at), index + 1)
    at += text.length - head.length
    onPage(index + 1)
  }
  return at < wanted.length ? `dossier.pdf ends before the dossier does: “${wanted.slice(at, at + AROUND)}…” is missing.` : null
}

/** The words of a page without its running head and foot, which browsers write before the page or around it; null where it does not have them. */
function withoutHead(text: string, title: string, page: number, pages: number): string | null {
  const { top, bottom } = pageHead(title, page, pages)
  const [head, foot] = [squeezed(top), squeezed(bottom)]
  if (!text.startsWith(head)) return null
  const rest = text.slice(head.length)
  if (rest.startsWith(foot)) return rest.slice(foot.length)
  return rest.endsWith(foot) ? rest.slice(0, -foot.length) : null
}

function differs(found: string, wanted: string, page: number): string {
  let same = 0
  while (same < found.length && found[same] === wanted[same]) same += 1
  const from = Math.max(0, same - AROUND / 2)
  return `Page ${page} of dossier.pdf does not say what the records give: “${shown(found.slice(from, same + AROUND))}” in place of “${wanted.slice(from, same + AROUND)}”.`
}

/** A sign that no font had is read as one that nobody can see. */
const shown = (words: string): string => words.replace(/\p{Cc}/gu, '\u25a1')
