import type { DocumentId } from '@shared/documents/document'
import { HASHED_HEIGHT, HASHED_WIDTH, pictureHash, type PictureHash } from '@shared/versions/picture-hash'
import { rowsOfPages } from '../storage/rows-of-pages'
import type { Workbench } from '../workbench/workbench'
import type { PictureHashes } from './version-jobs'

/** Pages of a document whose pictures are compared at most: beyond that they are paired by place, or by hand. */
const MOST_PICTURES = 600

/** Hashes of the pages of a document that hold no text, from their small pictures; pages that can't be drawn have none, nor have rows of tables, which are pages without a size. */
export async function hashPictures(
  { db, pictures }: Pick<Workbench, 'db' | 'pictures'>,
  id: DocumentId,
  signal: AbortSignal,
  progress: (done: number) => void,
): Promise<PictureHashes> {
  const wordless = (await rowsOfPages(db.pages, id))
    .filter(({ content, box }) => (content === 'image' || content === 'empty') && box[2] > box[0])
    .slice(0, MOST_PICTURES)
  const hashes = new Map<number, PictureHash>()
  for (const [done, { index }] of wordless.entries()) {
    if (signal.aborted) break
    progress(done)
    const picture = await pictures.thumbnail(id, index, { signal })
    if (picture !== null) hashes.set(index, await hashOf(picture))
  }
  return hashes
}

async function hashOf(picture: Blob): Promise<PictureHash> {
  const bitmap = await createImageBitmap(picture, { resizeWidth: HASHED_WIDTH, resizeHeight: HASHED_HEIGHT, resizeQuality: 'high' })
  const canvas = new OffscreenCanvas(HASHED_WIDTH, HASHED_HEIGHT)
  const drawn = canvas.getContext('2d')
  drawn?.drawImage(bitmap, 0, 0)
  bitmap.close()
  const colours = drawn?.getImageData(0, 0, HASHED_WIDTH, HASHED_HEIGHT).data ?? new Uint8ClampedArray()
  // Luma as in ITU-R BT.601.
  return pictureHash(
    Array.from(
      { length: HASHED_WIDTH * HASHED_HEIGHT },
      (_, at) => 0.299 * (colours[4 * at] ?? 255) + 0.587 * (colours[4 * at + 1] ?? 255) + 0.114 * (colours[4 * at + 2] ?? 255),
    ),
  )
}
