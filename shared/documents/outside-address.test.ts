import { expect, test } from 'vitest'
import { readOutsideAddress } from './outside-address'

test('an ordinary address is shown as it is', () =>
  expect(readOutsideAddress('https://www.foia.gov/report.html?a=1')).toEqual({
    address: 'https://www.foia.gov/report.html?a=1',
    host: 'www.foia.gov',
    care: null,
  }))

test('a host with letters that look like others is shown as computers read it', () => {
  const read = readOutsideAddress('https://\u0430pple.com/login')
  expect(read.host).toBe('xn--pple-43d.com')
  expect(read.address).toBe('https://xn--pple-43d.com/login')
  expect(read.care).toContain('look like others')
})

test('a name before the host is told from the host', () =>
  expect(readOutsideAddress('https://www.foia.gov@evil.example/').care).toContain('evil.example'))

test('characters that turn the direction of writing are written out', () =>
  expect(readOutsideAddress('https://example.org/a\u202Egpj.exe').address).toBe('https://example.org/a%E2%80%AEgpj.exe'))

test('an address that may start a program says so, and one that is none too', () => {
  expect(readOutsideAddress('javascript:alert(1)').care).toContain('javascript:')
  expect(readOutsideAddress('file:///etc/passwd').care).toContain('file:')
  expect(readOutsideAddress('../other file.pdf')).toEqual({
    address: '../other%20file.pdf',
    host: null,
    care: 'This is no complete address.',
  })
})
