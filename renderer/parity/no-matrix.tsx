import { Plus, Table2 } from 'lucide-react'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import styles from './parity-screen.module.css'

/** The room before there is a matrix: what one is for, and two ways to begin. */
export function NoMatrix({ onBegin }: { readonly onBegin: (from: 'template' | 'nothing') => void }) {
  return (
    <EmptyState
      title="What does one agency disclose that another does not?"
      actions={
        <>
          <Button kind="primary" icon={Table2} onClick={() => onBegin('template')}>
            Begin with the AI-use inventories…
          </Button>
          <Button icon={Plus} onClick={() => onBegin('nothing')}>
            Begin with nothing…
          </Button>
        </>
      }
    >
      <p>
        A matrix sets elements that agencies ought to disclose against agencies and years, and says of each cell what was disclosed:
        something specific, one text in every row, a notice that it is withheld, nothing.
      </p>
      <ol className={styles.steps}>
        <li>Choose the template: the fields of the federal inventories of 2023, 2024 and 2025, or your own.</li>
        <li>Choose the inventory table of each year from the library.</li>
        <li>Look at what is computed, take it over, and fill by hand what no table can tell.</li>
      </ol>
    </EmptyState>
  )
}
