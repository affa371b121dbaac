import type { Document } from '@shared/documents/document'
import { pageIndex } from '@shared/units/pages'
import { useLiveQuery } from 'dexie-react-hooks'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import { EXTRACTOR } from '../pdf/pdfjs'
import { isDone } from '../storage/document-steps'
import { Button } from '../ui/button'
import { useWorkbench } from '../workbench/workbench'
import styles from './differences.module.css'
import { countsOf, isOpen } from './read-differences'
import { isOfAnotherVersion, readAgain } from './reading-rows'
import { useDifferences } from './use-differences'
import { places, wordsOnPages } from './words'

/** Which version of pdf.js read a document's text and, where it is another than that of now, what that one reads otherwise. */
export function ReadingFact({ document }: { readonly document: Document }) {
  const { derived } = useWorkbench()
  const found = useDifferences(document)
  const done = useLiveQuery(() => isDone(derived, document.id, readAgain(EXTRACTOR)), [derived, document.id])
  const { extractor } = document
  if (extractor === null) return null
  const readBy = `${extractor.name} ${extractor.version}`
  if (!isOfAnotherVersion(extractor, EXTRACTOR) || found === undefined || done === undefined) return readBy
  const { differences, under } = found
  const open = differences.filter(isOpen)
  const [first] = open
  const again = `read again by ${EXTRACTOR.name} ${EXTRACTOR.version}`
  return (
    <div className={styles.fact}>
      <span>{readBy}</span>
      <span>
        {!done
          ? `to be ${again} and compared${document.encrypted ? ', once its password is given' : ''}`
          : differences.length + under.length === 0
            ? `${again}: the same words`
            : open.length === 0
              ? `${again}: ${differences.length === 0 ? 'the same words' : 'you have decided about what differs'}`
              : `${again}: ${wordsOnPages(countsOf(open))} differ`}
      </span>
      {done && under.length > 0 ? <span>At {places(under.length)} what differs touches words under a redaction.</span> : null}
      {first === undefined || !done ? null : (
        <Button onClick={() => navigate(routes.document(document.id, { page: pageIndex(first.index), panel: 'text' }))}>
          Compare the words
        </Button>
      )}
    </div>
  )
}
