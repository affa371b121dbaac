import { PDFDocument } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasCorpus, pagesOfPdf, withPdf } from '../../tests/support/corpus-pages'
import { typesetPage } from '../../tests/support/typeset-page'
import { withCompleteMaps } from './complete-maps'

const textOf = async (bytes: Uint8Array): Promise<string> => (await pagesOfPdf(bytes)).map((page) => page.text.text).join('\n')

describe.skipIf(!hasCorpus)('a font whose map to Unicode leaves out glyphs (skipped where the corpus is not beside the project)', () => {
  let bytes: Uint8Array
  beforeAll(async () => void (bytes = await typesetPage()), 60_000)

  test('is read by the glyph names of its own program, and the file stands untouched in front', { timeout: 60_000 }, async () => {
    const whole = await withCompleteMaps(bytes, withPdf)
    if (whole === null) throw new Error('nothing was completed')
    expect(Buffer.from(whole.subarray(0, bytes.length)).equals(Buffer.from(bytes))).toBe(true)
    const [before, after] = [await textOf(bytes), await textOf(whole)]
    expect(before).toMatch(/[\\{|]/)
    expect(after).not.toMatch(/[\\{|]/)
    expect(after).toMatch(/[“”]\p{L}/u)
    expect(after).toMatch(/\p{L}fi|fi\p{L}/u)
  })
  test('keeps what its map says, whatever the glyph is called', { timeout: 60_000 }, async () => {
    const mapped = await typesetPage((map) => map.replace('endcmap', '1 beginbfchar\n<27> <0041>\nendbfchar\nendcmap'))
    const whole = await withCompleteMaps(mapped, withPdf)
    const after = await textOf(whole ?? mapped)
    expect(after).toContain('AttAy Gen.')
    expect(after).toMatch(/\p{L}fi|fi\p{L}/u)
  })
  test('is left alone where its map is not understood', { timeout: 60_000 }, async () => {
    expect(await withCompleteMaps(await typesetPage((map) => map.replace('begincmap', 'begincmap /Other usecmap')), withPdf)).toBeNull()
  })
})

test('a file without such fonts, or one that can not be followed, is read as it is', async () => {
  const pdf = await PDFDocument.create()
  pdf.addPage()
  expect(await withCompleteMaps(await pdf.save(), withPdf)).toBeNull()
  expect(await withCompleteMaps(new TextEncoder().encode('%PDF-1.7 and nothing else'), withPdf)).toBeNull()
})
