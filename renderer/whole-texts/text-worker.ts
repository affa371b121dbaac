import { throwInOwnTask } from '@shared/errors/throw-in-own-task'
import { anchorAgain } from '../all-marks/anchor-again'
import { proposeAnalyses, textsOfDocuments } from '../analyses/from-text/propose-texts'
import { likenessesNow } from '../annotations/likenesses-now'
import type { TextStores } from '../documents/page-readings'
import { anchorEvidence } from '../evidence-table/anchor-evidence'
import { lookFor } from '../foreign-notes/look-for'
import { passagesOfIdentifiers } from '../identifiers/passage-of-identifier'
import { takeOverMarks } from '../pdf-marks/take-over-marks'
import { findOnPages } from '../reader/find-on-pages'
import { passagesOfHits } from '../search/passages-of-hits'
import { Database } from '../storage/database'
import { DerivedDatabase } from '../storage/derived-database'
import type { TextJobs, TextOrder, TextPiece, TextReport } from './text-jobs'

// A dedicated worker for one job that goes through the whole text of documents: thousands of pages, none of which the window needs.

type Work = {
  readonly [Kind in keyof TextJobs]: (
    stores: TextStores,
    about: TextJobs[Kind]['about'],
    asked: readonly TextJobs[Kind]['asked'][],
  ) => AsyncGenerator<TextPiece<TextJobs[Kind]['answer']>>
}

const WORK: Work = {
  'anchor-again': anchorAgain,
  likeness: likenessesNow,
  notes: lookFor,
  'file-marks': takeOverMarks,
  find: findOnPages,
  hits: passagesOfHits,
  identifier: passagesOfIdentifiers,
  evidence: anchorEvidence,
  'one-text': textsOfDocuments,
  propose: proposeAnalyses,
}

/** Answers that are told at once: some milliseconds of the window's time. And how long it waits to be told of progress, ms. */
const AT_ONCE = 100
const OFTEN = 200

async function work<Kind extends keyof TextJobs>(
  { kind, database, derived, about, asked }: TextOrder<Kind>,
  say: (report: TextReport<Kind>) => void,
): Promise<void> {
  const stores = { db: new Database(database), derived: new DerivedDatabase(derived) }
  let answers: TextJobs[Kind]['answer'][] = []
  let told = performance.now()
  for await (const piece of WORK[kind](stores, about, asked)) {
    answers.push(...piece.answers)
    if (answers.length < AT_ONCE && performance.now() - told < OFTEN) continue
    say({ answers, done: piece.done })
    answers = []
    told = performance.now()
  }
  say({ answers, done: asked.length })
  say('end')
  stores.db.close()
  stores.derived.close()
}

self.addEventListener('message', ({ data }: MessageEvent<TextOrder>) => {
  work(data, (report) => self.postMessage(report, {})).catch(throwInOwnTask)
})
