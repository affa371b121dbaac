import { CaseSensitive, ChevronDown, ChevronUp, WholeWord } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { keysOf } from '../../../app/shortcuts'
import { useWatched } from '../../../app/use-watched'
import { IconButton } from '../../../ui/button'
import { TextField } from '../../../ui/field'
import { Progress } from '../../../ui/progress'
import { useWorkbench } from '../../../workbench/workbench'
import type { FindingState } from '../../finding'
import { useReading } from '../../reading'
import styles from './find-panel.module.css'
import { findingInWords } from './find-words'

/** The words to be found, how they are compared, and what was found so far. @param onWalk goes into the list of hits, at the one that is looked at */
export function FindForm({ state, onWalk }: { readonly state: FindingState; readonly onWalk: () => void }) {
  const { document, pages, finding, column } = useReading()
  const { examination } = useWorkbench()
  const { query, options, hits, running, searched } = state
  const examined = useWatched(examination.progress)
  const waitsFor = running && searched === 0 && hits.length === 0 && examined?.documentId === document.id ? examined : null
  const typed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') finding.step(event.shiftKey ? -1 : 1)
    else if (event.key === 'ArrowDown' && hits.length > 0) onWalk()
    else if (event.key === 'Escape') column.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search className={styles.form}>
      <TextField
        label="Find in this document"
        hideLabel
        type="search"
        placeholder="Find in this document"
        value={query}
        onChange={(next) => finding.look(next, options)}
        onKeyDown={typed}
      />
      <div className={styles.tools}>
        <IconButton
          label="Capitals and small letters differ"
          icon={CaseSensitive}
          pressed={options.matchCase}
          onClick={() => finding.look(query, { ...options, matchCase: !options.matchCase })}
        />
        <IconButton
          label="Whole words only"
          icon={WholeWord}
          pressed={options.wholeWords}
          onClick={() => finding.look(query, { ...options, wholeWords: !options.wholeWords })}
        />
        <span className={styles.gap} />
        <IconButton
          label="Previous hit"
          icon={ChevronUp}
          shortcut={keysOf('previous-hit')}
          disabled={hits.length === 0}
          onClick={() => finding.step(-1)}
        />
        <IconButton
          label="Next hit"
          icon={ChevronDown}
          shortcut={keysOf('next-hit')}
          disabled={hits.length === 0}
          onClick={() => finding.step(1)}
        />
      </div>
      <output className={styles.tally}>
        {waitsFor === null
          ? findingInWords(state, pages.length)
          : `The pages are first looked at for words left under redactions: ${waitsFor.done.toLocaleString('en')} of ${waitsFor.of.toLocaleString('en')}.`}
      </output>
      {waitsFor === null ? null : <Progress label="Pages looked at" done={waitsFor.done} of={waitsFor.of} />}
    </search>
  )
}
