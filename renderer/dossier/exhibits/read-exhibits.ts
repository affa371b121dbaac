import type { DocumentId } from '@shared/documents/document'
import { type DossierSnapshot, type PassagePicture, picturePath, type SegmentBlackout, type SegmentCheck } from '@shared/dossier/snapshot'
import type { Workbench } from '../../workbench/workbench'
import { checkExhibit } from './check-exhibit'
import { type FileState, stateOfFile } from './exhibit-files'
import { exhibitReaders } from './exhibit-readers'
import type { PassageFindings } from './passage-findings'
import type { ReadRecords } from '../read-records'

/** How far reading is: what is read now in words, and how many of how many exhibits are read. */
export type GatherProgress = { readonly words: string; readonly done: number; readonly of: number }

type Asked = {
  /** What is known of a document whose file is missing, from where its bytes are; null where nothing is. */
  readonly toldOf: (id: DocumentId) => { readonly state: FileState; readonly findings: PassageFindings } | null
  /** Documents whose bytes stay here. */
  readonly keptOut: ReadonlySet<DocumentId>
  readonly onProgress: ((progress: GatherProgress) => void) | undefined
  readonly signal: AbortSignal | undefined
}

type ReadExhibits = {
  readonly files: DossierSnapshot['files']
  readonly checks: readonly SegmentCheck[]
  readonly blackouts: readonly SegmentBlackout[]
  readonly pictures: readonly PassagePicture[]
  /** The bytes of the pictures by their paths in a bundle. */
  readonly bytes: ReadonlyMap<string, Uint8Array>
}

/** Exhibits that are read at a time, each in a worker of its own: while one waits for its stored bytes, another is read and drawn. */
const AT_ONCE = 3

/** Hashes and reads all exhibits again, some at a time. Where it was cancelled, what it gives is not whole. */
export async function readExhibits(
  workbench: Workbench,
  read: Pick<ReadRecords, 'records' | 'redactions' | 'exhibits'>,
  { toldOf, keptOut, onProgress, signal }: Asked,
): Promise<ReadExhibits> {
  const { records, exhibits } = read
  const files: DossierSnapshot['files'][number][] = []
  const checks: SegmentCheck[] = []
  const blackouts: SegmentBlackout[] = []
  const pictures: PassagePicture[] = []
  const bytes = new Map<string, Uint8Array>()
  const readers = exhibitReaders()
  const cancel = (): void => readers.end()
  signal?.addEventListener('abort', cancel)
  const stopped = (): boolean => signal?.aborted === true
  let next = 0
  const readSome = async (): Promise<void> => {
    for (let id = exhibits[next++]; id !== undefined && !stopped(); id = exhibits[next++]) {
      const name = records.documents.find((document) => document.id === id)?.name ?? id
      onProgress?.({ words: `Reading exhibit ${next} of ${exhibits.length} again: ${name}`, done: files.length, of: exhibits.length })
      const state = await stateOfFile(workbench.db, id)
      const told = state === 'missing' ? toldOf(id) : null
      const found =
        told?.findings ?? (await checkExhibit(workbench, readers, read, { id, name, state, pictured: !keptOut.has(id) }, signal))
      files.push({ documentId: id, state: told?.state ?? state })
      checks.push(...found.checks)
      blackouts.push(...found.blackouts)
      for (const { picture, bytes: png } of found.pictures) {
        pictures.push(picture)
        bytes.set(picturePath(picture), png)
      }
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, readSome))
  } finally {
    signal?.removeEventListener('abort', cancel)
    readers.end()
  }
  return { files, checks, blackouts, pictures, bytes }
}
