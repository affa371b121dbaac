import type { Analysis } from '@shared/analyses/analysis'
import type { AnnotationId } from '@shared/annotations/annotation'
import type { Claim, ClaimId } from '@shared/claims/claim'
import type { Document } from '@shared/documents/document'
import type { PdfReader } from '../pdf/pdf-reader'
import { createContext, useContext } from 'react'
import type { MarkActions } from '../annotations/mark-card'
import type { MarkList } from '../annotations/marks'
import type { PageRow } from '../storage/database'
import type { Finding } from './finding'
import type { PageColumn } from './page-column'
import type { PageShape } from './page-geometry'
import type { ScrollPlace } from './page-layout'
import type { PageTexts } from './page-texts'
import type { PointerWork } from './pointer-work'

/** The document that is being read, as the panels beside its pages see it. Its value changes with marks and pages, never while scrolling. */
export type Reading = {
  readonly document: Document
  readonly pages: readonly PageRow[]
  /** The pages as they are shown: turned by the researcher. */
  readonly shapes: readonly PageShape[]
  readonly pdf: PdfReader
  readonly analysis: Analysis | null
  /** The claims of the analysis, in its order. */
  readonly claims: readonly Claim[]
  readonly claimsById: ReadonlyMap<ClaimId, Claim>
  /** Undefined while they are read. */
  readonly marks: MarkList | undefined
  readonly selected: AnnotationId | null
  readonly actions: MarkActions
  readonly column: PageColumn
  readonly texts: PageTexts
  readonly work: PointerWork
  /** What is being found in the document. */
  readonly finding: Finding
  /** Selects a hit (its index), so that the palette opens for it. */
  readonly markHit: (index: number) => void
  /** Jumps to a place in the document; Back leads to where one was. `kind` names what asked for it: a run of one kind is one step. */
  readonly goTo: (place: ScrollPlace, kind: string) => void
  /** Opens a panel of `side-panels.tsx` by its id and gives it the focus. */
  readonly openPanel: (id: string) => void
}

export const ReadingContext = createContext<Reading | null>(null)

/** The document beside whose pages a panel stands. */
export function useReading(): Reading {
  const reading = useContext(ReadingContext)
  if (reading === null) throw new Error('useReading outside of a reader')
  return reading
}
