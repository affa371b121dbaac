import { cite, CITATION_STYLE_LABELS } from '@shared/citations/cite'
import type { CitedRecord } from '@shared/citations/cited-record'
import { plainText } from '@shared/citations/words'
import { factsOfItem } from '@shared/sources/source-facts'
import { usePreference } from '../preferences/preferences'
import { Segmented } from '../ui/segmented'

/** Invented, and said to be: it shows every part that a citation of a contract can have. */
const EXAMPLE: CitedRecord = (() => {
  const { kind, ...facts } = factsOfItem({
    type: 'document',
    genre: 'Contract',
    number: '70XXXX22F00000000',
    authority: 'An Agency',
    archive_collection: '2024-0001',
    custom: { vendor: 'A Vendor' },
  })
  return {
    kind,
    facts,
    title: null,
    authors: [],
    publisher: null,
    date: '2022-09-26',
    url: null,
    described: true,
    file: { name: 'contract.pdf', sha256: '0'.repeat(64), alone: true },
  }
})()

/** How quotations are cited that are copied, where the dossier of the analysis at hand is not set to a style of its own. */
export function CitationStyleChoice() {
  const [style, setStyle] = usePreference('citationStyle')
  return (
    <>
      <p>How a quotation is cited when you copy it. An analysis whose dossier is set to a style uses that one.</p>
      <Segmented label="Citation style" value={style} options={CITATION_STYLE_LABELS} onChange={(next) => void setStyle(next)} />
      <output>For example (invented): {plainText(cite(style, EXAMPLE, [{ page: 57, label: '42', stamp: null, cell: null }]))}</output>
    </>
  )
}
