import { quadsOfRanges } from '@shared/anchoring/passage-geometry'
import type { PageText } from '@shared/documents/page'
import { parseQuery } from '@shared/searches/parse-query'
import type { QueryTree } from '@shared/searches/query-tree'
import { hitsOf } from '@shared/searches/scan'
import { termsOf } from '@shared/searches/terms'
import { useEffect, useMemo, useRef } from 'react'
import { useSearch } from 'wouter'
import type { PageColumn } from '../reader/page-column'
import { type PageShape, pathOfQuads, quadOnView, shownSize } from '../reader/page-geometry'
import type { PageTexts } from '../reader/page-texts'
import styles from './hits-in-reader.module.css'

/** The search from whose list the document was opened, as the address has it in `hits`; null without one. */
function useAsked(): QueryTree | null {
  const address = useSearch()
  return useMemo(() => {
    const words = new URLSearchParams(address).get('hits')
    const parsed = words === null ? null : parseQuery(words)
    return parsed?.ok ? parsed.value : null
  }, [address])
}

const quadsOf = (text: PageText, tree: QueryTree) => hitsOf(termsOf(text.text), tree).map((hit) => quadsOfRanges(text, [hit]))

/** Boxes around the words of the search on a page: outlines, so that they stand over marks of any colour. */
export function HitBoxes({ shape, text }: { readonly shape: PageShape; readonly text: PageText | null | undefined }) {
  const tree = useAsked()
  const path = useMemo(() => (tree === null || !text ? '' : pathOfQuads(shape, quadsOf(text, tree).flat())), [tree, text, shape])
  if (path === '') return null
  const { width, height } = shownSize(shape, 1)
  return (
    <svg className={styles.boxes} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden data-hits>
      <path d={path} />
    </svg>
  )
}

/** Brings the first box of the page that the address names into view, once for each address. */
export function useHitInView(column: PageColumn, texts: PageTexts, shapes: readonly PageShape[]): void {
  const address = useSearch()
  const tree = useAsked()
  const done = useRef<string | null>(null)
  useEffect(() => {
    const page = Number(new URLSearchParams(address).get('page') ?? Number.NaN) - 1
    const shape = shapes[page]
    if (tree === null || shape === undefined || done.current === address) return
    done.current = address
    void texts.load(page).then((text) => {
      const quads = text === null ? [] : (quadsOf(text, tree)[0] ?? [])
      const boxes = quads.map((quad) => quadOnView(shape, 1, quad))
      if (boxes.length > 0) column.reveal(page, Math.min(...boxes.map((box) => box.y)), Math.max(...boxes.map((box) => box.y + box.height)))
    })
  }, [address, tree, column, texts, shapes])
}
