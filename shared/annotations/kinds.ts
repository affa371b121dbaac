import { type Annotation, ANNOTATION_KIND_WORDS, type AnnotationKind } from './annotation'

const ON_TEXT: readonly AnnotationKind[] = ['highlight', 'underline', 'redaction', 'area']
const BOXES: readonly AnnotationKind[] = ['area', 'redaction']

/** What a mark can be: marks on text anything that is drawn, boxes without text area or redaction, notes on a page only that. */
export function kindsFor({ segments }: Pick<Annotation, 'segments'>): readonly AnnotationKind[] {
  if (segments.every((segment) => segment.quads.length === 0)) return ['page-note']
  return segments.every((segment) => segment.ranges.length > 0) ? ON_TEXT : BOXES
}

/** `a highlight`, `an underline`, `2 page notes` */
export function kindCounted(kind: AnnotationKind, count = 1): string {
  const word = ANNOTATION_KIND_WORDS[kind]
  return count === 1 ? `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}` : `${count} ${word}s`
}
