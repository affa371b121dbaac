import type { StampRule } from '@shared/stamps/stamp-rule'
import { stampOf } from '@shared/stamps/stamp-of'
import type { Page } from '@shared/documents/page'
import { pageNumberOf } from '@shared/units/pages'
import { GoToDialog } from '../ui/go-to-dialog'
import { findPage } from './find-page'

type GoToPageDialogProps = {
  readonly pages: readonly Page[]
  readonly stamps: readonly StampRule[]
  readonly current: number
  readonly onGo: (page: number) => void
  readonly onClose: () => void
}

/** Goes to a page by its place in the file, its label or its stamp. */
export function GoToPageDialog({ pages, stamps, current, onGo, onClose }: GoToPageDialogProps) {
  const label = pages.find((page) => page.label !== null && page.label !== String(pageNumberOf(page.index)))?.label ?? null
  const stamp = stampOf(stamps, current) ?? pages.map((page) => stampOf(stamps, page.index)).find((one) => one !== null) ?? null
  const kinds = ['file page', ...(label === null ? [] : ['label']), ...(stamp === null ? [] : ['stamp'])]
  const named = kinds.length === 1 ? 'page' : `${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1) ?? ''}`
  return (
    <GoToDialog
      title="Go to page"
      label={`${named.charAt(0).toUpperCase()}${named.slice(1)}`}
      current={String(current + 1)}
      hint={hintOf(pages.length, label, stamp)}
      onGo={(typed) => {
        const found = findPage(pages, stamps, typed, current)
        if (found === null) return `There is no ${named} “${typed}”. The file has ${pages.length.toLocaleString('en')} pages.`
        onGo(found)
        return null
      }}
      onClose={onClose}
    />
  )
}

/** What can be typed, with examples of this document. */
function hintOf(count: number, label: string | null, stamp: string | null): string {
  const parts = [`1 to ${count} ${label !== null || stamp !== null ? 'counts pages in the file.' : ''}`]
  if (label !== null) parts.push(`A label is what the document itself calls a page, such as ${label}; where both fit, the label wins.`)
  if (stamp !== null) parts.push(`A stamp is what was printed on it later, such as ${stamp}.`)
  if (label !== null || stamp !== null) parts.push('#3 is always the file page.')
  return parts.join(' ').trim()
}
