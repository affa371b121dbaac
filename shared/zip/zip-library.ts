import { configure } from '@zip.js/zip.js/lib/zip-core-custom.js'
import { Deflate } from 'fflate'

/** Deflate as fflate does it: the same bytes on every machine, which the CompressionStream of a browser does not promise. */
class FixedDeflate extends TransformStream<Uint8Array, Uint8Array> {
  constructor() {
    const deflate = new Deflate({ level: 6 })
    super({
      start(controller) {
        deflate.ondata = (piece) => controller.enqueue(piece)
      },
      transform: (piece) => deflate.push(piece),
      flush: () => deflate.push(new Uint8Array(), true),
    })
  }
}

/**
 * What is unpacked at a step, in bytes: deflate makes at most 1,032 of one, so this bounds the memory that a zip can ask for beyond
 * what it states.
 */
const STEP = 64 * 1024

configure({ useWebWorkers: false, chunkSize: STEP, CompressionStreamFallback: FixedDeflate })

export * from '@zip.js/zip.js/lib/zip-core-custom.js'
