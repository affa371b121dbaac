import type { ParityMatrix } from '@shared/parity/parity-matrix'

/** The matrix as it is being changed in its dialog, and what a part of the dialog calls with the next state of it. */
export type MatrixEdit = { readonly draft: ParityMatrix; readonly onDraft: (draft: ParityMatrix) => void }
