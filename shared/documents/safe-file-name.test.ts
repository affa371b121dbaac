import { expect, test } from 'vitest'
import { safeFileName } from './safe-file-name'

test.each([
  ['figures 2020.xlsx', 'figures 2020.xlsx'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Windows\\system32\\evil.exe', 'evil.exe'],
  ['.bashrc', 'bashrc'],
  ['con.txt', '_con.txt'],
  ['report\u202Efdp.exe', 'report_fdp.exe'],
  ['a:b*c?.pdf', 'a_b_c_.pdf'],
  ['', 'attachment'],
  ['..', 'attachment'],
  ['Übersicht (2).csv', 'Übersicht (2).csv'],
])('%j is saved as %j', (name, safe) => expect(safeFileName(name)).toBe(safe))

test('a long name keeps its ending', () => {
  const safe = safeFileName(`${'a'.repeat(400)}.docx`)
  expect(safe).toHaveLength(120)
  expect(safe).toMatch(/\.docx$/)
})
