import { useState } from 'react'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'

type GoToRowDialogProps = { readonly current: number; readonly last: number; /** False where the sheet has no such row. */ readonly onGo: (row: number) => boolean; readonly onClose: () => void }

/** Goes to a row by its number in the sheet. */
export function GoToRowDialog({ current, last, onGo, onClose }: GoToRowDialogProps) {
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | null>(null)
  const go = (): void => (onGo(Number(typed.trim())) ? onClose() : setError(`There is no row “${typed.trim()}” in this sheet. Its last row is ${last}; rows without a cell are left out.`))
  return (
    <Dialog
      open
      onClose={onClose}
      title="Go to row"
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
        label="Row"
        value={typed}
        placeholder={String(current)}
        error={error}
        hint="The number of the row in the file, as a spreadsheet counts it: sorting and narrowing do not change it."
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
