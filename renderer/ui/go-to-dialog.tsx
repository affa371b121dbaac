import { useState } from 'react'
import { Button } from './button'
import { Dialog } from './dialog'
import { TextField } from './field'

type GoToDialogProps = {
  readonly title: string
  /** What is typed: `Row`, `File page, label or stamp`. */
  readonly label: string
  readonly hint: string
  /** The place where one is, as an example. */
  readonly current: string
  /** Goes there, and says nothing; or why there is no such place. */
  readonly onGo: (typed: string) => string | null
  readonly onClose: () => void
}

/** Asks for a place by its number or name, and goes there. */
export function GoToDialog({ title, label, hint, current, onGo, onClose }: GoToDialogProps) {
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | null>(null)
  const go = (): void => {
    const wrong = onGo(typed.trim())
    if (wrong === null) onClose()
    else setError(wrong)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" shortcut="Enter" onClick={go}>
            Go
          </Button>
        </>
      }
    >
      <TextField
        label={label}
        value={typed}
        placeholder={current}
        error={error}
        hint={hint}
        onChange={(next) => {
          setTyped(next)
          setError(null)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go()
        }}
      />
    </Dialog>
  )
}
