import type { AnnotationId, AnnotationKind } from '@shared/annotations/annotation'
import type { Analysis } from '@shared/analyses/analysis'
import type { Document } from '@shared/documents/document'
import type { Page } from '@shared/documents/page'
import type { Segment } from '@shared/annotations/segment'
import { stampOf } from '@shared/stamps/stamp-of'
import type { StampRule } from '@shared/stamps/stamp-rule'
import { newId } from '@shared/units/ids'
import { useMemo } from 'react'
import { linkEvidence } from '../annotations/commands/link-evidence'
import { markPassage } from '../annotations/commands/mark-passage'
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
  /** The claim and relation to link it by; null only marks it. */
  readonly choice: PaletteChoice | null
}

export type Linking = {
  /** Marks a passage; the mark's id when it was done. */
  readonly markText: (passage: TextPassage, wish: MarkWish) => Promise<AnnotationId | null>
  readonly notePage: (page: Page, note: string) => Promise<AnnotationId | null>
  /** Links a mark that is there already. */
  readonly linkMark: (annotationId: AnnotationId, choice: PaletteChoice) => Promise<boolean>
}

/** Makes marks and links from what was selected, and remembers claim and relation for the next time. */
export function useLinking(document: Document, pages: readonly Page[], texts: PageTexts, analysis: Analysis | null): Linking {
  const { db } = useWorkbench()
  const run = useRun()
  const toast = useToast()
  return useMemo(() => {
    const stamps = (): Promise<readonly StampRule[]> => db.where('stampRules', 'documentId', document.id)
    const linkOf = (choice: PaletteChoice) =>
      analysis === null ? null : { id: newId('evidence'), analysisId: analysis.id, claimId: choice.claimId, relation: choice.relation, readingIds: [], strength: null, note: choice.note.trim() }
    const remember = async ({ claimId, relation }: PaletteChoice): Promise<void> => {
      await writePreference(db, 'lastClaim', claimId)
      await writePreference(db, 'lastRelation', relation)
    }
    const mark = async (segments: readonly Segment[], { kind, comment, exemptionCodes, choice }: MarkWish): Promise<AnnotationId | null> => {
      const id = newId('annotation')
      const link = choice === null ? null : linkOf(choice)
      const done = await run(markPassage, { id, documentId: document.id, kind, segments, comment: comment.trim(), exemptionCodes, link })
      if (done && choice !== null) await remember(choice)
      return done ? id : null
    }
    return {
      async markText(passage, wish) {
        const segments = await segmentsOfPassage({ document, pages, texts, stamps: await stamps() }, passage)
        if (segments.length > 0) return mark(segments, wish)
        toast.show({ text: 'There are no words in this selection, so nothing was marked.' })
        return null
      },
      notePage: async (page, note) => mark([segmentOfPage(document, page, stampOf(await stamps(), page.index))], { kind: 'page-note', comment: note, exemptionCodes: [], choice: null }),
      async linkMark(annotationId, choice) {
        const link = linkOf(choice)
        const done = link !== null && (await run(linkEvidence, { annotationId, link }))
        if (done) await remember(choice)
        return done
      },
    }
  }, [document, pages, texts, analysis, db, run, toast])
}
