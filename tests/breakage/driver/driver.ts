import type { Annotation } from '@shared/annotations/annotation'
import { findChainBreak, hashOfRecord } from '@shared/custody/custody-entry'
import type { DocumentId } from '@shared/documents/document'
import type { Outcome } from '@shared/errors/outcome'
import { textFileOf } from '@shared/storage/text-file'
import { RECORD_TABLES } from '@shared/storage/records'
import { sha256OfBytes, sha256OfText } from '@shared/units/hashes'
import { newId } from '@shared/units/ids'
import { pageIndex } from '@shared/units/pages'
import { editAnnotation } from '../../../renderer/annotations/commands/edit-annotation'
import { markPassage } from '../../../renderer/annotations/commands/mark-passage'
import { getDesktop } from '../../../renderer/desktop/desktop'
import type { Committed } from '../../../renderer/storage/commit'
import { openWorkbench } from '../../../renderer/workbench/open-workbench'
import type { Workbench } from '../../../renderer/workbench/workbench'
import type { Acknowledged, Driver } from './acknowledged'
import { smallPdf } from './small-pdf'

/** Repeatable random numbers from 0 to 1 (mulberry32, by Tommy Ettinger, public domain). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const words = (outcome: Outcome<unknown>): readonly string[] => (outcome.ok ? [] : [`${outcome.problem.what} ${outcome.problem.remedy}`])

function driverOf(workbench: Workbench, report: readonly string[]): Driver {
  const { db, imports } = workbench

  const told = async (outcome: Outcome<Committed | null>, document: string | null = null): Promise<readonly string[]> => {
    if (outcome.ok && outcome.value !== null)
      await window.acknowledged({ seq: outcome.value.line.entry.seq, hash: outcome.value.line.entry.hash, document })
    return words(outcome)
  }

  async function importOne(name: string): Promise<readonly string[]> {
    const bytes = smallPdf([`This is ${name}.`, `The second page of ${name} withholds nothing.`])
    const [item] = await imports.add([{ from: 'window', name: `${name}.pdf`, blob: new Blob([bytes]) }])
    const result = item?.result
    if (result?.kind === 'refused' || result?.kind === 'kept') return [`${result.problem.what} ${result.problem.remedy}`]
    if (result?.kind !== 'added') return [`${name} was ${result?.kind ?? 'not answered'}`]
    const row = await db.custody.where('recordIds').equals(result.documentId).first()
    if (row === undefined) return [`${name} was added without a custody entry`]
    await window.acknowledged({ seq: row.seq, hash: row.entry.hash, document: result.documentId })
    return []
  }

  async function mark(documentId: DocumentId, random: () => number): Promise<readonly string[]> {
    const index = pageIndex(random() < 0.5 ? 0 : 1)
    const text = (await db.pageTexts.get([documentId, index]))?.text ?? ''
    const segment: Annotation['segments'][number] = {
      documentId,
      pageIndex: index,
      label: null,
      stamp: null,
      pageBox: [0, 0, 612, 792],
      rotation: 0,
      quads: [],
      ranges: [{ start: 0, end: 8 }],
      quote: text.slice(0, 8),
      prefix: '',
      suffix: text.slice(8, 40),
      textOrigin: 'embedded',
      extractor: { name: 'pdf.js', version: '' },
      state: 'exact',
    }
    return told(
      await workbench.run(markPassage, {
        id: newId('annotation'),
        documentId,
        kind: 'highlight',
        segments: [segment],
        comment: '',
        exemptionCodes: [],
        link: null,
      }),
    )
  }

  async function editOne(random: () => number): Promise<readonly string[]> {
    const marks = await db.all('annotations')
    const one = marks[Math.floor(random() * marks.length)]
    if (one === undefined) return []
    return told(await workbench.run(editAnnotation, { id: one.id, comment: `Seen ${Math.floor(random() * 1e6)}` }))
  }

  async function act(random: () => number): Promise<readonly string[]> {
    const choice = random()
    const documents = await db.all('documents')
    const document = documents[Math.floor(random() * documents.length)]
    if (document === undefined || choice < 0.3) return importOne(`paper ${Math.floor(random() * 1e9)}`)
    if (choice < 0.7) return mark(document.id, random)
    if (choice < 0.85) return editOne(random)
    return told(await (choice < 0.93 ? workbench.undo() : workbench.redo()))
  }

  async function forever(random: () => number): Promise<never> {
    for (;;) await act(random)
  }

  return {
    words: report,
    opened: true,
    repaired: () => workbench.repairs.get().map((one) => one.what),
    work(seed) {
      for (const lane of [1, 2, 3]) void forever(randomFrom(seed * 10 + lane))
    },
    async someWork(seed, times) {
      const random = randomFrom(seed)
      const refusals: string[] = []
      for (let time = 0; time < times; time += 1)
        refusals.push(...(time < 2 ? await importOne(`paper ${seed} ${time}`) : await act(random)))
      return refusals
    },
    faults: (acknowledged) => faultsOf(workbench, acknowledged),
    saved() {
      const state = workbench.saved.get()
      return state.kind === 'trouble' ? `${state.problem.what} ${state.problem.remedy}` : state.kind
    },
    retry: async () => words(await workbench.retrySaving()).join(' '),
  }
}

async function faultsOf({ db }: Workbench, acknowledged: readonly Acknowledged[]): Promise<readonly string[]> {
  const faults: string[] = []
  const rows = await db.custody.orderBy('seq').toArray()
  const broken = findChainBreak(rows.map((row) => row.entry))
  if (broken !== null) faults.push(`the chain breaks at ${broken.seq} (${broken.reason})`)
  for (const { seq, hash } of acknowledged)
    if (rows[seq - 1]?.entry.hash !== hash) faults.push(`entry ${seq} was acknowledged and is not there`)

  // Every record is the one that the log names last, and none is there that it does not name.
  const expected = new Map<string, string | null>()
  for (const row of rows) for (const change of row.entry.changes) expected.set(`${change.table} ${change.id}`, change.after)
  for (const table of RECORD_TABLES) {
    for (const record of await db.all(table)) {
      const key = `${table} ${record.id}`
      if (expected.get(key) !== hashOfRecord(record)) faults.push(`${key} is not the record that the log names`)
      expected.delete(key)
    }
  }
  for (const [key, hash] of expected) if (hash !== null) faults.push(`${key} is missing`)

  for (const document of await db.all('documents')) {
    const file = await db.files.get(document.id)
    const bytes = file === undefined ? null : new Uint8Array(await file.blob.arrayBuffer())
    if (bytes === null || sha256OfBytes(bytes) !== document.id) faults.push(`the bytes of ${document.name} are not there`)
    const pages = await db.pages.where('documentId').equals(document.id).sortBy('index')
    const texts = await db.pageTexts.where('documentId').equals(document.id).sortBy('index')
    const whole = pages.flatMap((page, place) => {
      const text = texts[place]
      return text === undefined ? [] : [{ page, text }]
    })
    if (sha256OfText(textFileOf(whole)) !== document.textSha256)
      faults.push(`the text of ${document.name} is not the one that its record names`)
  }
  return faults
}

const nothing = async (): Promise<readonly string[]> => []
const closed = {
  opened: false,
  work: () => undefined,
  someWork: nothing,
  faults: nothing,
  saved: () => '',
  retry: async () => '',
  repaired: () => [],
}

const opened = await openWorkbench(getDesktop())
window.driver = opened.ok
  ? driverOf(
      opened.value.workbench,
      opened.value.report.repairs.map((one) => `${one.what} ${one.remedy}`),
    )
  : { ...closed, words: words(opened) }
