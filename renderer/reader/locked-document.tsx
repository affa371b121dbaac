import type { Document } from '@shared/documents/document'
import { Lock } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { TextField } from '../ui/field'
import { useWorkbench } from '../workbench/workbench'
import styles from './reader.module.css'

/** Asks for the password of an encrypted document. It is remembered until Vouch is closed and written nowhere. */
export function LockedDocument({ document }: { readonly document: Document }) {
  const { imports } = useWorkbench()
  const [password, setPassword] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [trying, setTrying] = useState(false)
  const unlock = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTrying(true)
    const result = await imports.unlock(document.id, password)
    setTrying(false)
    if (result.kind === 'kept' || result.kind === 'refused') setError(`${result.problem.what} ${result.problem.remedy}`)
    else setError(null)
  }
  return (
    <EmptyState title={`${document.name} needs a password`}>
      <form className={styles.unlock} onSubmit={(event) => void unlock(event)}>
        <TextField
          label="Password"
          type="password"
          value={password}
          onChange={setPassword}
          error={error}
          hint="Remembered until Vouch is closed, and written nowhere."
        />
        <Button kind="primary" type="submit" icon={Lock} disabled={trying || password === ''}>
          {trying ? 'Unlocking…' : 'Unlock'}
        </Button>
      </form>
    </EmptyState>
  )
}
