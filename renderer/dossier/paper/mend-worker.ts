import { messageOf } from '@shared/errors/outcome'
import type { MendAnswer, MendJob } from './mend-job'
import { mendPdf } from './mend-pdf'

// A dedicated worker: a dossier of some hundred pages is some ten thousand objects, and the window must answer meanwhile.

const say = (answer: MendAnswer): void => self.postMessage(answer, { transfer: answer.kind === 'mended' ? [answer.bytes.buffer] : [] })

self.addEventListener('message', ({ data: { printed, mending } }: MessageEvent<MendJob>) => {
  mendPdf(printed, mending, (done, of) => say({ kind: 'progress', done, of })).then(
    (bytes) => say({ kind: 'mended', bytes }),
    (thrown: unknown) => say({ kind: 'failed', message: messageOf(thrown) }),
  )
})
