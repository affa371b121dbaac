import type { Analysis } from '@shared/analyses/analysis'
import type { ClaimId } from '@shared/claims/claim'
import type { DocumentId } from '@shared/documents/document'
import type { CouldHaveHeld } from '@shared/searches/search-note'
import { queryWords } from '@shared/searches/query-words'
import type { SearchQuery } from '@shared/searches/search-query'
import { newId } from '@shared/units/ids'
import { useEffect, useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { usePreference } from '../preferences/preferences'
import { putSearchNote } from '../searches/commands/put-search-note'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import { useWorkbench } from '../workbench/workbench'
import { ClaimChoice } from '../searches/claim-choice'
import { CouldHaveHeldField } from '../searches/search-note-extras'
import { today } from '../searches/today'
import styles from './search-dialogs.module.css'

type RecordSearchProps = { readonly query: SearchQuery; readonly analysis: Analysis; readonly act: Act; readonly onClose: () => void }
type Counted = { readonly hits: number; readonly documentIds: readonly DocumentId[]; readonly silentPages: number }

/** Keeps a search as a search note: over which documents (by hash), for what, when, by whom, with how many hits on pages, for which claims. */
export function RecordSearchDialog({ query, analysis, act, onClose }: RecordSearchProps) {
  const { search } = useWorkbench()
  const [researcher] = usePreference('researcherName')
  const [counted, setCounted] = useState<Counted | null>(null)
  const [words, setWords] = useState(queryWords(query))
  const [by, setBy] = useState<string | null>(null)
  const [result, setResult] = useState('')
  const [wouldHaveShown, setWouldHaveShown] = useState('')
  const [couldHaveHeld, setCouldHaveHeld] = useState<CouldHaveHeld>('unknown')
  const [claimIds, setClaimIds] = useState<readonly ClaimId[]>([])
  useEffect(() => {
    let gone = false
    const count = async (): Promise<void> => {
      // Evidence of absence is about the documents: marks, notes and claims are the researcher's own words.
      const [found, scope] = await Promise.all([
        search.ask('find', { query: { ...query, kinds: ['page'] }, order: 'document', limit: 0 }),
        search.ask('scope', { query }),
      ])
      if (!gone && found.ok && scope.ok)
        setCounted({ hits: found.value.total, documentIds: scope.value.documentIds, silentPages: scope.value.silentPages })
    }
    void count()
    return () => {
      gone = true
    }
  }, [search, query])

  const silent =
    counted === null || counted.silentPages === 0
      ? ''
      : `${counted.silentPages} ${counted.silentPages === 1 ? 'page has' : 'pages have'} no text and could not be searched.`
  const save = async (): Promise<void> => {
    if (counted === null) return
    const note = {
      id: newId<'search'>('search'),
      analysisId: analysis.id,
      claimIds,
      where: 'the library',
      words: words.trim(),
      date: today(),
      by: (by ?? researcher).trim(),
      documentIds: counted.documentIds,
      hits: counted.hits,
      result: [result.trim(), silent].filter((part) => part !== '').join(' '),
      wouldHaveShown: wouldHaveShown.trim(),
      couldHaveHeld,
    }
    if (await act(putSearchNote, note, 'Search recorded.')) onClose()
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title="Record this search"
      description="A search that is written down can be repeated by others. With few hits or none it can be evidence of absence, with less weight than a document."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={counted === null || words.trim() === ''} onClick={() => void save()}>
            Record search
          </Button>
        </>
      }
    >
      <output className={styles.counted}>
        {counted === null
          ? 'Counting…'
          : `${counted.hits === 1 ? '1 page' : `${counted.hits.toLocaleString('en')} pages`} found in ${counted.documentIds.length === 1 ? '1 document' : `${counted.documentIds.length} documents`}, which are recorded by hash. ${silent}`}
      </output>
      <div className={styles.pair}>
        <TextField label="Words searched for" value={words} onChange={setWords} />
        <TextField label="By" value={by ?? researcher} onChange={setBy} />
      </div>
      <TextField
        label="Result"
        multiline
        rows={2}
        value={result}
        onChange={setResult}
        placeholder="No list of purchases; two press statements."
      />
      <TextField
        label="What would have shown it"
        multiline
        rows={2}
        value={wouldHaveShown}
        onChange={setWouldHaveShown}
        hint="What the search would have turned up if the thing were there."
      />
      <CouldHaveHeldField value={couldHaveHeld} onChange={setCouldHaveHeld} />
      <ClaimChoice analysisId={analysis.id} chosen={claimIds} onChange={setClaimIds} />
    </Dialog>
  )
}
