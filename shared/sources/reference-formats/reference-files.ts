import type { Source } from '../source'
import { cslJsonOf } from './csl'
import { bibtexOf } from './write-bibtex'
import { risOf } from './write-ris'

/** The forms in which sources go out, each with the name of its file and its media type. CSL-JSON alone holds all that is known. */
export const REFERENCE_FILES: readonly {
  readonly path: string
  readonly form: string
  readonly type: string
  readonly write: (sources: readonly Source[]) => string
}[] = [
  { path: 'sources.csl.json', form: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json', write: cslJsonOf },
  { path: 'sources.bib', form: 'BibTeX', type: 'application/x-bibtex', write: bibtexOf },
  { path: 'sources.ris', form: 'RIS', type: 'application/x-research-info-systems', write: risOf },
]
