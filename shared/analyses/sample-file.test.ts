import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFArray, PDFDocument, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { findQuotation } from '../anchoring/find-quotation'
import { readAnalysisFile } from './analysis-file'
import { type SampleFile, readSampleFile } from './sample-file'

const resources = join(import.meta.dirname, '../../resources')
const json = (path: string): unknown => JSON.parse(readFileSync(join(resources, path), 'utf8'))

function samples(): SampleFile {
  const read = readSampleFile(json('samples/samples.json'))
  if (!read.ok) throw new Error(read.problem.what)
  return read.value
}

/** The strings that each page of a sample shows, one a line. The samples write them in hexadecimal WinAnsi. */
async function pagesOf(file: string): Promise<string[]> {
  const pdf = await PDFDocument.load(readFileSync(join(resources, 'samples', file)))
  return pdf.getPages().map((page) => {
    const contents = page.node.Contents()
    const streams = contents instanceof PDFArray ? contents.asArray().map((item) => pdf.context.lookup(item)) : [contents]
    const code = streams.map((stream) => (stream instanceof PDFRawStream ? new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode()) : '')).join('\n')
    return [...code.matchAll(/<([0-9A-Fa-f]+)> Tj/g)].map((shown) => new TextDecoder('windows-1252').decode(Buffer.from(shown[1] ?? '', 'hex'))).join('\n')
  })
}

describe('the sample documents', () => {
  test('say on every page, above and below, that they are not real', async () => {
    for (const { file } of samples().documents) {
      for (const page of await pagesOf(file)) expect(page.match(/SYNTHETIC SAMPLE . NOT A REAL DOCUMENT/g)).toHaveLength(2)
    }
  })
  test('hold every marked passage exactly, on its page', async () => {
    for (const { file, marks } of samples().documents) {
      const pages = await pagesOf(file)
      for (const { page, quote } of marks) expect(findQuotation({ text: pages[page - 1] ?? '', runs: [] }, { quote })).toMatchObject({ how: 'exact', quote })
    }
  })
  test('bear on claims and readings that the bundled analysis has', () => {
    const read = readAnalysisFile(JSON.stringify(json('analyses/ice-ai-disclosure.json')))
    const claims = new Map(read.ok ? read.value.claims.map((claim) => [claim.number, claim.readings.map((reading) => reading.label)]) : [])
    const { documents, searchNotes } = samples()
    for (const { claim, readings } of documents.flatMap((document) => document.marks)) expect(claims.get(claim)).toEqual(expect.arrayContaining([...readings]))
    for (const number of searchNotes.flatMap((note) => note.claims)) expect([...claims.keys()]).toContain(number)
  })
  test('are refused with a sentence when their list is damaged', () => {
    expect(readSampleFile({ format: 'vouch-samples', version: 1 })).toMatchObject({ ok: false, problem: { kind: 'sample-file-wrong' } })
  })
})
