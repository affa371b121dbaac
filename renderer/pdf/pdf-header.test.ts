import { expect, test } from 'vitest'
import { looksLikePdf } from './pdf-header'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('a file whose header stands first is a PDF', () => expect(looksLikePdf(bytes('%PDF-1.7\n…'))).toBe(true))
test('a header may stand behind other bytes, within the first 1,024', () => {
  expect(looksLikePdf(bytes(`${'x'.repeat(1019)}%PDF-1.4`))).toBe(true)
  expect(looksLikePdf(bytes(`${'x'.repeat(1020)}%PDF-1.4`))).toBe(false)
})
test('a web page, a short file and no bytes are not PDFs', () => {
  for (const text of ['<!doctype html>', '%PDF', '']) expect(looksLikePdf(bytes(text))).toBe(false)
})
