import { DocumentFacts } from '../document-facts'
import { useReading } from '../reading'

/** What is known of the document. */
export function DocumentPanel() {
  return <DocumentFacts document={useReading().document} />
}
