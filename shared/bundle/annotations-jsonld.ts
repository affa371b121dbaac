import type { Annotation } from '../annotations/annotation'
import type { Segment } from '../annotations/segment'
import type { DossierTree, EvidenceNode, PassageNode } from '../dossier/dossier-tree'
import type { DossierSnapshot } from '../dossier/snapshot'
import { boundsOf } from '../units/geometry'
import { pageNumberOf } from '../units/pages'

/** Terms of our own; those with a structure are JSON literals (JSON-LD 1.1, 4.2.2). */
export const ANNOTATION_CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    '@version': 1.1,
    vouch: 'urn:vouch:',
    'vouch:link': { '@type': '@id' },
    'vouch:quads': { '@type': '@json' },
    'vouch:ranges': { '@type': '@json' },
    'vouch:cell': { '@type': '@json' },
  },
] as const

/**
 * The marks as a W3C Web Annotation page (Recommendation of 23 February 2017). A target names the exhibit and a page by a
 * FragmentSelector, refined by a quotation and by its place in the page's extracted text: two ways to the same words, as the model has it
 * (4.2.9), so the place is left out where the words stand in several stretches, which one selector cannot say. The fragment conforms to
 * RFC 3778, which readers still look for; RFC 8118 and ISO 32000-2 Annex O have since taken its place.
 * Quads are PDF user space, points, four corners each; ranges are all stretches of the page's text that hold the words.
 */
export function annotationsJsonLd(tree: DossierTree, snapshot: DossierSnapshot): string {
  const evidence = [
    ...tree.sections.flatMap((section) => section.claims.flatMap((claim) => claim.groups.flatMap((group) => group.items))),
    ...tree.unverified,
  ]
  const items = snapshot.records.annotations.map((annotation) =>
    annotationJson(
      annotation,
      evidence.filter((item) => item.annotationId === annotation.id),
      snapshot,
      tree,
    ),
  )
  const page = {
    '@context': ANNOTATION_CONTEXT,
    id: `urn:vouch:marks:${tree.custody.head}:1`,
    type: 'AnnotationPage',
    partOf: {
      id: `urn:vouch:marks:${tree.custody.head}`,
      type: 'AnnotationCollection',
      label: `Marks of the dossier “${tree.title}”`,
      total: items.length,
    },
    startIndex: 0,
    items,
  }
  return `${JSON.stringify(page, null, 2)}\n`
}

/** A mark without a word to it has no body. */
const bodies = (body: readonly unknown[]): { readonly body?: readonly unknown[] } => (body.length === 0 ? {} : { body })

const urn = (id: string): string => `urn:vouch:${id}`

function annotationJson(annotation: Annotation, evidence: readonly EvidenceNode[], snapshot: DossierSnapshot, tree: DossierTree): unknown {
  return {
    id: urn(annotation.id),
    type: 'Annotation',
    motivation: annotation.kind === 'page-note' ? 'commenting' : 'highlighting',
    creator: { type: 'Person', name: annotation.author },
    created: annotation.createdAt,
    generator: { type: 'Software', name: 'Vouch', 'schema:softwareVersion': tree.vouch },
    ...bodies([
      ...(annotation.comment === ''
        ? []
        : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: annotation.comment }]),
      ...annotation.tags.map((tag) => ({ type: 'TextualBody', purpose: 'tagging', value: tag })),
      ...annotation.exemptionCodes.map((code) => ({ type: 'TextualBody', purpose: 'classifying', value: code })),
      ...evidence.map((item) => ({
        type: 'TextualBody',
        purpose: 'linking',
        format: 'text/plain',
        value: `${item.relation} ${item.claimNumber}${item.note === '' ? '' : `: ${item.note}`}`,
        'vouch:link': urn(item.linkId),
      })),
    ]),
    target: annotation.segments.map((stored, at) => {
      const check = snapshot.checks.find((each) => each.annotationId === annotation.id && each.segment === at)
      return targetJson(check?.found ?? stored, stored.quote, evidence[0]?.passages[at])
    }),
    'vouch:kind': annotation.kind,
    ...(evidence[0] === undefined ? {} : { 'vouch:standing': evidence[0].standing }),
  }
}

function targetJson(segment: Segment, quote: string, passage: PassageNode | undefined): unknown {
  const exact = quote === '' ? [] : [{ type: 'TextQuoteSelector', exact: quote, prefix: segment.prefix, suffix: segment.suffix }]
  const [range, ...others] = segment.ranges
  const position = range === undefined || others.length > 0 ? [] : [{ type: 'TextPositionSelector', start: range.start, end: range.end }]
  return {
    type: 'SpecificResource',
    source: passage?.address?.replace(/#.*$/, '') ?? `urn:sha-256:${segment.documentId}`,
    selector: {
      type: 'FragmentSelector',
      ...fragmentOf(segment),
      ...(exact.length + position.length === 0 ? {} : { refinedBy: [...exact, ...position] }),
    },
    'vouch:sha256': segment.documentId,
    'vouch:state': passage?.state ?? 'lost',
    'vouch:textOrigin': segment.textOrigin,
    ...(segment.ranges.length === 0 ? {} : { 'vouch:ranges': segment.ranges }),
    ...(segment.cell === undefined ? { 'vouch:quads': segment.quads } : { 'vouch:cell': segment.cell }),
  }
}

/** A page of a PDF (RFC 3778), or a row or a cell of a table (RFC 7111, which counts as spreadsheets do). */
export const fragmentOf = (segment: Segment): { readonly conformsTo: string; readonly value: string } =>
  segment.cell === undefined
    ? { conformsTo: 'http://tools.ietf.org/rfc/rfc3778', value: `page=${pageNumberOf(segment.pageIndex)}${viewRect(segment)}` }
    : {
        conformsTo: 'http://tools.ietf.org/rfc/rfc7111',
        value: segment.cell.column === null ? `row=${segment.cell.row}` : `cell=${segment.cell.row},${segment.cell.column}`,
      }

/** `&viewrect=left,top,width,height` from the upper left corner of the page, points; left out on a turned page, where readers differ. */
function viewRect(segment: Segment): string {
  const bounds = boundsOf(segment.quads)
  if (bounds === null || segment.rotation !== 0) return ''
  const [x0, , , y1] = segment.pageBox
  const tidy = (value: number): string => String(Math.round(value * 100) / 100)
  return `&viewrect=${tidy(bounds.left - x0)},${tidy(y1 - bounds.top)},${tidy(bounds.right - bounds.left)},${tidy(bounds.top - bounds.bottom)}`
}
