import { quadsOfRanges } from '@shared/anchoring/passage-geometry'
import type { PageReading } from '@shared/documents/page-reading'
import { resting } from '@shared/units/resting'
import { useEffect, useMemo, useState } from 'react'
import type { Hit } from './finding'
import { outlineOfQuad, type PageShape } from './page-geometry'

/** Room between the words and the box around them, pixels at scale 1. */
const AROUND = 1.5
/** Hits of a page whose outlines are made at once: more than most pages have, some milliseconds. */
const FEW = 200

/** The boxes around one hit, or around several where `hit` is null. */
type Outline = { readonly hit: Hit | null; readonly d: string }
type Outlines = { readonly of: readonly Hit[]; readonly on: PageReading; readonly outlines: readonly Outline[] }
const NONE: readonly Outline[] = []

/** The boxes around a hit as a path, one part for each line that it stands on. */
export const outlineOfHit = (text: PageReading, shape: PageShape, hit: Hit): string =>
  quadsOfRanges(text, [hit])
    .map((quad) => outlineOfQuad(shape, quad, AROUND))
    .join(' ')

/**
 * The boxes around the hits of a page as paths: one for each hit, and where there are very many, one for each piece of them, made one
 * after the other while others get their turn.
 */
export function useHitOutlines(text: PageReading | null, shape: PageShape, hits: readonly Hit[]): readonly Outline[] {
  const few = useMemo(
    () => (text === null || hits.length > FEW ? null : hits.map((hit) => ({ hit, d: outlineOfHit(text, shape, hit) }))),
    [text, shape, hits],
  )
  const [many, setMany] = useState<Outlines | null>(null)
  useEffect(() => {
    if (text === null || hits.length <= FEW) return undefined
    let gone = false
    void outlinesInPieces(text, shape, hits, () => gone).then((outlines) => (gone ? undefined : setMany({ of: hits, on: text, outlines })))
    return () => {
      gone = true
    }
  }, [text, shape, hits])
  if (few !== null) return few
  return many !== null && many.of === hits && many.on === text ? many.outlines : NONE
}

/** The boxes around very many hits, as paths of some hundred hits each. @param gone whether nobody waits for them any more */
export async function outlinesInPieces(
  text: PageReading,
  shape: PageShape,
  hits: readonly Hit[],
  gone: () => boolean,
): Promise<readonly Outline[]> {
  const rest = resting()
  const outlines: Outline[] = []
  for (let from = 0; from < hits.length && !gone(); from += FEW) {
    const piece = hits.slice(from, from + FEW)
    outlines.push({ hit: null, d: piece.map((hit) => outlineOfHit(text, shape, hit)).join(' ') })
    await rest()
  }
  return outlines
}
