import type { DocumentId } from '@shared/documents/document'
import { createGate } from '@shared/units/gate'
import { createRecogniser, type Recogniser } from './recogniser'

/** One that recognises so many pages at a time, each in a worker of its own; a worker that has a document open is given its next pages. */
export function createRecogniserPool(places: number, create: () => Recogniser = createRecogniser): Recogniser {
  const gate = createGate(places)
  const all: { readonly recogniser: Recogniser; documentId: DocumentId | null; busy: boolean }[] = []
  return {
    recognise: (job, progress, signal) =>
      gate.through(async () => {
        let one = all.find(({ busy, documentId }) => !busy && documentId === job.documentId) ?? all.find(({ busy }) => !busy)
        if (one === undefined) all.push((one = { recogniser: create(), documentId: null, busy: false }))
        one.busy = true
        one.documentId = job.documentId
        const recognised = await one.recogniser.recognise(job, progress, signal)
        one.busy = false
        return recognised
      }),
    rest() {
      for (const { recogniser } of all) recogniser.rest()
    },
  }
}
