import type { ReadBundle } from './read-bundle'
import styles from './exchange.module.css'

/** What was checked of a bundle when it was opened, and whether it holds. */
export function BundleChecks({ checks }: { readonly checks: ReadBundle['checks'] }) {
  return (
    <section className={styles.way} aria-labelledby="checks">
      <h2 id="checks" className={styles.subtitle}>
        Checked
      </h2>
      {checks.length === 0 ? (
        <p>vouch.json came without its custody log, so nothing about it could be checked. From here on this library’s own log states it.</p>
      ) : (
        <ul className={styles.list}>
          {checks.map(({ name, ok: holds, what }) => (
            <li key={name}>
              <span className={holds ? styles.good : styles.bad} aria-hidden>
                {holds ? '✓' : '✗'}
              </span>{' '}
              <span className={styles.hidden}>{holds ? 'holds: ' : 'does not hold: '}</span>
              {what}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
