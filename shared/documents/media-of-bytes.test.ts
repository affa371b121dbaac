import { expect, test } from 'vitest'
import { looksLikePdf, mediaOfBytes, mediaOfFile } from './media-of-bytes'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 0)

test('a file whose header stands first is a PDF', () => expect(looksLikePdf(bytes('%PDF-1.7\n…'))).toBe(true))
test('a header may stand behind other bytes, within the first 1,024', () => {
  expect(looksLikePdf(bytes(`${'x'.repeat(1019)}%PDF-1.4`))).toBe(true)
  expect(looksLikePdf(bytes(`${'x'.repeat(1020)}%PDF-1.4`))).toBe(false)
})
test('a web page, a short file and no bytes are not PDFs', () => {
  for (const text of ['<!doctype html>', '%PDF', '']) expect(looksLikePdf(bytes(text))).toBe(false)
})

test('a table is known by its name, and what kind of table by its bytes', () => {
  expect(mediaOfFile('Inventory.CSV', bytes('a,b'))).toBe('csv')
  expect(mediaOfFile('inventory.xlsx', zip)).toBe('xlsx')
  expect(mediaOfFile('inventory.csv', zip)).toBe('xlsx')
  expect(mediaOfFile('scan.csv', bytes('%PDF-1.4'))).toBe('pdf')
  expect(mediaOfFile('old.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toBe('locked-or-old')
})
test('a letter, a web page and an archive are no documents', () => {
  expect(mediaOfFile('letter.txt', bytes('Dear Sir'))).toBeNull()
  expect(mediaOfFile('letter.docx', zip)).toBeNull()
})
test('stored bytes have one ending, whatever they were called', () =>
  expect([bytes('%PDF-1.4'), zip, bytes('a,b')].map(mediaOfBytes)).toEqual(['pdf', 'xlsx', 'csv']))
