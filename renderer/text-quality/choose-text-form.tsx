import type { Document } from '@shared/documents/document'
import type { ReadableOrigin } from '@shared/documents/readable-origin'
import { newId } from '@shared/units/ids'
import { pageIndex } from '@shared/units/pages'
import { useState } from 'react'
import { useRun } from '../annotations/use-run'
import { keysOf } from '../app/shortcuts'
import { Button } from '../ui/button'
import { SelectField } from '../ui/field'
import { Kbd } from '../ui/kbd'
import { chooseText } from './commands/choose-text'
import styles from './text-quality.module.css'

type ChooseTextFormProps = {
  readonly document: Document
  /** Page index from 0. */
  readonly page: number
  /** Whether the page's recognised text is there to be chosen. */
  readonly recognised: boolean
  /** The pages of the document that are doubted. */
  readonly doubted: readonly number[]
  readonly onChosen?: (use: ReadableOrigin) => void
}

const SCOPES = { page: 'this page', doubted: 'all pages with such doubts', document: 'the whole document' } as const
type Scope = keyof typeof SCOPES

/** Which text is read and quoted, and on which pages: one step that can be taken back. */
export function ChooseTextForm({ document, page, recognised, doubted, onChosen }: ChooseTextFormProps) {
  const run = useRun()
  const [scope, setScope] = useState<Scope>('page')
  const choose = async (use: ReadableOrigin): Promise<void> => {
    const [from, to] =
      scope === 'page'
        ? [page, page]
        : scope === 'document'
          ? [0, document.pageCount - 1]
          : [Math.min(page, ...doubted), Math.max(page, ...doubted)]
    const done = await run(chooseText, { id: newId('textchoice'), documentId: document.id, from: pageIndex(from), to: pageIndex(to), use })
    if (done) onChosen?.(use)
  }
  return (
    <div className={styles.choose}>
      <SelectField
        label="For"
        value={scope}
        onChange={(next) => setScope(next)}
        options={(Object.keys(SCOPES) as Scope[])
          .filter((one) => one !== 'doubted' || doubted.length > 1)
          .map((value) => ({
            value,
            label:
              value === 'doubted'
                ? `pages ${Math.min(...doubted) + 1} to ${Math.max(...doubted) + 1}, where such doubts stand`
                : SCOPES[value],
          }))}
      />
      <div className={styles.buttons}>
        <Button onClick={() => void choose('embedded')}>Quote the text layer as it is</Button>
        <Button kind="primary" disabled={!recognised} onClick={() => void choose('ocr')}>
          Quote the recognised text
        </Button>
      </div>
      {recognised ? null : (
        <p className={styles.quiet}>
          No recognised text of this page is kept yet: <Kbd keys={keysOf('recognise-page')} />, pressed while reading, has it recognised.
        </p>
      )}
    </div>
  )
}
