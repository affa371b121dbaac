import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../units/ids'
import { looksLikeVouchLink, readVouchLink, vouchLink } from './vouch-link'

test('a link is read back as what it names', () => {
  const claim = { kind: 'claim', id: newId('claim') } as const
  const passage = { kind: 'passage', id: newId('annotation') } as const
  for (const link of [claim, passage]) expect(readVouchLink(vouchLink(link))).toEqual({ ok: true, value: link })
})

test('white space around it, capitals of the scheme and a slash that a program put at its end do no harm', () => {
  expect(readVouchLink(' VOUCH://Claim/claim_abc/\n')).toMatchObject({ ok: true, value: { kind: 'claim', id: 'claim_abc' } })
})

test.each([
  'vouch://claim/annotation_abc',
  'vouch://passage/claim_abc',
  'vouch://document/claim_abc',
  'vouch://claim/claim_abc?then=delete',
  'vouch://claim/claim_abc#x',
  'vouch://claim/../claim_abc',
  'vouch://claim/claim_%61bc',
  'vouch://claim/claim_abc --vault=/tmp',
  'vouch://user:word@claim/claim_abc',
  `vouch://claim/claim_${'a'.repeat(300)}`,
  'https://claim/claim_abc',
  'javascript:alert(1)',
  '',
])('%s is refused, with a remedy', (words) => {
  expect(readVouchLink(words)).toMatchObject({
    ok: false,
    problem: { kind: 'link-unknown', remedy: expect.stringContaining('vouch://claim/') },
  })
})

test('whatever is handed over, it is a link or trouble, and never thrown', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((rest) => `vouch://claim/${rest}`),
      ),
      (words) => {
        const read = readVouchLink(words)
        expect(!read.ok || looksLikeVouchLink(words)).toBe(true)
      },
    ),
  )
})
