import type { Annotation } from '../annotations/annotation'
import type { Segment } from '../annotations/segment'
import type { DossierTree, EvidenceNode, PassageNode } from '../dossier/dossier-tree'
import type { DossierSnapshot } from '../dossier/snapshot'
import { boundsOf } from '../units/geometry'
import { pageNumberOf } from '../units/pages'

/**
 * The marks as a W3C Web Annotation page (Recommendation of 23 February 2017). A target names the exhibit and a page by a
 * FragmentSelector, refined by a quotation and by its place in the page's extracted text. The fragment conforms to RFC 3778,
 * which readers still look for; RFC 8118 and ISO 32000-2 Annex O have since taken its place.
 * Quads are PDF user space, points, four corners each, under a name of our own.
 */
export function annotationsJsonLd(tree: DossierTree, snapshot: DossierSnapshot): string {
  const evidence = [...tree.sections.flatMap((section) => section.claims.flatMap((claim) => claim.groups.flatMap((group) => group.items))), ...tree.unverified]
  const items = snapshot.records.annotations.map((annotation) => annotationJson(annotation, evidence.filter((item) => item.annotationId === annotation.id), snapshot, tree))
  const page = {
    '@context': ['http://www.w3.org/ns/anno.jsonld', { vouch: 'urn:vouch:' }],
    id: `urn:vouch:marks:${tree.custody.head}`,
    type: 'AnnotationPage',
    items,
  }
  return `${JSON.stringify(page, null, 2)}\n`
}

const urn = (id: string): string => `urn:vouch:${id}`

function annotationJson(annotation: Annotation, evidence: readonly EvidenceNode[], snapshot: DossierSnapshot, tree: DossierTree): unknown {
  return {
    id: urn(annotation.id),
    type: 'Annotation',
    motivation: annotation.kind === 'page-note' ? 'commenting' : 'highlighting',
    creator: { type: 'Person', name: annotation.author },
    created: annotation.createdAt,
    generator: { type: 'Software', name: 'Vouch', 'schema:softwareVersion': tree.vouch },
    body: [
      ...(annotation.comment === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: annotation.comment }]),
      ...annotation.tags.map((tag) => ({ type: 'TextualBody', purpose: 'tagging', value: tag })),
      ...annotation.exemptionCodes.map((code) => ({ type: 'TextualBody', purpose: 'classifying', value: code })),
      ...evidence.map((item) => ({ type: 'TextualBody', purpose: 'linking', format: 'text/plain', value: `${item.relation} ${item.claimNumber}${item.note === '' ? '' : `: ${item.note}`}`, 'vouch:link': urn(item.linkId) })),
    ],
    target: annotation.segments.map((stored, at) => {
      const check = snapshot.checks.find((each) => each.annotationId === annotation.id && each.segment === at)
      return targetJson(check?.found ?? stored, stored.quote, evidence[0]?.passages[at])
    }),
    'vouch:kind': annotation.kind,
    'vouch:standing': evidence[0]?.standing ?? null,
  }
}

function targetJson(segment: Segment, quote: string, passage: PassageNode | undefined): unknown {
  const exact = quote === '' ? [] : [{ type: 'TextQuoteSelector', exact: quote, prefix: segment.prefix, suffix: segment.suffix }]
  const positions = segment.ranges.map((range) => ({ type: 'TextPositionSelector', start: range.start, end: range.end }))
  return {
    type: 'SpecificResource',
    source: passage?.address?.replace(/#.*$/, '') ?? `urn:sha-256:${segment.documentId}`,
    selector: {
      type: 'FragmentSelector',
      ...fragmentOf(segment),
      ...(exact.length + positions.length === 0 ? {} : { refinedBy: [...exact, ...positions] }),
    },
    'vouch:sha256': segment.documentId,
    'vouch:state': passage?.state ?? 'lost',
    'vouch:textOrigin': segment.textOrigin,
    ...(segment.cell === undefined ? { 'vouch:quads': segment.quads } : { 'vouch:cell': segment.cell }),
  }
}

/** A page of a PDF (RFC 3778), or a row or a cell of a table (RFC 7111, which counts as spreadsheets do). */
export const fragmentOf = (segment: Segment): { readonly conformsTo: string; readonly value: string } =>
  segment.cell === undefined
    ? { conformsTo: 'http://tools.ietf.org/rfc/rfc3778', value: `page=${pageNumberOf(segment.pageIndex)}${viewRect(segment)}` }
    : { conformsTo: 'http://tools.ietf.org/rfc/rfc7111', value: segment.cell.column === null ? `row=${segment.cell.row}` : `cell=${segment.cell.row},${segment.cell.column}` }

/** `&viewrect=left,top,width,height` from the upper left corner of the page, points; left out on a turned page, where readers differ. */
function viewRect(segment: Segment): string {
  const bounds = boundsOf(segment.quads)
  if (bounds === null || segment.rotation !== 0) return ''
  const [x0, , , y1] = segment.pageBox
  const tidy = (value: number): string => String(Math.round(value * 100) / 100)
  return `&viewrect=${tidy(bounds.left - x0)},${tidy(y1 - bounds.top)},${tidy(bounds.right - bounds.left)},${tidy(bounds.top - bounds.bottom)}`
}
