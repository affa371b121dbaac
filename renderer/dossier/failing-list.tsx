import { annotationIdSchema } from '@shared/annotations/annotation'
import type { DossierTree, EvidenceNode } from '@shared/dossier/dossier-tree'
import { pageWords } from '@shared/dossier/words'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import { Button } from '../ui/button'
import styles from './dossier-screen.module.css'

/** Each linked passage that will not be cited: its words, where it was marked, and why. */
export function FailingList({
  tree,
  onShow,
}: {
  readonly tree: Pick<DossierTree, 'unverified' | 'absentFiles'>
  readonly onShow?: (id: string) => void
}) {
  return (
    <ul className={styles.failing}>
      {tree.absentFiles.map((file) => (
        <li key={file.sha256}>
          <b>{file.name}</b>: the stored file is {file.state}, so nothing in it is cited.
        </li>
      ))}
      {tree.unverified.map((item) => (
        <li key={item.number}>
          <p className={styles.place}>
            {item.number} · {item.claimNumber} · {item.relation}
          </p>
          {item.passages.length === 0 ? <p>The mark that this link names is no longer in the library.</p> : null}
          {item.passages
            .filter((passage) => passage.why !== '')
            .map((passage) => (
              <div key={passage.n}>
                <p className={styles.quote}>{passage.quote}</p>
                <p className={styles.quiet}>
                  {passage.document}, {pageWords(passage)}. {passage.why}
                </p>
              </div>
            ))}
          {onShow === undefined ? null : (
            <span className={styles.doors}>
              <Button kind="quiet" onClick={() => onShow(item.number)}>
                Show in the preview
              </Button>
              <OpenAtMark item={item} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function OpenAtMark({ item }: { readonly item: EvidenceNode }) {
  const document = item.passages[0]?.documentSha256
  const mark = annotationIdSchema.safeParse(item.annotationId)
  if (document === undefined || !mark.success) return null
  return (
    <Button kind="quiet" onClick={() => navigate(routes.document(document, { mark: mark.data }))}>
      Open at the mark
    </Button>
  )
}
