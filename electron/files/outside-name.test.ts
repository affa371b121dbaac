import { describe, expect, test } from 'vitest'
import { fileNameFrom, partsInside } from './outside-name'

describe('a file name made of outside text', () => {
  test.each([
    ['../../etc/passwd', '-..-etc-passwd'],
    ['C:\\Windows\\system32', 'C--Windows-system32'],
    ['CON', '_CON'],
    ['com1.pdf', '_com1.pdf'],
    ['report\u202Efdp.exe', 'reportfdp.exe'],
    ['  dots and spaces. . ', 'dots and spaces'],
    ['a\u0000b\nc', 'abc'],
    ['', 'untitled'],
    ['...', 'untitled'],
    ['What did they buy? <2024>', 'What did they buy- -2024-'],
    ['Straße №5', 'Straße №5'],
  ])('%j becomes %j', (text, name) => {
    expect(fileNameFrom(text)).toBe(name)
  })

  test('is at most 200 bytes long, and keeps its ending', () => {
    const name = fileNameFrom(`${'ä'.repeat(300)}.html`)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
    expect(name).toMatch(/ä\.html$/)
  })
})

describe('a path inside an export', () => {
  test.each(['dossier.html', 'data/exhibits/EX-001.pdf', 'data/Straße №5.pdf', '.hidden'])('%j is taken', (path) => {
    expect(partsInside(path)).toEqual({ ok: true, value: path.split('/') })
  })

  test.each([
    '',
    '/',
    '/etc/passwd',
    '../x',
    'data/../../x',
    'data/..',
    './x',
    'a//b',
    'a/',
    '..\\x',
    'data\\x',
    'C:/x',
    'C:x',
    'file:stream',
    'a\u0000b',
    'x.',
    'x ',
    'NUL',
    'data/aux.txt',
    'data/.. /x',
  ])('%j is refused', (path) => {
    expect(partsInside(path).ok).toBe(false)
  })
})
