import { expect, it } from 'vitest'
import { marksAsW3c, type WrittenMark } from '../../shared/foreign-notes/write-marks'
import { aClaim, aDocument, aLink, anAnalysis, anAnnotation } from '../../shared/testing/builders'
import { brokenAnnotationRules } from '../support/rules/web-annotation'

const claim = aClaim(anAnalysis())
const document = aDocument()
const marks: readonly WrittenMark[] = [
  anAnnotation(document, { comment: 'Who?', tags: ['who'], exemptionCodes: ['(b)(4)'] }),
  anAnnotation(document, {
    segments: [
      {
        ranges: [
          { start: 3, end: 9 },
          { start: 20, end: 30 },
        ],
      },
    ],
  }),
  anAnnotation(document, { kind: 'area', segments: [{ quote: '', ranges: [] }] }),
].map((annotation, at) => ({ annotation, document, links: at === 0 ? [{ link: aLink(claim, annotation), claim }] : [] }))

it('marks that go out hold by the Web Annotation Data Model and its vocabulary', async () => {
  expect(await brokenAnnotationRules(marksAsW3c(marks, '0.1.0'))).toEqual([])
})
