import type { DocumentId } from '@shared/documents/document'
import { useEffect, useState } from 'react'
import { useWorkbench } from '../workbench/workbench'

/** The address of a page's small picture for an `<img>`; null until there is one. The wish is taken back and the address given up when the component goes. */
export function useThumbnail(documentId: DocumentId, index: number): string | null {
  const { pictures } = useWorkbench()
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const wish = new AbortController()
    let made: string | null = null
    void pictures.thumbnail(documentId, index, { signal: wish.signal }).then((blob) => {
      if (blob === null || wish.signal.aborted) return
      made = URL.createObjectURL(blob)
      setAddress(made)
    })
    return () => {
      wish.abort()
      setAddress(null)
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [pictures, documentId, index])
  return address
}
