import type { DocumentId } from '@shared/documents/document'
import { ArrowLeftRight, Columns2, X } from 'lucide-react'
import { keysOf } from '../app/shortcuts'
import { IconButton } from '../ui/button'
import { Menu } from '../ui/menu'
import type { Frame } from './frame'

/** One document or two, side by side. */
export function ColumnsMenu({ documentId, frame }: { readonly documentId: DocumentId; readonly frame: Frame }) {
  const { split, others, put, swap } = frame
  return (
    <Menu
      align="end"
      trigger={<IconButton label="Side by side" icon={Columns2} />}
      items={[
        {
          label: split ? 'This document in the second column' : 'A second place of this document',
          ...(split ? {} : { shortcut: keysOf('split') }),
          onSelect: () => put(documentId),
        },
        ...others.map(({ id, name }) => ({ label: `Beside it: ${name}`, onSelect: () => put(id) })),
        ...(split
          ? ([
              'separator',
              { label: 'Change the two columns', icon: ArrowLeftRight, onSelect: swap },
              { label: 'Close the second column', icon: X, shortcut: keysOf('split'), onSelect: () => put(null) },
            ] as const)
          : []),
      ]}
    />
  )
}
