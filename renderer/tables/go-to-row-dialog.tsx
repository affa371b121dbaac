import { GoToDialog } from '../ui/go-to-dialog'

type GoToRowDialogProps = {
  readonly current: number
  readonly last: number
  /** False where the sheet has no such row. */ readonly onGo: (row: number) => boolean
  readonly onClose: () => void
}

/** Goes to a row by its number in the sheet. */
export function GoToRowDialog({ current, last, onGo, onClose }: GoToRowDialogProps) {
  return (
    <GoToDialog
      title="Go to row"
      label="Row"
      current={String(current)}
      hint="The number of the row in the file, as a spreadsheet counts it: sorting and narrowing do not change it."
      onGo={(typed) =>
        onGo(Number(typed)) ? null : `There is no row “${typed}” in this sheet. Its last row is ${last}; rows without a cell are left out.`
      }
      onClose={onClose}
    />
  )
}
