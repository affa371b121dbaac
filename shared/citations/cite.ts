import type { CitationStyleName } from '../dossier/dossier-settings'
import type { CitationStyle } from './citation-style'
import type { CitedRecord } from './cited-record'
import type { Pin } from './pins'
import { apa } from './styles/apa'
import { bluebook } from './styles/bluebook'
import { chicago } from './styles/chicago'
import { plain } from './styles/plain'
import type { Words } from './words'

const STYLES: Readonly<Record<CitationStyleName, CitationStyle>> = { plain, chicago, bluebook, apa }

/** The styles by what people call them, in the order of choices. */
export const CITATION_STYLE_LABELS: readonly { readonly value: CitationStyleName; readonly label: string }[] = (
  ['plain', 'chicago', 'bluebook', 'apa'] as const
).map((value) => ({ value, label: STYLES[value].label }))

/** Cites a record, with the places that are cited in it: all that is known of it, or as it is cited once it was cited in full. */
export const cite = (style: CitationStyleName, record: CitedRecord, pins: readonly Pin[], form: 'full' | 'short' = 'full'): Words =>
  STYLES[style][form](record, pins)
