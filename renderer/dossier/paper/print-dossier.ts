import type { Desktop } from '@shared/desktop/desktop'
import type { DossierTree } from '@shared/dossier/dossier-tree'
import { messageOf, type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { mendPdf } from './mend-pdf'
import { ownFontFaces, withFonts } from './own-fonts'

/** The dossier as a PDF: its very HTML page, printed by the shell and mended. Where nothing can print, the trouble says what helps. */
export async function printDossier(desktop: Desktop, html: string, tree: Pick<DossierTree, 'title' | 'vouch' | 'custody'>, signal: AbortSignal | undefined, faces: () => Promise<string> = ownFontFaces): Promise<Outcome<Uint8Array>> {
  const token = crypto.randomUUID()
  const stop = (): void => void desktop.paper.cancel(token)
  signal?.addEventListener('abort', stop, { once: true })
  try {
    const printed = await desktop.paper.print(token, new TextEncoder().encode(withFonts(html, await faces())))
    return printed.ok ? await mended(printed.value, tree) : printed
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

async function mended(printed: Uint8Array, { title, vouch, custody }: Pick<DossierTree, 'title' | 'vouch' | 'custody'>): Promise<Outcome<Uint8Array>> {
  try {
    return ok(await mendPdf(printed, { title, vouch, at: custody.at, head: custody.head }))
  } catch (thrown) {
    return trouble(problem('printing-failed', `The printed PDF could not be finished: ${messageOf(thrown)}.`, 'The other formats are not affected; dossier.html can be printed to a PDF from any browser.'))
  }
}
