import { useWatched } from '../app/use-watched'
import { Notice } from '../ui/notice'
import { Progress } from '../ui/progress'
import { useWorkbench } from '../workbench/workbench'
import styles from './search.module.css'

/** How far the index is, and what went otherwise than it should. Nothing when all is searched. */
export function IndexStatus() {
  const { search } = useWorkbench()
  const { stage, done, of, waiting, problem } = useWatched(search.state)
  return (
    <>
      {stage === 'indexing' || stage === 'opening' ? (
        <div className={styles.indexing}>
          <output>
            {stage === 'opening'
              ? 'The index is being opened…'
              : `${done.toLocaleString('en')} of ${of.toLocaleString('en')} pages are indexed. What is found so far is listed; the list grows by itself.`}
          </output>
          <Progress label="Pages indexed" done={done} of={stage === 'opening' ? null : of} />
        </div>
      ) : null}
      {waiting === 0 || stage === 'failed' ? null : (
        <output className={styles.indexing}>
          {waiting === 1 ? 'One document is' : `${waiting.toLocaleString('en')} documents are`} not searched yet:{' '}
          {waiting === 1 ? 'it is' : 'they are'} first looked at for words left under redactions. The list grows by itself.
        </output>
      )}
      {problem === null ? null : (
        <Notice kind={stage === 'failed' ? 'danger' : 'info'}>
          {problem.what} {problem.remedy}
        </Notice>
      )}
    </>
  )
}
