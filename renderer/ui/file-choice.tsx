import type { Ref } from 'react'

type FileChoiceProps = {
  /** A button or the entry of a menu clicks it. */
  readonly ref: Ref<HTMLInputElement>
  /** What is asked for, as the browser's dialog and screen readers have it. */
  readonly label: string
  /** Endings and media types that are offered; all without it. */
  readonly accept?: string
  /** A folder with all that it holds, instead of one file. */
  readonly folder?: boolean
  readonly onChosen: (files: readonly [File, ...File[]]) => void
}

/** The way to a file through the browser's dialog. It is not seen, and it takes the same file twice in a row. */
export function FileChoice({ ref, label, accept, folder = false, onChosen }: FileChoiceProps) {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      aria-label={label}
      accept={accept}
      {...(folder ? { webkitdirectory: '' } : {})}
      onChange={({ target }) => {
        const [first, ...rest] = target.files ?? []
        // Else choosing the same file again would change nothing, and nothing would be heard of it.
        target.value = ''
        if (first !== undefined) onChosen([first, ...rest])
      }}
    />
  )
}
