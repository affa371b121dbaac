import type { Annotation } from '../annotations/annotation'
import { ANNOTATION_CONTEXT, fragmentOf } from '../bundle/annotations-jsonld'
import type { EvidenceLink } from '../claims/evidence-link'
import type { Claim } from '../claims/claim'
import type { Document } from '../documents/document'
import type { Page } from '../documents/page'
import { vouchLink } from '../links/vouch-link'
import { escapedXml } from '../markup/escape'
import { type MarkToWrite, marksToWrite } from '../pdf-marks/marks-to-write'

/** A mark with what it stands in and bears on, as lists of marks are written for other programs. */
export type WrittenMark = {
  readonly annotation: Annotation
  readonly document: Document | null
  readonly links: readonly { readonly link: EvidenceLink; readonly claim: Claim }[]
}

/**
 * Marks as a W3C Web Annotation page, as in a bundle; the document is named by its SHA-256, as there are no exhibits beside it.
 * @param vouch version of the program
 */
export function marksAsW3c(marks: readonly WrittenMark[], vouch: string): string {
  const items = marks.map(({ annotation, document, links }) => itemOf(annotation, document, links, vouch))
  return `${JSON.stringify({ '@context': ANNOTATION_CONTEXT, id: 'urn:vouch:marks', type: 'AnnotationPage', startIndex: 0, items }, null, 2)}\n`
}

function itemOf(annotation: Annotation, document: Document | null, links: WrittenMark['links'], vouch: string): unknown {
  const body = [
    ...(annotation.comment === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: annotation.comment }]),
    ...annotation.tags.map((tag) => ({ type: 'TextualBody', purpose: 'tagging', value: tag })),
    ...annotation.exemptionCodes.map((code) => ({ type: 'TextualBody', purpose: 'classifying', value: code })),
    ...links.map(({ link, claim }) => ({
      type: 'TextualBody',
      purpose: 'linking',
      format: 'text/plain',
      value: `${link.relation} ${claim.number}${link.note === '' ? '' : `: ${link.note}`}`,
      'vouch:link': `urn:vouch:${link.id}`,
    })),
  ]
  return {
    id: `urn:vouch:${annotation.id}`,
    type: 'Annotation',
    motivation: annotation.kind === 'page-note' ? 'commenting' : 'highlighting',
    creator: { type: 'Person', name: annotation.pdfOrigin?.author || annotation.author },
    created: annotation.createdAt,
    generator: { type: 'Software', name: 'Vouch', 'schema:softwareVersion': vouch },
    ...(body.length === 0 ? {} : { body }),
    target: annotation.segments.map((segment) => {
      const quote =
        segment.quote === '' ? [] : [{ type: 'TextQuoteSelector', exact: segment.quote, prefix: segment.prefix, suffix: segment.suffix }]
      // Words in several stretches have no one position; all stretches stand in `vouch:ranges`.
      const [range, ...others] = segment.ranges
      const position =
        range === undefined || others.length > 0 ? [] : [{ type: 'TextPositionSelector', start: range.start, end: range.end }]
      return {
        type: 'SpecificResource',
        source: `urn:sha-256:${segment.documentId}`,
        selector: {
          type: 'FragmentSelector',
          ...fragmentOf(segment),
          ...(quote.length + position.length === 0 ? {} : { refinedBy: [...quote, ...position] }),
        },
        'vouch:sha256': segment.documentId,
        'vouch:name': document?.name ?? '',
        'vouch:state': segment.state,
        'vouch:textOrigin': segment.textOrigin,
        ...(segment.ranges.length === 0 ? {} : { 'vouch:ranges': segment.ranges }),
        ...(segment.cell === undefined ? { 'vouch:quads': segment.quads } : { 'vouch:cell': segment.cell }),
      }
    }),
    'vouch:kind': annotation.kind,
    'vouch:open': vouchLink({ kind: 'passage', id: annotation.id }),
  }
}

const COLOURS: Readonly<Record<MarkToWrite['kind'], string>> = {
  highlight: '#FFE059',
  underline: '#1F5978',
  area: '#1F5978',
  redaction: '#A12E26',
  'page-note': '#FFE059',
}

/** Marks of one document as XFDF (ISO 19444-1), for Acrobat and others: one element each segment, in the points of the PDF. */
export function marksAsXfdf(
  document: Pick<Document, 'name'>,
  marks: readonly WrittenMark[],
  pageOf: (index: number) => Page | undefined,
): string {
  const elements = marks.flatMap(({ annotation, links }) => marksToWrite(annotation, links, pageOf)).map(elementOf)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xfdf xmlns="http://ns.adobe.com/xfdf/" xml:space="preserve">\n<annots>\n${elements.join('')}</annots>\n<f href="${escapedXml(document.name)}"/>\n</xfdf>\n`
}

function elementOf(mark: MarkToWrite): string {
  const name = mark.subtype.toLowerCase()
  const { left, bottom, right, top } = mark.rect
  const attributes = {
    page: String(mark.pageIndex),
    rect: [left, bottom, right, top].join(','),
    ...(mark.subtype === 'Highlight' || mark.subtype === 'Underline' ? { coords: mark.quads.flatMap((quad) => [...quad]).join(',') } : {}),
    color: COLOURS[mark.kind],
    flags: 'print',
    name: mark.name,
    title: mark.author,
    date: pdfDate(mark.createdAt),
    creationdate: pdfDate(mark.createdAt),
  }
  return `<${name} ${Object.entries(attributes)
    .map(([key, value]) => `${key}="${escapedXml(value)}"`)
    .join(' ')}><contents>${escapedXml(mark.contents)}</contents></${name}>\n`
}

/** `D:20261122134000Z` */
const pdfDate = (iso: string): string => `D:${iso.replace(/[-:T]/g, '').slice(0, 14)}Z`
