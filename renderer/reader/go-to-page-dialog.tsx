import type { StampRule } from '@shared/stamps/stamp-rule'
import type { Page } from '@shared/documents/page'
import { pageNumberOf } from '@shared/units/pages'
import { useState } from 'react'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import { findPage } from './find-page'

type GoToPageDialogProps = { readonly pages: readonly Page[]; readonly stamps: readonly StampRule[]; readonly current: number; readonly onGo: (page: number) => void; readonly onClose: () => void }

/** Goes to a page by its place in the file, its label or its stamp. */
export function GoToPageDialog({ pages, stamps, current, onGo, onClose }: GoToPageDialogProps) {
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | null>(null)
  const labelled = pages.some((page) => page.label !== null && page.label !== String(pageNumberOf(page.index)))
  const kinds = ['file page', ...(labelled ? ['label'] : []), ...(stamps.length > 0 ? ['stamp'] : [])]
  const named = kinds.length === 1 ? 'page' : `${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1) ?? ''}`
  const go = (): void => {
    const found = findPage(pages, stamps, typed, current)
    if (found === null) return setError(`There is no ${named} “${typed.trim()}”. The file has ${pages.length} pages.`)
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
        label={`${named.charAt(0).toUpperCase()}${named.slice(1)}`}
        value={typed}
        placeholder={String(current + 1)}
        error={error}
        hint={hintOf(pages.length, labelled, stamps.length > 0)}
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

function hintOf(count: number, labelled: boolean, stamped: boolean): string {
  const parts = [`1 to ${count} ${labelled || stamped ? 'counts pages in the file.' : ''}`]
  if (labelled) parts.push('A label is what the document itself calls a page; where both fit, the label wins.')
  if (stamped) parts.push('A stamp is what was printed on it later: JA 042.')
  if (labelled || stamped) parts.push('#3 is always the file page.')
  return parts.join(' ').trim()
}
