import { EXAMINED } from '../redactions/page-findings'
import { keepDoing } from '../storage/document-steps'
import type { BackgroundTurns } from '../workbench/background-turns'
import type { Workbench } from '../workbench/workbench'
import { MARKS_READ, marksInFile } from './marks-in-file'

/** Looks for marks in every document once it was examined, so that no mark quotes words that are held back. Returns the function that stops it. */
export const keepLookingForMarks = (
  parts: Pick<Workbench, 'db' | 'derived' | 'documents' | 'imports'> & { readonly turns: BackgroundTurns },
): (() => void) =>
  keepDoing(parts, { step: MARKS_READ, after: EXAMINED, retry: parts.documents.unlocked }, (id) =>
    parts.turns.take(async () => (await marksInFile(parts, id)).ok),
  )
