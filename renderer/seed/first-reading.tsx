import { Link, useLocation } from 'wouter'
import { routes } from '../app/routes'
import styles from './first-reading.module.css'
import type { FirstReadingPlace } from './samples'

/** The way through the samples in five minutes, with the step at which the researcher is. */
export function FirstReading({ analysisId, claimId, documentId, markId }: FirstReadingPlace) {
  const [path] = useLocation()
  const steps = [
    { to: routes.claim(analysisId, claimId), words: 'a claim that depends on its reading' },
    { to: routes.document(documentId, { mark: markId }), words: 'the cell against it' },
    { to: routes.parity(analysisId), words: 'what two agencies disclose' },
    { to: routes.ledger(analysisId), words: 'the ledger' },
    { to: routes.dossier(analysisId), words: 'the dossier' },
  ]
  return (
    <nav className={styles.path} aria-label="A first reading">
      <span className={styles.lead}>In five minutes:</span>
      <ol className={styles.steps}>
        {steps.map(({ to, words }) => (
          <li key={to}>
            <Link href={to} className={styles.step} aria-current={to.split('?')[0] === path ? 'page' : undefined}>
              {words}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
