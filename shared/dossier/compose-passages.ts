import type { Annotation } from '../annotations/annotation'
import type { AnchorState } from '../annotations/segment'
import { goesWithBundle, mediaOf } from '../documents/document'
import { sheetAndColumn } from '../tables/cells'
import type { Sha256 } from '../units/hashes'
import { pageNumberOf } from '../units/pages'
import { versionPlaceOf } from '../versions/version-place'
import { bracketedQuote } from './bracketed-quote'
import { blackoutsIn } from './compose-redactions'
import type { PassageNode, Standing } from './dossier-tree'
import { type ExhibitNumbers, exhibitPath } from './exhibits'
import { marksInPicture } from './picture-marks'
import { referenceOf } from './reference'
import { type DossierSnapshot, picturePath } from './snapshot'
import { placeWords } from './words'

/**
 * The segments of a mark as the dossier shows them: where each stands by exhibit and page, what it quotes, and what reading it again said.
 * @param what what the passages are there for, after 'Picture of the passage', as in 'that supports C01'
 */
export function passageNodes(
  snapshot: DossierSnapshot,
  exhibits: ExhibitNumbers,
  annotation: Annotation,
  what: string,
): readonly PassageNode[] {
  const document = snapshot.records.documents.find((each) => each.id === annotation.documentId)
  const bundled = document !== undefined && goesWithBundle(document)
  return annotation.segments.map((stored, at): PassageNode => {
    const check = snapshot.checks.find((each) => each.annotationId === annotation.id && each.segment === at)
    const segment = check?.found ?? stored
    const picture = snapshot.pictures.find((each) => each.annotationId === annotation.id && each.segment === at)
    const cell = stored.cell ?? null
    const page = cell?.row ?? pageNumberOf(segment.pageIndex)
    const label = cell === null ? segment.label : sheetAndColumn(cell)
    const exhibit = exhibits.get(segment.documentId) ?? null
    const { placed, unplaced } = blackoutsIn(snapshot, annotation.id, at)
    const place = placeWords({ exhibit, document: document?.name ?? segment.documentId, page, label, stamp: segment.stamp, cell })
    return {
      n: at + 1,
      of: annotation.segments.length,
      exhibit,
      bundled,
      document: document?.name ?? '',
      documentSha256: segment.documentId,
      version: placeAmongVersions(snapshot, segment.documentId),
      page,
      label,
      stamp: segment.stamp,
      quote: stored.quote,
      ...bracketedQuote(stored, snapshot.records.textCorrections, placed),
      unplaced,
      seen: check?.seen ?? null,
      state: check?.state ?? 'lost',
      why: check?.why ?? 'The page was not read again.',
      textOrigin: stored.textOrigin,
      cell,
      address:
        exhibit === null || document === undefined || !bundled
          ? null
          : `${exhibitPath(exhibit, mediaOf(document))}${cell === null ? `#page=${page}` : ''}`,
      ...(document === undefined
        ? { reference: null, beside: null }
        : referenceOf(snapshot, document, { page, label: segment.label, stamp: segment.stamp, cell })),
      picture: picture
        ? {
            path: picturePath(picture),
            width: picture.width,
            height: picture.height,
            sha256: picture.sha256,
            marks: marksInPicture(segment, picture.area),
            alt: `Picture of the passage ${what}: ${place}`,
          }
        : null,
    }
  })
}

function placeAmongVersions({ records }: DossierSnapshot, id: Sha256): PassageNode['version'] {
  const place = versionPlaceOf(id, records.documentVersions)
  return place && { n: place.n, of: place.of }
}

const VERIFIED: readonly AnchorState[] = ['exact', 'moved']

/**
 * How far a mark may be cited. Segments without words, or with words that were typed, can only be compared by eye. Recognised words that stand in the stored recognition
 * are cited as such, beside their picture; without a picture nobody could compare them.
 */
export function standingOf(annotation: Annotation, passages: readonly PassageNode[]): Standing {
  const byEye = (at: number): boolean => {
    const segment = annotation.segments[at]
    // An empty cell is read like any other: that nothing stands in it can be verified.
    return segment !== undefined && segment.cell === undefined && (segment.quote.trim() === '' || segment.textOrigin === 'typed')
  }
  const open = passages.filter((passage, at) => !byEye(at) && !VERIFIED.includes(passage.state))
  if (passages.length === 0 || passages.some((passage) => passage.exhibit === null)) return 'unverified'
  if (open.length > 0)
    return annotation.confirmed !== null && open.every((passage) => passage.state === 'approximate') ? 'confirmed' : 'unverified'
  const recognised = passages.filter((passage) => passage.textOrigin === 'ocr' && passage.quote.trim() !== '')
  // What is kept out of the bundle brings no picture either.
  if (recognised.some((passage) => passage.picture === null && passage.bundled)) return 'unverified'
  return passages.some((_, at) => byEye(at)) ? 'pictured' : recognised.length > 0 ? 'recognised' : 'verified'
}
