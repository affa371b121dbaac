import { throwInOwnTask } from '@shared/errors/throw-in-own-task'
import { handingOverLess } from './hand-over-less'

// The worker in which pdf.js parses the file of one document for a window. pdf.js speaks on the worker's own port, from when it is loaded;
// what it says passes through here.

const { asked, answered } = handingOverLess()
const directly = self.postMessage
Reflect.set(self, 'postMessage', (message: unknown, transfer: Transferable[] = []) =>
  Reflect.apply(directly, self, [answered(message), transfer]),
)
self.addEventListener('message', ({ data }: MessageEvent<unknown>) => asked(data))
import(/* @vite-ignore */ new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).href).catch(throwInOwnTask)
