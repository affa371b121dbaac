import { describe, expect, it } from 'vitest'
import { handingOverLess, MOST_LINKS } from './hand-over-less'

const link = (at: number, annotationFlags = 4) => ({ subtype: 'Link', id: `${at}R`, annotationFlags })
const links = Array.from({ length: 20_000 }, (_, at) => link(at))
const asks = (action: string, sourceName = 'main', callbackId = 1) => ({ sourceName, targetName: 'worker', action, callbackId, data: {} })
const answers = (data: unknown, targetName = 'main', callbackId = 1) => ({
  sourceName: 'worker',
  targetName,
  callback: 1,
  callbackId,
  data,
})

describe('what the half of pdf.js that parses hands over to a window', () => {
  it('is one link more than the window takes, where a page has very many', () => {
    const between = handingOverLess()
    between.asked(asks('GetAnnotationsByType'))
    expect(between.answered(answers(links))).toEqual(answers(links.slice(0, MOST_LINKS + 1)))
  })
  it('is all that is shown, where a page has few', () => {
    const between = handingOverLess()
    between.asked(asks('GetAnnotationsByType'))
    expect(between.answered(answers([link(1), link(2, 2 | 32), link(3, 1), link(4, 0)]))).toEqual(answers([link(1), link(4, 0)]))
  })
  it('leaves other annotations, other answers and those to other askers as they are', () => {
    const between = handingOverLess()
    const redactions = links.map((one) => ({ ...one, subtype: 'Redact' }))
    between.asked(asks('GetAnnotationsByType', 'main', 7))
    for (const message of [answers(links), answers(links, 'another', 7), { ...asks('configure'), data: links }, 'no message', null])
      expect(between.answered(message)).toBe(message)
    expect(between.answered(answers(redactions, 'main', 7))).toEqual(answers(redactions, 'main', 7))
  })
  it('is null where a document has no annotations that can be read', () => {
    const between = handingOverLess()
    between.asked(asks('GetAnnotationsByType'))
    expect(between.answered(answers(null))).toEqual(answers(null))
  })
})
