import type { DocumentId } from '@shared/documents/document'
import type { PdfReader } from '../pdf/pdf-reader'
import { encodePicture } from './encode-picture'
import type { KeptPicture, PagePictures, PictureSize } from './page-pictures'
import { paintThumbnail } from './paint-thumbnail'

/** A decoded picture that stands where a page is not drawn yet. */
export type StandIn = { readonly bitmap: ImageBitmap; readonly size: PictureSize }

/** Decoded thumbnails kept at hand, 130 kB each, and readable pictures, 5 MB each. */
const KEPT: Readonly<Record<PictureSize, number>> = { small: 112, readable: 3 }
/** Pages whose small pictures are read from the database at once, as bytes (5 kB each), and how many of these are held. */
const CHUNK = 128
const BYTES_HELD = 512
/** Pictures decoded at a time. */
const DECODING = 8
/** Pages ahead and behind that are fetched while a document rests, and while it is flung past. */
const AROUND = { ahead: 24, behind: 8 }
const FLUNG = { ahead: 72, behind: 2 }
/** ms until a page that had no picture is asked for again. */
const ASK_AGAIN = 4000
/** Pages ahead of a fling that are worth drawing: those farther on come too late, those nearer have passed. */
const LEAD = 4
/** Narrowest drawing, canvas pixels, of which a readable picture is kept. */
const READABLE_FROM = 500

/** The kept pictures of one document, decoded ahead of where it is being read. */
export type StandIns = {
  /** The best picture of a page that is at hand. */
  peek(page: number): StandIn | null
  /** Tells when a page gets a better picture; the function returned ends it. */
  watch(page: number, arrived: () => void): () => void
  /** Fetches the pictures around a page; `direction` -1, 0 or 1 says where a fling goes. */
  lookAt(page: number, direction: -1 | 0 | 1): void
  /** The page just ahead of a fling that has no picture; null where all have one, or were tried. */
  wanted(page: number, direction: -1 | 0 | 1): number | null
  /** Draws a page small, now, and keeps the picture. */
  draw(page: number, reader: PdfReader): Promise<void>
  /** Keeps pictures of a page that was drawn (upright) and looked at. */
  keep(page: number, drawn: HTMLCanvasElement): Promise<void>
  /** Gives the decoded pictures back. */
  close(): void
}

/** No picture is fetched before a page is looked at; `close` has to be called when the document is left. */
export function createStandIns(pictures: PagePictures, documentId: DocumentId): StandIns {
  const bitmaps: Readonly<Record<PictureSize, Map<number, ImageBitmap>>> = { small: new Map(), readable: new Map() }
  /** Small pictures as they are kept, so that a fling waits for no reading. */
  const bytes = new Map<number, KeptPicture>()
  const decoding = new Set<number>()
  /** Pages that were drawn small, or could not be. */
  const tried = new Set<number>()
  const watchers = new Map<number, Set<() => void>>()
  const asked: Readonly<Record<PictureSize, Map<number, number>>> = { small: new Map(), readable: new Map() }
  const life = new AbortController()
  let [centre, heading, reading] = [0, 0 as -1 | 0 | 1, false]

  const holdBytes = (picture: KeptPicture): void => {
    bytes.set(picture.index, picture)
    if (bytes.size > BYTES_HELD) bytes.delete(farthestOf(bytes))
  }
  const farthestOf = (map: ReadonlyMap<number, unknown>): number =>
    [...map.keys()].reduce((far, at) => (Math.abs(at - centre) > Math.abs(far - centre) ? at : far))

  const hold = (page: number, size: PictureSize, bitmap: ImageBitmap): void => {
    const map = bitmaps[size]
    map.get(page)?.close()
    map.delete(page)
    map.set(page, bitmap)
    while (map.size > KEPT[size]) {
      const farthest = farthestOf(map)
      map.get(farthest)?.close()
      map.delete(farthest)
    }
    for (const arrived of watchers.get(page) ?? []) arrived()
  }

  const missing = (page: number, size: PictureSize): boolean =>
    page >= 0 && !bitmaps[size].has(page) && performance.now() - (asked[size].get(page) ?? Number.NEGATIVE_INFINITY) > ASK_AGAIN

  const fetchReadable = async (page: number): Promise<void> => {
    asked.readable.set(page, performance.now())
    const kept = await pictures.kept(documentId, page, 'readable')
    if (kept !== null) await show(page, 'readable', kept)
  }

  const show = async (page: number, size: PictureSize, picture: Encoded): Promise<void> => {
    const bitmap = await decoded(picture)
    if (life.signal.aborted) bitmap?.close()
    else if (bitmap !== null) hold(page, size, bitmap)
    else bytes.delete(page)
  }

  /** Reads the bytes of the small pictures around a page. */
  const readChunk = async (page: number): Promise<void> => {
    const from = page - (page % CHUNK)
    const now = performance.now()
    for (let at = from; at < from + CHUNK; at += 1) asked.small.set(at, now)
    for (const picture of await pictures.keptBetween(documentId, from, from + CHUNK - 1, 'small')) holdBytes(picture)
  }

  /** The page nearest to the centre in the direction of travel whose small picture can be decoded, or asked for; null when all around is there. */
  const nextMissing = (): number | null => {
    const reach = heading === 0 ? AROUND : FLUNG
    const forward = heading === 0 ? 1 : heading
    const wants = (page: number): boolean => !bitmaps.small.has(page) && !decoding.has(page) && (bytes.has(page) || missing(page, 'small'))
    for (let step = 0; step <= reach.ahead; step += 1) {
      if (wants(centre + step * forward)) return centre + step * forward
      if (step <= reach.behind && wants(centre - step * forward)) return centre - step * forward
    }
    return null
  }

  const decodeAround = (): void => {
    while (decoding.size < DECODING && !life.signal.aborted) {
      const page = nextMissing()
      if (page === null) return
      const picture = bytes.get(page)
      if (picture === undefined) return void readAround(page)
      decoding.add(page)
      void show(page, 'small', picture).finally(() => {
        decoding.delete(page)
        decodeAround()
      })
    }
  }

  const readAround = async (page: number): Promise<void> => {
    if (reading) return
    reading = true
    try {
      await readChunk(page)
    } finally {
      reading = false
    }
    decodeAround()
  }

  return {
    peek(page) {
      const readable = bitmaps.readable.get(page)
      if (readable !== undefined) return { bitmap: readable, size: 'readable' }
      const small = bitmaps.small.get(page)
      return small === undefined ? null : { bitmap: small, size: 'small' }
    },
    watch(page, arrived) {
      const own = watchers.get(page) ?? new Set()
      watchers.set(page, own.add(arrived))
      return () => {
        own.delete(arrived)
        if (own.size === 0) watchers.delete(page)
      }
    },
    lookAt(page, direction) {
      centre = page
      heading = direction
      if (direction === 0) for (const near of [page, page + 1]) if (missing(near, 'readable')) void fetchReadable(near)
      decodeAround()
    },
    wanted(page, direction) {
      for (let step = 1; step <= LEAD; step += 1) {
        const at = page + step * direction
        if (at >= 0 && !bitmaps.small.has(at) && !bytes.has(at) && asked.small.has(at) && !tried.has(at)) return at
      }
      return null
    },
    async draw(page, reader) {
      tried.add(page)
      const painted = page < reader.pageCount ? await paintThumbnail(reader, page) : null
      if (painted === null || life.signal.aborted) return
      const picture = { documentId, index: page, size: 'small' as const, ...painted }
      const bitmap = await decoded(picture)
      if (bitmap !== null) hold(page, 'small', bitmap)
      await pictures.keep(picture)
    },
    async keep(page, drawn) {
      for (const size of ['readable', 'small'] as const) {
        if (size === 'readable' && drawn.width < READABLE_FROM) continue
        if (bitmaps[size].has(page) || (await pictures.kept(documentId, page, size)) !== null) continue
        const encoded = await encodePicture(drawn, size)
        if (encoded !== null) await pictures.keep({ documentId, index: page, size, ...encoded })
      }
    },
    close() {
      life.abort()
      bytes.clear()
      for (const map of Object.values(bitmaps)) {
        for (const bitmap of map.values()) bitmap.close()
        map.clear()
      }
    },
  }
}

type Encoded = Pick<KeptPicture, 'data' | 'type'>

/**
 * Null where the bytes of a kept picture are damaged: then the page is drawn, as if none had been kept. Decoded from the bytes and not from a Blob,
 * of which the browser's process keeps a copy until the window collects its garbage.
 */
async function decoded({ data, type }: Encoded): Promise<ImageBitmap | null> {
  const decoder = new ImageDecoder({ data, type })
  try {
    const { image } = await decoder.decode()
    const bitmap = await createImageBitmap(image)
    image.close()
    return bitmap
  } catch (thrown) {
    if (thrown instanceof DOMException || thrown instanceof TypeError) return null
    throw thrown
  } finally {
    decoder.close()
  }
}
