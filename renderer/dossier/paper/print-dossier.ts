import type { Desktop } from '@shared/desktop/desktop'
import type { DossierTree } from '@shared/dossier/dossier-tree'
import type { Outcome } from '@shared/errors/outcome'
import { mendApart } from './mend-apart'
import { ownFontFaces, withFonts } from './own-fonts'

export type PrintOptions = {
  readonly signal?: AbortSignal | undefined
  /** Told what is being done, in words, and how much of it. */
  readonly onProgress?: ((words: string, done: number, of: number | null) => void) | undefined
  readonly faces?: () => Promise<string>
  readonly mend?: typeof mendApart
}

/** The dossier as a PDF: its very HTML page, printed by the shell and mended. Where nothing can print, the trouble says what helps. */
export async function printDossier(desktop: Desktop, html: string, tree: Pick<DossierTree, 'title' | 'vouch' | 'custody'>, { signal, onProgress, faces = ownFontFaces, mend = mendApart }: PrintOptions = {}): Promise<Outcome<Uint8Array>> {
  const token = crypto.randomUUID()
  const stop = (): void => void desktop.paper.cancel(token)
  signal?.addEventListener('abort', stop, { once: true })
  try {
    onProgress?.('Printing the PDF', 0, null)
    const printed = await desktop.paper.print(token, new TextEncoder().encode(withFonts(html, await faces())))
    if (!printed.ok) return printed
    const { title, vouch, custody } = tree
    return await mend({ printed: printed.value, mending: { title, vouch, at: custody.at, head: custody.head } }, { signal, onPage: (done, of) => onProgress?.('Finishing the PDF', done, of) })
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}
