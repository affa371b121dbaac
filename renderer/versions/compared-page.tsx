import type { DocumentId } from '@shared/documents/document'
import type { Quad } from '@shared/units/geometry'
import { pageIndex, pageNumberOf } from '@shared/units/pages'
import type { ChangeKind } from '@shared/versions/compare-pages'
import { useEffect, useState } from 'react'
import { pathOfQuads, shownSize, type PageShape } from '../reader/page-geometry'
import type { OpenDocuments } from '../pdf/open-documents'
import { useWorkbench } from '../workbench/workbench'
import styles from './compared-page.module.css'

/** Pixels a point of the picture. */
const SCALE = 1.5
/** A wider page is drawn smaller. */
const MOST_POINTS = 1600

async function drawPage(documents: OpenDocuments, documentId: DocumentId, index: number, scale: number): Promise<Blob | null> {
  const opened = await documents.open(documentId)
  if (!opened.ok) return null
  try {
    return await opened.value.picture(pageIndex(index), null, scale)
  } finally {
    documents.release(documentId)
  }
}

type ComparedPageProps = {
  readonly documentId: DocumentId
  readonly index: number
  readonly shape: PageShape
  /** The words that changed, where they stand on this page. */
  readonly changes: readonly { readonly kind: ChangeKind; readonly quads: readonly Quad[]; readonly at: number }[]
  readonly chosen: number | null
  readonly name: string
}

/** A page as it is printed, with what changed on it outlined. */
export function ComparedPage({ documentId, index, shape, changes, chosen, name }: ComparedPageProps) {
  const { documents } = useWorkbench()
  const [picture, setPicture] = useState<{ readonly key: string; readonly url: string } | null>(null)
  const key = `${documentId}:${index}`
  const { width, height } = shownSize(shape, 1)
  const scale = SCALE * Math.min(1, MOST_POINTS / width)
  useEffect(() => {
    let gone = false
    let url: string | null = null
    void drawPage(documents, documentId, index, scale).then((drawn) => {
      if (gone || drawn === null) return
      url = URL.createObjectURL(drawn)
      setPicture({ key, url })
    })
    return () => {
      gone = true
      if (url !== null) URL.revokeObjectURL(url)
    }
  }, [documents, documentId, index, scale, key])
  return (
    <div className={styles.sheet} style={{ aspectRatio: `${width} / ${height}` }}>
      {picture === null || picture.key !== key ? (
        <output className={styles.drawing}>Drawing the page…</output>
      ) : (
        <img src={picture.url} alt={`Page ${pageNumberOf(pageIndex(index))} of ${name}`} />
      )}
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden>
        {changes.map(({ kind, quads, at }) => (
          <path
            key={at}
            className={styles.outline}
            data-kind={kind}
            data-chosen={at === chosen}
            d={pathOfQuads(shape, quads)}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
    </div>
  )
}
