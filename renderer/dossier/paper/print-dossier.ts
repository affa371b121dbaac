import type { Desktop } from '@shared/desktop/desktop'
import type { DossierTree } from '@shared/dossier/dossier-tree'
import { type Outcome, problem, trouble } from '@shared/errors/outcome'
import { differenceOnPaper } from '@shared/verification/check-paper'
import type { OpenedExhibit } from '@shared/verification/bundle-files'
import { mendApart } from './mend-apart'
import { ownFontFaces, withFonts } from './own-fonts'

export type PrintOptions = {
  readonly signal?: AbortSignal | undefined
  /** Told what is being done, in words, and how much of it. */
  readonly onProgress?: ((words: string, done: number, of: number | null) => void) | undefined
  readonly faces?: () => Promise<string>
  readonly mend?: typeof mendApart
  readonly open?: (pdf: Uint8Array) => Promise<Outcome<OpenedExhibit>>
}

async function openAsVerified(pdf: Uint8Array): Promise<Outcome<OpenedExhibit>> {
  const { openExhibitFrom } = await import('../../verification/open-exhibit')
  return openExhibitFrom(async () => new Blob([Uint8Array.from(pdf)]))('dossier.pdf')
}

/**
 * The dossier as a PDF: its very HTML page, printed by the shell and mended, and read again as whoever verifies it will. Where nothing can
 * print, or paper lacks words (signs for which the computer has no font), the trouble says what helps. Problems: those of printing and
 * mending, `paper-incomplete`.
 */
export async function printDossier(
  desktop: Desktop,
  html: string,
  tree: Pick<DossierTree, 'title' | 'vouch' | 'custody'>,
  { signal, onProgress, faces = ownFontFaces, mend = mendApart, open = openAsVerified }: PrintOptions = {},
): Promise<Outcome<Uint8Array>> {
  const token = crypto.randomUUID()
  const stop = (): void => void desktop.paper.cancel(token)
  signal?.addEventListener('abort', stop, { once: true })
  try {
    onProgress?.('Printing the PDF', 0, null)
    const printed = await desktop.paper.print(token, new TextEncoder().encode(withFonts(html, await faces())))
    if (!printed.ok) return printed
    const { title, vouch, custody } = tree
    const mended = await mend(
      { printed: printed.value, mending: { title, vouch, at: custody.at, head: custody.head } },
      { signal, onPage: (done, of) => onProgress?.('Finishing the PDF', done, of) },
    )
    if (!mended.ok) return mended
    const opened = await open(mended.value)
    if (!opened.ok) return opened
    const { pageCount, close } = opened.value
    const difference = await differenceOnPaper(html, title, opened.value, (done) =>
      onProgress?.('Reading the PDF again', done, pageCount),
    ).finally(close)
    return difference === null
      ? mended
      : trouble(
          problem(
            'paper-incomplete',
            `The PDF is left out, as it would not say all that the dossier says. ${difference}`,
            'If this computer has no font for these signs, install one (the Noto fonts have most scripts) and export again. The other formats hold every word.',
          ),
        )
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}
