import { plugins } from '@citation-js/core'
import { clean } from '@citation-js/core/lib/plugins/input/csl.js'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { z } from 'zod'

type Item = Readonly<Record<string, unknown>>
const items = z.array(z.record(z.string(), z.unknown()))

/** References as Citation.js reads them, which shares no code with Vouch: items of CSL-JSON. Throws where a text is not of the form. */
const read = (text: string, form: string): readonly Item[] =>
  items.parse(plugins.input.chain(text, { forceType: form, generateGraph: false, strict: true }))

export const readBiblatexElsewhere = (text: string): readonly Item[] => read(text, '@biblatex/text')
export const readRisElsewhere = (text: string): readonly Item[] => read(text, '@ris/file')

/** The items of a CSL-JSON file with what Citation.js keeps of them: it drops whatever is not of the form that CSL has for the member. */
export const readCslElsewhere = (text: string): readonly Item[] => items.parse(clean(items.parse(JSON.parse(text)), false))
