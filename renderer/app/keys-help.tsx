import { Dialog } from '../ui/dialog'
import { Kbd } from '../ui/kbd'
import styles from './keys-help.module.css'
import { SHORTCUT_SCOPES, SHORTCUTS, type ShortcutScope } from './shortcuts'

const ARROWS: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }
const shown = (keys: string): string => keys.replace(/Arrow\w+/, (arrow) => ARROWS[arrow] ?? arrow)

/** All keys on one page, from the table that the handlers read. */
export function KeysHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="All keys" wide reading>
      <KeysTable />
    </Dialog>
  )
}

/** The keys by where they work. */
export function KeysTable() {
  return (
    <div className={styles.columns}>
      {(Object.keys(SHORTCUT_SCOPES) as readonly ShortcutScope[]).map((scope) => (
        <section key={scope} className={styles.scope}>
          <h3 className={styles.title}>{SHORTCUT_SCOPES[scope]}</h3>
          <dl>
            {SHORTCUTS.filter((shortcut) => shortcut.scope === scope).map((shortcut) => (
              <div key={shortcut.id} className={styles.row}>
                <dt>{shortcut.words}</dt>
                <dd className={styles.keys}>
                  {shortcut.keys.map((keys) => (
                    <Kbd key={keys} keys={shown(keys)} />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
