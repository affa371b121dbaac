import type { Annotation } from '@shared/annotations/annotation'
import type { DocumentId } from '@shared/documents/document'
import { quad } from '@shared/units/geometry'
import { newId } from '@shared/units/ids'
import { pageIndex } from '@shared/units/pages'
import { timestampOf } from '@shared/units/time'
import { Database, rowOfRecord } from '../../renderer/storage/database'
import { annotationsOnPage } from '../../renderer/storage/live'

const DOCUMENTS = 100
const PAGES = 200
const documentId = (index: number): DocumentId => index.toString(16).padStart(64, '0') as DocumentId

function mark(index: number): Annotation {
  const document = documentId(index % DOCUMENTS)
  const page = pageIndex(Math.floor(index / DOCUMENTS) % PAGES)
  const start = (index * 37) % 2000
  return {
    id: newId('annotation'), documentId: document, kind: 'highlight', comment: '', tags: [], exemptionCodes: [], author: 'Bench', createdAt: timestampOf(0), confirmed: null,
    segments: [{
      documentId: document, pageIndex: page, label: null, stamp: null, pageBox: [0, 0, 612, 792], rotation: 0, quads: [quad(72, 700, 400, 700, 72, 688, 400, 688)],
      ranges: [{ start, end: start + 80 }], quote: 'x'.repeat(80), prefix: 'y'.repeat(64), suffix: 'z'.repeat(64), textOrigin: 'embedded', extractor: null, state: 'exact',
    }],
  }
}

/** Stores `count` annotations, then reads single pages at random: milliseconds to store, p50 and p95 of a page's read. */
async function measure(count: number): Promise<{ stored: number; p50: number; p95: number; onPage: number }> {
  const db = new Database('bench-annotations')
  await db.delete()
  await db.open()
  const began = performance.now()
  for (let from = 0; from < count; from += 10_000) {
    const rows = Array.from({ length: Math.min(10_000, count - from) }, (_, index) => rowOfRecord('annotations', mark(from + index)))
    await db.rows('annotations').bulkPut(rows)
  }
  const stored = performance.now() - began
  const times: number[] = []
  let found = 0
  for (let read = 0; read < 500; read += 1) {
    const started = performance.now()
    const marks = await annotationsOnPage(db, documentId((read * 7919) % DOCUMENTS), pageIndex((read * 104729) % PAGES))
    times.push(performance.now() - started)
    found += marks.length
  }
  times.sort((a, b) => a - b)
  await db.delete()
  return { stored, p50: times[249] ?? 0, p95: times[474] ?? 0, onPage: found / 500 }
}

Object.assign(window, { measureAnnotations: measure })
