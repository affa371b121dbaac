import { DocumentFacts } from '../document-facts'
import { useReading } from '../reading'
import { PartsOfDocument } from './parts-of-document'
import styles from './panels.module.css'

/** What is known of the document, and what its file brings along. */
export function DocumentPanel() {
  return (
    <div className={styles.sections}>
      <DocumentFacts document={useReading().document} />
      <PartsOfDocument />
    </div>
  )
}
