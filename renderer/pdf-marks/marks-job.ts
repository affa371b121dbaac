import type { Outcome } from '@shared/errors/outcome'
import type { PdfMark } from '@shared/pdf-marks/pdf-mark'

/** The marks that stand in a file, in reading order, and how many stand there beyond those that are taken. */
export type FileMarks = { readonly marks: readonly PdfMark[]; readonly beyond: number }

/** What the worker is asked: the marks of one file. `base` is the address of the folder that holds pdf.js's data; the answer comes through `port`. */
export type MarksJob = {
  readonly name: string
  readonly blob: Blob
  readonly password: string | null
  readonly base: string
  readonly port: MessagePort
}
export type MarksAnswer = Outcome<FileMarks>
