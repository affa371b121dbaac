import { type AnnotationId, type AnnotationKind, stateOf } from '@shared/annotations/annotation'
import type { Analysis } from '@shared/analyses/analysis'
import type { Document } from '@shared/documents/document'
import type { Page } from '@shared/documents/page'
import type { Segment } from '@shared/annotations/segment'
import { stampOf } from '@shared/stamps/stamp-of'
import type { StampRule } from '@shared/stamps/stamp-rule'
import { newId } from '@shared/units/ids'
import { useMemo } from 'react'
import { citeMark } from '../annotations/cite-mark'
import { adjustMark } from '../annotations/commands/adjust-mark'
import { linkEvidence } from '../annotations/commands/link-evidence'
import { markPassage } from '../annotations/commands/mark-passage'
import { copyCitation } from '../annotations/copy-citation'
import type { Mark } from '../annotations/marks'
import type { PaletteChoice } from '../annotations/palette'
import { useRun } from '../annotations/use-run'
import { writePreference } from '../preferences/preferences'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import type { PageTexts } from './page-texts'
import { segmentOfPage, segmentsOfPassage } from './passages'
import type { TextPassage } from './text-place'

export type MarkWish = {
  readonly kind: AnnotationKind
  readonly comment: string
  readonly exemptionCodes: readonly string[]
  readonly tags?: readonly string[]
  /** The claim and relation to link it by; null only marks it. */
  readonly choice: PaletteChoice | null
}

export type Linking = {
  /** Marks a passage; the mark's id when it was done. */
  readonly markText: (passage: TextPassage, wish: MarkWish) => Promise<AnnotationId | null>
  readonly notePage: (page: Page, note: string) => Promise<AnnotationId | null>
  /** Links a mark that is there already. */
  readonly linkMark: (annotationId: AnnotationId, choice: PaletteChoice) => Promise<boolean>
  /** Adds a passage to a mark as further segments; a lost mark gets it in place of what it was. The mark's id when it was done. */
  readonly addPassage: (mark: Mark, passage: TextPassage) => Promise<AnnotationId | null>
  /** Puts a quotation with its citation on the clipboard. */
  readonly cite: (mark: Pick<Mark, 'annotation'>) => Promise<void>
  readonly citePassage: (passage: TextPassage) => Promise<void>
}

/** Does one thing at a time and leaves out what comes meanwhile: a key pressed again before the first mark was saved means that mark, and no second one. */
function oneAtATime(): <Value>(work: () => Promise<Value>) => Promise<Value | null> {
  let busy = false
  return async (work) => {
    if (busy) return null
    busy = true
    try {
      return await work()
    } finally {
      busy = false
    }
  }
}

/** Makes marks of segments and links of marks, and remembers claim and relation for the next time. */
export function useSegmentMarks(document: Document, analysis: Analysis | null) {
  const { db, desktop } = useWorkbench()
  const run = useRun()
  const toast = useToast()
  return useMemo(() => {
    const linkOf = (choice: PaletteChoice) =>
      analysis === null
        ? null
        : {
            id: newId('evidence'),
            analysisId: analysis.id,
            claimId: choice.claimId,
            relation: choice.relation,
            readingIds: [],
            strength: null,
            note: choice.note.trim(),
          }
    const remember = async ({ claimId, relation }: PaletteChoice): Promise<void> => {
      await writePreference(db, 'lastClaim', claimId)
      await writePreference(db, 'lastRelation', relation)
    }
    const once = oneAtATime()
    return {
      mark: (segments: readonly Segment[], { kind, comment, exemptionCodes, tags = [], choice }: MarkWish): Promise<AnnotationId | null> =>
        once(async () => {
          const id = newId('annotation')
          const link = choice === null ? null : linkOf(choice)
          const done = await run(markPassage, {
            id,
            documentId: document.id,
            kind,
            segments,
            comment: comment.trim(),
            exemptionCodes,
            tags,
            link,
          })
          if (done && choice !== null) await remember(choice)
          return done ? id : null
        }),
      async linkMark(annotationId: AnnotationId, choice: PaletteChoice): Promise<boolean> {
        const done = await once(async () => {
          const link = linkOf(choice)
          const linked = link !== null && (await run(linkEvidence, { annotationId, link }))
          if (linked) await remember(choice)
          return linked
        })
        return done ?? false
      },
      async cite(segments: readonly Segment[]): Promise<void> {
        if (segments.length === 0) return
        await copyCitation(desktop, await citeMark(db, { segments }, document, analysis?.id ?? null))
        toast.show({ text: 'Copied the quotation with its citation.' })
      },
    }
  }, [document, analysis, db, desktop, run, toast])
}

/** Makes marks and links from what was selected on pages. */
export function useLinking(document: Document, pages: readonly Page[], texts: PageTexts, analysis: Analysis | null): Linking {
  const { db } = useWorkbench()
  const run = useRun()
  const toast = useToast()
  const { mark, linkMark, cite } = useSegmentMarks(document, analysis)
  return useMemo(() => {
    const stamps = (): Promise<readonly StampRule[]> => db.where('stampRules', 'documentId', document.id)
    const segmentsOf = async (passage: TextPassage): Promise<readonly Segment[]> => {
      const segments = await segmentsOfPassage({ document, pages, texts, stamps: await stamps() }, passage)
      if (segments.length === 0) toast.show({ text: 'There are no words in this selection, so nothing was marked.' })
      return segments
    }
    const once = oneAtATime()
    return {
      markText: (passage, wish) =>
        once(async () => {
          const segments = await segmentsOf(passage)
          return segments.length > 0 ? mark(segments, wish) : null
        }),
      addPassage: ({ annotation }, passage) =>
        once(async () => {
          const segments = await segmentsOf(passage)
          if (segments.length === 0) return null
          const before =
            stateOf(annotation) === 'lost' ? annotation.segments.filter((segment) => segment.state !== 'lost') : annotation.segments
          return (await run(adjustMark, { id: annotation.id, segments: [...before, ...segments] })) ? annotation.id : null
        }),
      cite: ({ annotation }) => cite(annotation.segments),
      citePassage: async (passage) => cite(await segmentsOf(passage)),
      notePage: async (page, note) =>
        mark([segmentOfPage(document, page, stampOf(await stamps(), page.index))], {
          kind: 'page-note',
          comment: note,
          exemptionCodes: [],
          choice: null,
        }),
      linkMark,
    }
  }, [document, pages, texts, db, run, toast, mark, linkMark, cite])
}
