import { cite, CITATION_STYLE_LABELS } from '@shared/citations/cite'
import type { CitedRecord } from '@shared/citations/cited-record'
import type { Words } from '@shared/citations/words'
import styles from './source-dialog.module.css'

/** How a source will be cited, in each style: in full, and once it was cited in full. */
export function CitationPreview({ record }: { readonly record: CitedRecord }) {
  return (
    <section aria-label="How it will be cited" className={styles.preview}>
      <h3 className={styles.heading}>How it will be cited</h3>
      <dl className={styles.styles}>
        {CITATION_STYLE_LABELS.map(({ value, label }) => (
          <div key={value} className={styles.style}>
            <dt>{label}</dt>
            <dd>
              <Runs words={cite(value, record, [])} />
            </dd>
            <dd className={styles.after}>
              Afterwards: <Runs words={cite(value, record, [], 'short')} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const Runs = ({ words }: { readonly words: Words }) =>
  words.map(({ text, italic }, at) => (italic ? <cite key={at}>{text}</cite> : <span key={at}>{text}</span>))
