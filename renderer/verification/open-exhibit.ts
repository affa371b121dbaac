import { ok, problem, trouble } from '@shared/errors/outcome'
import { pageIndex } from '@shared/units/pages'
import type { OpenExhibit } from '@shared/verification/bundle-files'
import { openTableExhibit, tableMediaOf } from '@shared/verification/table-exhibit'
import { openPdf } from '../pdf/open-pdf'

/** Opens exhibits with the workbench's own reader, wherever their bytes come from; `verify.html` has a reader of its own. */
export const openExhibitFrom =
  (blobOf: (path: string) => Promise<Blob | undefined>): OpenExhibit =>
  async (path) => {
    const blob = await blobOf(path)
    if (blob === undefined) return trouble(problem('no-exhibit', `${path} is not in the bundle.`, 'Ask for the whole bundle again.'))
    const media = tableMediaOf(path)
    if (media !== null) return openTableExhibit(new Uint8Array(await blob.arrayBuffer()), media, path)
    const opened = await openPdf(blob, { name: path, textOnly: true })
    if (!opened.ok) return opened
    const { pageCount, extract, close } = opened.value
    return ok({ pageCount, readPage: async (index) => (await extract(pageIndex(index))).text, close })
  }
