import { stateOf } from '@shared/annotations/annotation'
import type { DocumentId } from '@shared/documents/document'
import { messageOf } from '@shared/errors/outcome'
import { boundsOf, type PdfRect } from '@shared/units/geometry'
import { type CarriedMark, carryMark } from '@shared/versions/carry-mark'
import { sketchesAgree, sketchOf } from '@shared/versions/page-sketch'
import { areSimilarNames } from '@shared/versions/similar-name'
import { readReadablePages, type TextStores } from '../documents/page-readings'
import { Database } from '../storage/database'
import { DerivedDatabase } from '../storage/derived-database'
import { type ComparedDocument, compareOne, pairsOf } from './compare-pages-of'
import type { LikelyVersion, PictureHashes, VersionAnswer, VersionJob } from './version-jobs'

// A dedicated worker: comparing a thousand pages must not keep the window from answering.

const TOLD_EVERY = 25
/** Pages from the front of a document that its sketch is made of. */
const SKETCHED_PAGES = 12
/** What two documents must have in common to be offered as versions of each other. */
const LIKELY = 0.3

const say = (answer: VersionAnswer): void => self.postMessage(answer, { transfer: [] })

async function documentOf(stores: TextStores, id: DocumentId, pictures: PictureHashes): Promise<ComparedDocument> {
  const [pages, marks] = await Promise.all([readReadablePages(stores, id), stores.db.where('annotations', 'documentId', id)])
  const boxes = new Map<number, PdfRect[]>()
  for (const { kind, segments } of marks) {
    if (kind !== 'redaction') continue
    for (const { pageIndex, quads } of segments)
      boxes.set(pageIndex, [...(boxes.get(pageIndex) ?? []), ...quads.flatMap((quad) => boundsOf([quad]) ?? [])])
  }
  return { pages, boxes, pictures }
}

async function compare(stores: TextStores, job: Extract<VersionJob, { kind: 'compare' }>): Promise<void> {
  const [earlier, later] = await Promise.all([
    documentOf(stores, job.earlierId, job.pictures.earlier),
    documentOf(stores, job.laterId, job.pictures.later),
  ])
  const pairs = pairsOf(earlier, later, job.pages)
  say({
    kind: 'compared',
    pairs: pairs.map((pair, at) => {
      if (at % TOLD_EVERY === 0) say({ kind: 'progress', done: at, of: pairs.length })
      return compareOne(pair, earlier, later)
    }),
  })
}

async function carry(stores: TextStores, { earlierId, laterId, pairs }: Extract<VersionJob, { kind: 'carry' }>): Promise<void> {
  const [pages, marks, there] = await Promise.all([
    readReadablePages(stores, laterId),
    stores.db.where('annotations', 'documentId', earlierId),
    stores.db.where('annotations', 'documentId', laterId),
  ])
  const carried = new Set(there.flatMap((mark) => mark.carriedFrom?.annotationId ?? []))
  const answers = new Map(pairs.flatMap((pair) => (pair.earlier === null ? [] : [[pair.earlier, pair.later] as const])))
  const left = marks.filter((mark) => !carried.has(mark.id) && stateOf(mark) !== 'lost')
  const to = {
    documentId: laterId,
    pageCount: pages.size,
    pageOf: (index: number) => pages.get(index),
    answers: (index: number) => answers.get(index) ?? null,
  }
  const found: CarriedMark[] = []
  for (const [at, mark] of left.entries()) {
    if (at % TOLD_EVERY === 0) say({ kind: 'progress', done: at, of: left.length })
    found.push(carryMark(mark, to))
  }
  say({ kind: 'carried', marks: found })
}

async function likely({ db }: TextStores, of: readonly DocumentId[]): Promise<void> {
  const documents = (await db.all('documents')).filter((document) => document.status === 'ready')
  const ties = await db.all('documentVersions')
  const sketches = new Map<DocumentId, readonly number[]>()
  const sketch = async (id: DocumentId): Promise<readonly number[]> => {
    const known = sketches.get(id)
    if (known !== undefined) return known
    const rows = await db.pageTexts.where('[documentId+index]').between([id, 0], [id, SKETCHED_PAGES]).toArray()
    const made = sketchOf(rows.map((row) => row.text))
    sketches.set(id, made)
    return made
  }
  const found: LikelyVersion[] = []
  for (const id of of) {
    const document = documents.find((one) => one.id === id)
    if (document === undefined || ties.some((tie) => tie.earlierId === id || tie.laterId === id)) continue
    const candidates: LikelyVersion[] = []
    for (const other of documents) {
      if (other.id === id || (of.includes(other.id) && other.importedAt >= document.importedAt)) continue
      const sameName = areSimilarNames(document.name, other.name)
      const agree = sketchesAgree(await sketch(id), await sketch(other.id))
      if (sameName || agree >= LIKELY) candidates.push({ of: id, other: other.id, agree, sameName })
    }
    found.push(...candidates.toSorted((a, b) => Number(b.sameName) - Number(a.sameName) || b.agree - a.agree).slice(0, 1))
  }
  say({ kind: 'likely', found })
}

async function work(job: VersionJob): Promise<void> {
  const stores: TextStores = { db: new Database(job.database), derived: new DerivedDatabase(job.derived) }
  if (job.kind === 'compare') await compare(stores, job)
  else if (job.kind === 'carry') await carry(stores, job)
  else await likely(stores, job.of)
}

self.addEventListener('message', ({ data }: MessageEvent<VersionJob>) => {
  void work(data).catch((thrown: unknown) => say({ kind: 'failed', message: messageOf(thrown) }))
})
