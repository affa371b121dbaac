import { expect, test } from 'vitest'
import { problemOfOpening } from './pdf-problems'

const thrown = (name: string, message: string, code?: number): Error =>
  Object.assign(new Error(message), { name, ...(code === undefined ? {} : { code }) })

test('a missing and a wrong password are told apart, and the file is named', () => {
  expect(problemOfOpening('a.pdf', thrown('PasswordException', 'No password given', 1))).toMatchObject({
    kind: 'pdf-needs-password',
    what: expect.stringContaining('“a.pdf”'),
  })
  expect(problemOfOpening('a.pdf', thrown('PasswordException', 'Incorrect Password', 2)).kind).toBe('pdf-wrong-password')
})
test('damage is told in plain words, with the words of pdf.js behind', () => {
  const { kind, what, remedy } = problemOfOpening('b.pdf', thrown('InvalidPDFException', 'Invalid PDF structure.'))
  expect(kind).toBe('pdf-broken')
  expect(what).toBe('“b.pdf” is damaged and can’t be read: its inner structure can’t be followed (pdf.js: “Invalid PDF structure”).')
  expect(remedy).not.toBe('')
})
test('a reason without a translation is quoted', () => {
  expect(problemOfOpening('c.pdf', new Error('Something new')).what).toContain('pdf.js says “Something new”')
})
