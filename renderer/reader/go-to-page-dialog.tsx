import type { Page } from '@shared/documents/page'
import { pageNumberOf } from '@shared/units/pages'
import { useState } from 'react'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import { findPage } from './find-page'

type GoToPageDialogProps = { readonly pages: readonly Page[]; readonly current: number; readonly onGo: (page: number) => void; readonly onClose: () => void }

/** Goes to a page by its place in the file or by its label. */
export function GoToPageDialog({ pages, current, onGo, onClose }: GoToPageDialogProps) {
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | null>(null)
  const labelled = pages.some((page) => page.label !== null && page.label !== String(pageNumberOf(page.index)))
  const go = (): void => {
    const found = findPage(pages, typed)
    if (found === null) return setError(`No page is number or label “${typed.trim()}”. The file has ${pages.length} pages.`)
    onGo(found)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Go to page"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" shortcut="Enter" onClick={go}>
            Go
          </Button>
        </>
      }
    >
      <TextField
        label={labelled ? 'File page or label' : 'Page'}
        value={typed}
        placeholder={String(current + 1)}
        error={error}
        hint={labelled ? `1 to ${pages.length} counts pages in the file; a label is what the document itself calls a page. Where both fit, the label wins; #3 is always the file page.` : `1 to ${pages.length}`}
        onChange={(next) => {
          setTyped(next)
          setError(null)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go()
        }}
      />
    </Dialog>
  )
}
