import { type Balance, balanceCsv, balanceWords } from '@shared/balance/balance'
import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { saveFile } from '../desktop/save-file'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import styles from './balance-dialog.module.css'

/** Beyond this number the lines of a part are told by what is saved. */
const SHOWN = 200

type BalanceDialogProps = {
  readonly title: string
  readonly balance: Balance
  /** What else is to be known. */ readonly children?: ReactNode
  readonly onClose: () => void
}

/** The end of every import: what came in and what became of each thing, to be read and to be saved. */
export function BalanceDialog({ title, balance, children, onClose }: BalanceDialogProps) {
  const { desktop } = useWorkbench()
  const toast = useToast()
  const save = async (): Promise<void> => {
    const saved = await saveFile(desktop, 'balance.csv', balanceCsv(balance))
    if (!saved.ok) toast.show({ text: saved.problem.what, problem: saved.problem })
    else if (saved.value !== null) toast.show({ text: `Saved as ${saved.value}.` })
  }
  return (
    <Dialog
      open
      wide
      reading
      onClose={onClose}
      title={title}
      description={balanceWords(balance)}
      footer={
        <>
          <Button icon={Download} onClick={() => void save()}>
            Save the balance…
          </Button>
          <Button kind="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      {children}
      {balance.parts.map(({ title: part, lines }) =>
        lines.length === 0 ? null : (
          <section key={part} aria-label={part}>
            <h3 className={styles.title}>
              {part} · {lines.length.toLocaleString('en-US')}
            </h3>
            <ul className={styles.lines}>
              {lines.slice(0, SHOWN).map(({ where, words }, at) => (
                <li key={`${where}-${at}`}>
                  <span className={styles.where}>{where}</span> {words}
                </li>
              ))}
              {lines.length > SHOWN ? (
                <li className={styles.where}>
                  and {(lines.length - SHOWN).toLocaleString('en-US')} more, all of them in the saved balance
                </li>
              ) : null}
            </ul>
          </section>
        ),
      )}
    </Dialog>
  )
}
