import { type Outcome, problem, trouble } from '@shared/errors/outcome'
import type { ForeignNotes } from '@shared/foreign-notes/foreign-note'
import { readNotes } from '@shared/foreign-notes/read-notes'

const LARGEST = 32 * 1024 * 1024

/** Reads a chosen file of notes. Problems: `notes-large`, and those of `readNotes`. */
export async function readNotesFile(file: File): Promise<Outcome<ForeignNotes>> {
  if (file.size > LARGEST)
    return trouble(
      problem(
        'notes-large',
        `“${file.name}” is too large to be a file of notes.`,
        'Choose a file of at most 32 MB, or export the notes in parts.',
      ),
    )
  return readNotes(await file.text(), file.name)
}
