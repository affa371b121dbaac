import { utf8ToBytes } from '@noble/hashes/utils.js'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { EVIDENCE_COLUMNS } from '../dossier/render-tables'
import { A_VERIFIER, bundleInMemory, dossierWorld, filesOf, openFake } from '../testing/dossier-world'
import { type BundleInMemory, remakeManifests, rewrite } from '../testing/forger'
import { sha256OfBytes } from '../units/hashes'
import { sealed, verifierPageOf } from './verifier-seal'
import { verifyBundle } from './verify-bundle'

/**
 * Every file of a bundle and every column of its evidence, each changed in every way, once carelessly and once by somebody who makes the
 * manifests right again. The names of the tests are the matrix: what was done, and which check has to notice it.
 */
const bundle = await bundleInMemory(dossierWorld().parts)
const noticedBy = async (change: (files: BundleInMemory) => void): Promise<readonly string[]> => {
  const files = new Map(bundle)
  change(files)
  return (await verifyBundle(filesOf(files), openFake(files), { own: verifierPageOf(A_VERIFIER) }))
    .filter((check) => !check.ok)
    .map((check) => check.name)
}

const bytesOf = (files: BundleInMemory, path: string): Uint8Array => files.get(path) ?? new Uint8Array()
const WAYS: readonly { readonly name: string; readonly change: (files: BundleInMemory, path: string) => void }[] = [
  {
    name: 'one bit turned',
    change: (files, path) =>
      files.set(
        path,
        bytesOf(files, path).map((byte, at, all) => (at === Math.floor(all.length / 2) ? byte ^ 1 : byte)),
      ),
  },
  { name: 'a space put at its end', change: (files, path) => files.set(path, Uint8Array.from([...bytesOf(files, path), 0x20])) },
  { name: 'its last byte cut off', change: (files, path) => files.set(path, bytesOf(files, path).slice(0, -1)) },
  { name: 'emptied', change: (files, path) => files.set(path, new Uint8Array()) },
  { name: 'removed', change: (files, path) => files.delete(path) },
  {
    name: 'renamed',
    change: (files, path) => {
      files.set(path.replace(/(\.[a-z]+)$/, '-2$1'), bytesOf(files, path))
      files.delete(path)
    },
  },
]

/** The check that has to notice a change of a file, where the manifests were made right again. */
function noticer(path: string): string {
  if (path.startsWith('data/exhibits/')) return 'exhibits'
  if (path.startsWith('data/pictures/')) return 'pictures'
  if (path === 'data/custody.jsonl') return 'custody'
  if (path === 'data/verify.html') return 'verifier'
  if (path.startsWith('data/')) return 'composition'
  return path === 'bagit.txt' ? 'bag' : 'composition'
}
/** `vouch.json` that is no longer JSON leaves nothing to compose: then the records are what is missed. */
const orRecords = (path: string, check: string): readonly string[] => (path === 'data/vouch.json' ? [check, 'records'] : [check])

const PATHS = [...bundle.keys()]
const careless = PATHS.flatMap((path) =>
  WAYS.map(({ name, change }) => ({ path, way: name, change, check: path.startsWith('data/') ? 'bag' : 'tags' })),
)
const careful = PATHS.filter((path) => !path.includes('manifest-')).flatMap((path) =>
  WAYS.map(({ name, change }) => ({ path, way: name, change, check: noticer(path) })),
)

describe('a file that was changed', () => {
  it.each(careless)('$path, $way: $check', async ({ path, change, check }) => {
    expect(await noticedBy((files) => change(files, path))).toContain(check)
  })
})

describe('a file that was changed by somebody who makes the manifests right again', () => {
  it.each(careful)('$path, $way: $check', async ({ path, change, check }) => {
    const noticed = await noticedBy((files) => (change(files, path), remakeManifests(files)))
    expect(orRecords(path, check).filter((name) => noticed.includes(name))).not.toEqual([])
  })
  it.each([
    ['manifest-sha256.txt', 'composition'],
    ['tagmanifest-sha256.txt', 'tags'],
  ])('%s, a line put between its lines: %s', async (path, check) => {
    expect(
      await noticedBy((files) => {
        rewrite(files, path, (text) => `${text}\n`)
        if (path === 'manifest-sha256.txt') rewrite(files, 'tagmanifest-sha256.txt', (text) => relisted(files, text))
      }),
    ).toContain(check)
  })
})

/** The tag manifest with the hash that `manifest-sha256.txt` now has. */
const relisted = (files: BundleInMemory, text: string): string =>
  text.replace(/^\S+(?= {2}manifest-sha256\.txt$)/m, sha256OfBytes(bytesOf(files, 'manifest-sha256.txt')))

type Row = Record<string, string>
/** Changes the rows of `evidence.csv`, and the manifests with them. */
const withRows =
  (edit: (rows: Row[]) => readonly Row[]) =>
  (files: BundleInMemory): void => {
    rewrite(files, 'data/evidence.csv', (text) => {
      const { data, meta } = Papa.parse<Row>(text.trim(), { header: true })
      const fields = meta.fields ?? []
      return `${Papa.unparse({ fields, data: edit(data).map((row) => fields.map((field) => row[field] ?? '')) }, { newline: '\r\n', escapeFormulae: false })}\r\n`
    })
    remakeManifests(files)
  }
const withCell = (column: string, value: (old: string) => string, wanted: (row: Row) => boolean = () => true) =>
  withRows((rows) => {
    const at = rows.findIndex(wanted)
    return rows.map((row, each) => (each === at ? { ...row, [column]: value(row[column] ?? '') } : row))
  })
const verified = (row: Row): boolean => row['state'] === 'exact' && row['text_origin'] === 'embedded'

describe('a column of evidence.csv that was changed, the manifests made right again', () => {
  it.each(EVIDENCE_COLUMNS)('%s, in the first row: composition', async (column) => {
    expect(await noticedBy(withCell(column, (old) => `${old}1`))).toContain('composition')
  })
  it.each(EVIDENCE_COLUMNS)('%s, emptied or filled in the last row: composition', async (column) => {
    expect(
      await noticedBy(
        withRows((rows) => rows.map((row, at) => (at === rows.length - 1 ? { ...row, [column]: row[column] === '' ? '1' : '' } : row))),
      ),
    ).toContain('composition')
  })
  it.each(EVIDENCE_COLUMNS)('%s, renamed in the header: composition', async (column) => {
    expect(
      await noticedBy(
        (files) => (
          rewrite(files, 'data/evidence.csv', (text) => text.replace(new RegExp(`(^|,)${column}(?=,|\\r)`), '$1other')),
          remakeManifests(files)
        ),
      ),
    ).toContain('composition')
  })
  it.each<readonly [string, string, (old: string) => string, (row: Row) => boolean]>([
    ['quote', 'another word', (old) => old.replace(/\p{L}+/u, 'Never'), verified],
    ['quote', 'a word left out', (old) => old.replace(/ \S+ /, ' '), verified],
    ['quote', 'emptied', () => '', verified],
    ['document_sha256', 'of no exhibit', () => 'a'.repeat(64), verified],
    ['page', 'the next one', (old) => String(Number(old) + 1), verified],
    ['page', 'beyond the end', () => '999', verified],
    ['page', 'no number', () => 'iv', verified],
    ['state', 'lost made exact', () => 'exact', (row) => row['state'] === 'lost'],
    ['state', 'a likeness made exact', () => 'exact', (row) => row['state'] === 'approximate'],
    ['state', 'no state', () => 'certain', verified],
    ['text_origin', 'embedded made recognised', () => 'ocr', verified],
    ['text_origin', 'recognised made embedded', () => 'embedded', (row) => row['text_origin'] === 'ocr'],
    ['picture', 'of a recognised quotation left out', () => '', (row) => row['text_origin'] === 'ocr'],
    ['picture', 'of a recognised quotation exchanged', () => 'pictures/other.png', (row) => row['text_origin'] === 'ocr'],
    ['sheet', 'of a document that has none', () => 'Sheet1', verified],
    ['column', 'of a document that has none', () => '2', verified],
  ])('%s, %s: quotations', async (column, _, value, wanted) => {
    expect(await noticedBy(withCell(column, value, wanted))).toEqual(expect.arrayContaining(['composition', 'quotations']))
  })
})

describe('rows of evidence.csv that were changed, the manifests made right again', () => {
  it.each<readonly [string, (rows: readonly Row[]) => readonly Row[]]>([
    ['put in another order', (rows) => rows.toReversed()],
    ['two neighbours exchanged', (rows) => [...rows.slice(1, 2), ...rows.slice(0, 1), ...rows.slice(2)]],
    ['the first doubled', (rows) => [...rows.slice(0, 1), ...rows]],
    ['the first removed', (rows) => rows.slice(1)],
    ['the last removed', (rows) => rows.slice(0, -1)],
    ['those that were not verified removed', (rows) => rows.filter((row) => row['state'] === 'exact')],
    ['all removed', () => []],
    ['one added', (rows) => [...rows, { ...rows[0], claim: 'C99' }]],
  ])('%s: composition', async (_, edit) => {
    expect(await noticedBy(withRows(edit))).toContain('composition')
  })
  it('written with other line ends, quotes or a byte order mark: composition', async () => {
    for (const edit of [
      (text: string) => text.replaceAll('\r\n', '\n'),
      (text: string) => `\ufeff${text}`,
      (text: string) => text.replace(/^C01/m, '"C01"'),
    ]) {
      expect(await noticedBy((files) => (rewrite(files, 'data/evidence.csv', edit), remakeManifests(files)))).toContain('composition')
    }
  })
})

describe('the verifier page of a bundle', () => {
  const other =
    (page: string) =>
    (files: BundleInMemory): void => (files.set('data/verify.html', utf8ToBytes(page)), remakeManifests(files))
  it('is refused where its words were changed and its seal left', async () => {
    expect(await noticedBy(other(A_VERIFIER.replace('<title>Verify', '<title>Verified')))).toEqual(['verifier'])
  })
  it('is refused where it was sealed anew, by a copy that comes from elsewhere', async () => {
    expect(await noticedBy(other(sealed(A_VERIFIER.replace('<title>Verify', '<title>Verified'))))).toEqual(['verifier'])
  })
  it('is refused where it says that it is of another version than the dossier', async () => {
    expect(await noticedBy(other(sealed(A_VERIFIER.replace('0.1.0', '0.0.9'))))).toEqual(['verifier'])
  })
  it('is said not to be compared where another version looks at it', async () => {
    const checks = await verifyBundle(filesOf(bundle), openFake(bundle), {
      own: { version: '9.9.9', seal: verifierPageOf(A_VERIFIER)?.seal ?? never() },
    })
    expect(checks.find(({ name }) => name === 'verifier')).toMatchObject({
      ok: true,
      aside: 'The verify.html in the bundle is of another version (0.1.0), and was not compared',
    })
  })
})

function never(): never {
  throw new Error('the page of the tests has no seal')
}
