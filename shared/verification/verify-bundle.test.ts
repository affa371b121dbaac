import { utf8ToBytes } from '@noble/hashes/utils.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { printedWords } from '../dossier/printed-words'
import { composePayload, custodyJsonl, snapshotJson } from '../bundle/payload'
import type { BundleParts } from '../bundle/write-bundle'
import {
  aCustodyLog,
  aClaim,
  aFigure,
  anAnalysis,
  anEvent,
  aParityCell,
  aParityMatrix,
  aPurchase,
  aSearchNote,
  putAll,
} from '../testing/builders'
import { bundleInMemory, dossierWorld, filesOf, openFake } from '../testing/dossier-world'
import { remakeManifests, rewrite as rewriteFile, textOf } from '../testing/forger'
import { custodyHeadOf, type DossierSnapshot, snapshotSchema } from '../dossier/snapshot'
import type { Check } from './bundle-files'
import { verifyBundle } from './verify-bundle'

type Files = Map<string, Uint8Array>
let parts: BundleParts
let bundle: Files
beforeAll(async () => {
  parts = dossierWorld().parts
  bundle = await bundleInMemory(parts)
})

const verify = (files: Files): Promise<readonly Check[]> => verifyBundle(filesOf(files), openFake(files))
const failed = async (files: Files): Promise<readonly string[]> =>
  (await verify(files)).filter((check) => !check.ok).map((check) => check.name)
const changed = (change: (files: Files) => void): Files => {
  const copy = new Map(bundle)
  change(copy)
  return copy
}
const rewrite =
  (path: string, edit: (text: string) => string) =>
  (files: Files): void =>
    rewriteFile(files, path, edit)
/** A forger who also composes every text again from an altered snapshot. */
const forged = (alter: (snapshot: DossierSnapshot) => unknown): Files =>
  changed((files) => {
    const snapshot = snapshotSchema.parse(alter(parts.snapshot))
    const { texts, binaries } = composePayload(snapshot, parts.custody, parts.picture)
    for (const [path, text] of texts) files.set(`data/${path}`, utf8ToBytes(text))
    for (const [path, bytes] of binaries) files.set(`data/${path}`, bytes)
    remakeManifests(files)
  })

describe('a bundle as it was written', () => {
  it('passes every check', async () => {
    expect(await verify(bundle)).toEqual(await verify(bundle))
    expect((await verify(bundle)).filter((check) => !check.ok)).toEqual([])
    expect((await verify(bundle)).map((check) => check.name)).toEqual([
      'bag',
      'tags',
      'custody',
      'records',
      'exhibits',
      'pictures',
      'composition',
      'verifier',
      'quotations',
    ])
  })
  it('is the same bytes when it is written twice', async () => {
    expect(await bundleInMemory(parts)).toEqual(bundle)
  })
  it('passes also in a library whose log knows other analyses', async () => {
    const other = anAnalysis()
    const more = aCustodyLog(putAll({ analyses: [other], claims: [aClaim(other)] }), parts.custody.at(-1) ?? null)
    const custody = [...parts.custody, ...more]
    const head = custodyHeadOf(custody)
    if (head === null) throw new Error('no head')
    expect(await failed(await bundleInMemory({ ...parts, custody, snapshot: { ...parts.snapshot, custody: head } }))).toEqual([])
  })
})

describe('a bundle with purchases', () => {
  it('passes, and is refused when a quotation of an amount is not on its page', async () => {
    const { records } = parts.snapshot
    const [analysis, ceiling] = [records.analyses[0] ?? anAnalysis(), records.annotations[0]]
    const purchase = aPurchase(analysis, { figures: [aFigure({ kind: 'potential', annotationId: ceiling?.id ?? null })] })
    const custody = [...parts.custody, ...aCustodyLog(putAll({ purchases: [purchase] }), parts.custody.at(-1) ?? null)]
    const head = custodyHeadOf(custody)
    if (head === null) throw new Error('the log is empty')
    const files = await bundleInMemory({
      ...parts,
      custody,
      snapshot: { ...parts.snapshot, custody: head, records: { ...records, purchases: [purchase] } },
    })
    expect(await failed(files)).toEqual([])
    expect(textOf(files, 'data/passages.csv')).toContain('shall not exceed')
    rewrite('data/passages.csv', (text) => text.replace('shall not exceed', 'shall exceed'))(files)
    remakeManifests(files)
    expect(await failed(files)).toEqual(['composition', 'quotations'])
  })
})

describe('a bundle whose marks are linked to no claim', () => {
  const cited = async (keptOut: boolean): Promise<Files> => {
    const { records, checks, pictures } = parts.snapshot
    const [analysis = anAnalysis(), [ceiling, marked, none, lost], [contract]] = [
      records.analyses[0],
      records.annotations,
      records.documents,
    ]
    if (!ceiling || !marked || !none || !lost || !contract) throw new Error('the world is smaller than it was')
    const matrix = aParityMatrix(analysis)
    const changed = {
      documents: keptOut ? [{ ...contract, handling: 'do-not-bundle' as const }] : [],
      purchases: [aPurchase(analysis, { figures: [aFigure({ annotationId: ceiling.id })] })],
      chronologyEvents: [anEvent(analysis, { annotationIds: [marked.id] })],
      parityMatrices: [matrix],
      parityCells: [aParityCell(matrix, { annotationIds: [lost.id] })],
      searchNotes: [aSearchNote(analysis, [], { annotationId: none.id })],
    }
    const custody = [...parts.custody, ...aCustodyLog(putAll(changed), parts.custody.at(-1) ?? null)]
    const head = custodyHeadOf(custody)
    if (head === null) throw new Error('no head')
    const annotations = [ceiling, marked, none, lost]
    const there = ({ annotationId }: { readonly annotationId: string }): boolean => annotations.some(({ id }) => id === annotationId)
    const now = {
      ...records,
      ...changed,
      documents: [...changed.documents, ...records.documents.filter(({ id }) => changed.documents.every((document) => document.id !== id))],
      annotations,
      evidenceLinks: [],
      recognitions: [],
    }
    return bundleInMemory({
      ...parts,
      custody,
      snapshot: {
        ...parts.snapshot,
        custody: head,
        records: now,
        checks: checks.filter(there),
        pictures: pictures.filter((picture) => there(picture) && !keptOut),
      },
    })
  }
  it('passes where purchases, events, cells of a matrix and searches cite them', async () => {
    expect(await failed(await cited(false))).toEqual([])
  })
  it('passes where their document is kept out, and links to no file of it', async () => {
    const files = await cited(true)
    const checks = await verify(files)
    expect(checks.filter((check) => !check.ok)).toEqual([])
    expect(checks.find((check) => check.name === 'quotations')?.aside).toMatch(/^3 quotations were not looked for/)
    const contract = /^P1,[^\n]*,(EX-\d+),/m.exec(textOf(files, 'data/passages.csv'))?.[1]
    expect(contract).toBeDefined()
    for (const path of ['dossier.html', 'dossier.md', 'annotations.jsonld'])
      expect(textOf(files, `data/${path}`)).not.toContain(`exhibits/${contract}`)
  })
})

describe('a bundle without the bytes of a document that the researcher keeps out', () => {
  const keptOut = async (): Promise<Files> => {
    const { records } = parts.snapshot
    const [contract] = records.documents
    const documents = records.documents.map((document) =>
      document.id === contract?.id
        ? { ...document, handling: 'do-not-bundle' as const, handlingReason: 'A source would be known by it.' }
        : document,
    )
    const changes = putAll({ documents: documents.filter(({ id }) => id === contract?.id) })
    const custody = [...parts.custody, ...aCustodyLog(changes, parts.custody.at(-1) ?? null)]
    const head = custodyHeadOf(custody)
    if (head === null) throw new Error('no head')
    return bundleInMemory({ ...parts, custody, snapshot: { ...parts.snapshot, custody: head, records: { ...records, documents } } })
  }
  it('passes, and says what could not be looked for', async () => {
    const files = await keptOut()
    expect([...files.keys()].filter((path) => path.startsWith('data/exhibits/'))).toEqual(['data/exhibits/EX-002.pdf'])
    const checks = await verify(files)
    expect(checks.filter((check) => !check.ok)).toEqual([])
    expect(checks.find((check) => check.name === 'exhibits')?.what).toContain('Not in the bundle by the researcher’s choice: EX-001.')
    expect(checks.find((check) => check.name === 'quotations')).toMatchObject({
      aside: '3 quotations were not looked for: their documents are not in the bundle by the researcher’s choice',
    })
  })
  it('cites it by SHA-256 and page, and links to no file', async () => {
    const page = textOf(await keptOut(), 'data/dossier.html')
    expect(page).not.toContain('exhibits/EX-001')
    expect(page).toContain('Not in the bundle by the researcher’s choice: A source would be known by it. Cited by its SHA-256 and page.')
    expect(textOf(await keptOut(), 'data/dossier.md')).not.toContain('exhibits/EX-001')
    expect(textOf(await keptOut(), 'data/annotations.jsonld')).not.toContain('exhibits/EX-001')
  })
  it('fails when the bytes lie there all the same', async () => {
    const files = await keptOut()
    files.set('data/exhibits/EX-001.pdf', bundle.get('data/exhibits/EX-001.pdf') ?? new Uint8Array())
    remakeManifests(files)
    expect(await failed(files)).toEqual(expect.arrayContaining(['exhibits', 'composition']))
  })
})

describe('a changed bundle is refused', () => {
  /** The paths for which the changed bundle passes although it should not. */
  const accepted = async (paths: Iterable<string>, change: (files: Files, path: string) => unknown): Promise<readonly string[]> => {
    const passed: string[] = []
    for (const path of paths) if ((await failed(changed((files) => void change(files, path)))).length === 0) passed.push(path)
    return passed
  }
  const inPayload = (): readonly string[] => [...bundle.keys()].filter((path) => path.startsWith('data/'))

  it('when one byte of any file is changed', async () => {
    expect(
      await accepted(bundle.keys(), (files, path) =>
        files.set(
          path,
          (files.get(path) ?? new Uint8Array()).map((byte, at, all) => (at === Math.floor(all.length / 2) ? byte ^ 1 : byte)),
        ),
      ),
    ).toEqual([])
  })
  it('when any file is missing', async () => {
    expect(await accepted(bundle.keys(), (files, path) => files.delete(path))).toEqual([])
  })
  it('when any file is missing and the manifests were made right again', async () => {
    expect(await accepted(inPayload(), (files, path) => (files.delete(path), remakeManifests(files)))).toEqual([])
  })
  it('when a file is added, in the payload or beside it', async () => {
    expect(
      await accepted(['data/extra.txt', 'data/exhibits/EX-009.pdf', 'extra.txt', '.hidden'], (files, path) =>
        files.set(path, utf8ToBytes('x')),
      ),
    ).toEqual([])
  })
  it('when a file is added to the payload and the manifests were made right again', async () => {
    expect(
      await accepted(
        ['data/extra.txt', 'data/exhibits/EX-009.pdf', 'data/pictures/x.png'],
        (files, path) => (files.set(path, utf8ToBytes('x')), remakeManifests(files)),
      ),
    ).toEqual([])
  })
  it('when a state is altered, by table or by record', async () => {
    expect(
      await failed(
        changed((files) => (rewrite('data/evidence.csv', (text) => text.replace(',lost,', ',exact,'))(files), remakeManifests(files))),
      ),
    ).toEqual(expect.arrayContaining(['composition', 'quotations']))
    expect(
      await failed(forged((snapshot) => ({ ...snapshot, checks: snapshot.checks.map((check) => ({ ...check, state: 'exact' })) }))),
    ).toContain('quotations')
  })
  it.each([
    ['the first', 0],
    ['one in the middle', 9],
    ['the last', -1],
  ])('when %s custody entry is removed and the manifests were made right again', async (_, at) => {
    const copy = changed(
      (files) => (files.set('data/custody.jsonl', utf8ToBytes(custodyJsonl(parts.custody.toSpliced(at, 1)))), remakeManifests(files)),
    )
    expect(await failed(copy)).toContain('custody')
  })
  it('when a custody entry is altered, or something is put into its line', async () => {
    expect(
      await failed(
        changed(
          (files) => (rewrite('data/custody.jsonl', (text) => text.replace('Researcher', 'Somebody'))(files), remakeManifests(files)),
        ),
      ),
    ).toContain('custody')
    expect(
      await failed(
        changed(
          (files) => (rewrite('data/custody.jsonl', (text) => text.replace('{"actor"', '{"aaa":1,"actor"'))(files), remakeManifests(files)),
        ),
      ),
    ).toContain('custody')
  })
  it('when the whole bundle is composed again from an altered record', async () => {
    expect(
      await failed(
        forged((snapshot) => ({
          ...snapshot,
          records: { ...snapshot.records, claims: snapshot.records.claims.map((claim) => ({ ...claim, text: 'Something else.' })) },
        })),
      ),
    ).toEqual(['records'])
    expect(
      await failed(
        forged((snapshot) => ({
          ...snapshot,
          records: {
            ...snapshot.records,
            annotations: snapshot.records.annotations.map((annotation) => ({
              ...annotation,
              segments: annotation.segments.map((segment) => ({ ...segment, quote: 'Never' })),
            })),
          },
        })),
      ),
    ).toEqual(expect.arrayContaining(['records', 'quotations']))
  })
  it('when a recognised text is made to say what a forged quotation says', async () => {
    const fax = /Sent by fax on/
    const words = (snapshot: DossierSnapshot): DossierSnapshot['records']['annotations'] =>
      snapshot.records.annotations.map((annotation) => ({
        ...annotation,
        segments: annotation.segments.map((segment) => ({ ...segment, quote: segment.quote.replace(fax, 'Never sent on') })),
      }))
    const quoted = (snapshot: DossierSnapshot) => ({ ...snapshot, records: { ...snapshot.records, annotations: words(snapshot) } })
    expect(await failed(forged(quoted))).toEqual(['records', 'quotations'])
    const both = (snapshot: DossierSnapshot) => ({
      ...quoted(snapshot),
      records: {
        ...quoted(snapshot).records,
        recognitions: snapshot.records.recognitions.map((page) => ({
          ...page,
          text: { ...page.text, text: page.text.text.replace(fax, 'Never sent on') },
        })),
      },
    })
    expect(await failed(forged(both))).toEqual(['records'])
  })
  it('when a recognised quotation has lost its picture or its recognised text', async () => {
    expect(await failed(forged((snapshot) => ({ ...snapshot, records: { ...snapshot.records, recognitions: [] } })))).toContain(
      'quotations',
    )
    expect(await failed(forged((snapshot) => ({ ...snapshot, pictures: [] })))).toContain('quotations')
  })
  it('when an unknown field is put into vouch.json', async () => {
    expect(
      await failed(
        changed((files) => (rewrite('data/vouch.json', (text) => text.replace('{"', '{"aside":"x","'))(files), remakeManifests(files))),
      ),
    ).toContain('composition')
  })
  it('when the form is said to be another, so that nothing could be compared', async () => {
    const copy = changed(
      (files) => (files.set('data/vouch.json', utf8ToBytes(snapshotJson({ ...parts.snapshot, composer: 99 }))), remakeManifests(files)),
    )
    expect(await failed(copy)).toContain('composition')
  })
  it('when an exhibit is exchanged and named by its new hash in the manifests', async () => {
    const copy = changed((files) => (files.set('data/exhibits/EX-001.pdf', utf8ToBytes('%PDF-fake ["x"]')), remakeManifests(files)))
    expect(await failed(copy)).toEqual(expect.arrayContaining(['exhibits', 'quotations']))
  })
  it('when it is an empty folder or holds no text', async () => {
    expect((await failed(new Map())).length).toBeGreaterThan(3)
    expect((await failed(new Map([...bundle.keys()].map((path) => [path, Uint8Array.of(0xff, 0xfe)])))).length).toBeGreaterThan(3)
  })
})

describe('a bundle with a PDF', () => {
  /** Pages as a browser would print them: words in order with running heads, the first page ending in the middle of a word. */
  const printed = (html: string, title: string): Uint8Array => {
    const words = printedWords(html)
    const cut = Math.floor(words.length / 2)
    return utf8ToBytes(`%PDF-fake ${JSON.stringify([`${words.slice(0, cut)}\n1 / 2`, `${title}\n${words.slice(cut)} 2 / 2`])}`)
  }
  const withPdf = (change: (pages: string) => string = (pages) => pages): Promise<Files> =>
    bundleInMemory({
      ...parts,
      paper: async ({ tree, texts }) => utf8ToBytes(change(new TextDecoder().decode(printed(texts.get('dossier.html') ?? '', tree.title)))),
    })

  it('passes where its words are those of the dossier, in order', async () => {
    const files = await withPdf()
    expect((await verify(files)).filter((check) => !check.ok)).toEqual([])
    expect((await verify(files)).map((check) => check.name)).toContain('paper')
    expect(textOf(files, 'data/ro-crate-metadata.json')).toContain('dossier.pdf')
    expect(textOf(bundle, 'data/ro-crate-metadata.json')).not.toContain('dossier.pdf')
  })
  it.each([
    ['a word is changed', (pages: string) => pages.replace('1,000,000', '9,000,000')],
    ['a running head is another', (pages: string) => pages.replace('2 / 2', '2 / 3')],
    ['a page is missing', (pages: string) => pages.replace(/,"[^"]*"\]$/, ']').replace('1 / 2', '1 / 1')],
    ['it cannot be read', () => '%PDF-fake'],
  ])('is refused when %s', async (_name, change) => {
    expect(await failed(await withPdf(change))).toEqual(['paper'])
  })
  it('is refused when the PDF was added or taken away afterwards', async () => {
    const without = new Map(await withPdf())
    without.delete('data/dossier.pdf')
    remakeManifests(without)
    expect(await failed(without)).toContain('composition')
    const added = changed((files) => files.set('data/dossier.pdf', printed('<p>Another</p>', 'T')))
    remakeManifests(added)
    expect(await failed(added)).toEqual(expect.arrayContaining(['composition', 'paper']))
  })
})
