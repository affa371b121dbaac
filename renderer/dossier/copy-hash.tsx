import type { Sha256 } from '@shared/units/hashes'
import { Copy } from 'lucide-react'
import { IconButton } from '../ui/button'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import styles from './dossier-screen.module.css'

/** A hash with its name, to be copied. */
export function CopyHash({ label, hash }: { readonly label: string; readonly hash: Sha256 }) {
  const { desktop } = useWorkbench()
  const toasts = useToast()
  const copy = async (): Promise<void> => {
    await desktop.app.copyText(hash)
    toasts.show({ text: `${label}: copied.` })
  }
  return (
    <div className={styles.hash}>
      <span className={styles.quiet}>{label}</span>
      <code>{hash}</code>
      <IconButton icon={Copy} label={`Copy: ${label}`} onClick={() => void copy()} />
    </div>
  )
}
