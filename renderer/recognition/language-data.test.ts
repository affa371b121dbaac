import { expect, test } from 'vitest'
import { checkLanguageData } from './language-data'

/** A file with 24 parts, of which those named stand right after the table. */
function languageFile(parts: readonly number[], bytes = 400): Uint8Array {
  const file = new Uint8Array(bytes)
  const view = new DataView(file.buffer)
  view.setInt32(0, 24, true)
  for (let part = 0; part < 24; part += 1) view.setBigInt64(4 + 8 * part, parts.includes(part) ? 200n : -1n, true)
  return file
}

test('language data with the neural model is taken', () => {
  expect(checkLanguageData(languageFile([17, 21]))).toBeNull()
})
test('other files, old models and files cut off are refused in words', () => {
  expect(checkLanguageData(new TextEncoder().encode('%PDF-1.7 and so on, not a language at all'))).toMatch(/no language data/)
  expect(checkLanguageData(new Uint8Array())).toMatch(/no language data/)
  expect(checkLanguageData(languageFile([3, 4]))).toMatch(/old versions/)
  expect(checkLanguageData(languageFile([17], 199))).toMatch(/cut off|no language data/)
})
