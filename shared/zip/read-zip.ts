import { type Outcome, messageOf, ok, problem, trouble } from '../errors/outcome'
import * as library from './zip-library'

/** Where a zip lies: a file on a disk, or a Blob. Only what is asked for is read. */
export type ZipSource = { readonly size: number; read(offset: number, length: number): Promise<Uint8Array> }

export type ZipEntry = {
  readonly path: string
  readonly method: 'stored' | 'deflated'
  /** Length in bytes as the zip states it, and how much of the zip it takes. */
  readonly bytes: number
  readonly packed: number
  /** Where the packed bytes begin. Call within `withZip`. */
  place(): Promise<number>
  /** The bytes, in pieces; never more than the zip states. Call within `withZip`. */
  content(): AsyncGenerator<Uint8Array<ArrayBuffer>>
}

/** A zip that can't be read; the message says why. */
class ZipDamaged extends Error {}

/** Read at once, in bytes: more than the list of files of any bundle has. */
const MOST_AT_ONCE = 64 * 1024 * 1024
const METHODS: ReadonlyMap<number, ZipEntry['method']> = new Map([
  [0, 'stored'],
  [8, 'deflated'],
])

/** Does something with a zip; what is wrong with it comes back as trouble: `zip-damaged`. */
export async function withZip<Value>(name: string, work: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return ok(await work())
  } catch (thrown) {
    if (!(thrown instanceof ZipDamaged)) throw thrown
    return trouble(
      problem(
        'zip-damaged',
        `${name} is not a zip that can be read (${messageOf(thrown)}).`,
        'Ask for the bundle again, or unpack it and use its folder.',
      ),
    )
  }
}

/** The files of a zip, from the list at its end; folders are left out. Call within `withZip`. */
export async function zipEntries(source: ZipSource): Promise<readonly ZipEntry[]> {
  const reader = new SourceReader(source)
  // What a path may be is for those to say who write it somewhere.
  const zip = new library.ZipReader(reader, {
    strictness: 'strict',
    checkOverlappingEntry: true,
    checkCrc32: true,
    filenameValidation: 'tolerant',
  })
  const list = zip.getEntriesGenerator()
  const entries: ZipEntry[] = []
  const paths = new Set<string>()
  for (;;) {
    const { done, value: listed } = await read(reader, 'it', () => list.next())
    if (done === true) break
    if (listed.directory) continue
    const { filename: path, compressedSize: packed, uncompressedSize: bytes } = listed
    if (listed.encrypted) throw new ZipDamaged(`${path} in it is locked with a password`)
    const method = METHODS.get(listed.compressionMethod)
    if (method === undefined) throw new ZipDamaged(`${path} in it is packed in a way that is not known here`)
    // Two files of one path would let one reader see what another does not.
    if (paths.has(path)) throw new ZipDamaged(`${path} stands in it twice`)
    paths.add(path)
    if (method === 'stored' && packed !== bytes) throw new ZipDamaged(`${path} does not have the length that is stated`)
    entries.push({ path, method, bytes, packed, place: () => placeOf(reader, listed), content: () => contentOf(reader, listed) })
  }
  return entries
}

async function placeOf(reader: SourceReader, entry: library.FileEntry): Promise<number> {
  await read(reader, entry.filename, () => entry.getData(new WritableStream(), { checkOverlappingEntryOnly: true }))
  if (entry.localDirectory === undefined) throw new Error('a file of a zip was found without its header')
  return entry.localDirectory.dataOffset
}

async function* contentOf(reader: SourceReader, entry: library.FileEntry): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>()
  const pieces = readable.getReader()
  const unpacked = read(reader, entry.filename, () => entry.getData(writable))
  try {
    for (;;) {
      const next = read(reader, entry.filename, () => pieces.read())
      // Where the library fails before it writes, nothing would come.
      const { done, value } = await Promise.race([next, unpacked.then(() => next)])
      if (done) break
      yield value
    }
    await unpacked
  } finally {
    await Promise.allSettled([pieces.cancel(), unpacked])
  }
}

/** The library's way to a source. What fails in the source itself is kept apart from what is wrong with the zip. */
class SourceReader extends library.Reader<ZipSource> {
  failure: { readonly thrown: unknown } | null = null
  readonly #source: ZipSource
  constructor(source: ZipSource) {
    super(source)
    this.#source = source
    this.size = source.size
  }
  override async readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    if (length > MOST_AT_ONCE) throw new ZipDamaged('its list of files is no list')
    try {
      return await this.#source.read(offset, Math.max(0, Math.min(length, this.size - offset)))
    } catch (thrown) {
      this.failure = { thrown }
      throw thrown
    }
  }
}

/** What the library says of a zip, in our words; of what it calls by other names, in its own. */
const WORDS: ReadonlyMap<string, string> = new Map([
  [library.ERR_BAD_FORMAT, 'is no zip'],
  [library.ERR_EOCDR_NOT_FOUND, 'has no list of its files'],
  [library.ERR_EOCDR_LOCATOR_ZIP64_NOT_FOUND, 'has no list of its files where it should be'],
  [library.ERR_CENTRAL_DIRECTORY_NOT_FOUND, 'has a list of files that breaks off'],
  [library.ERR_AMBIGUOUS_ARCHIVE, 'can be read in two ways'],
  [library.ERR_OVERLAPPING_ENTRY, 'lies over another file in it'],
  [library.ERR_LOCAL_FILE_HEADER_NOT_FOUND, 'is not where its list says'],
  [library.ERR_ENTRY_DATA_OUT_OF_BOUNDS, 'breaks off'],
  [library.ERR_INVALID_UNCOMPRESSED_SIZE, 'does not have the length that is stated'],
  [library.ERR_INVALID_COMPRESSED_DATA, 'cannot be unpacked'],
  [library.ERR_INVALID_CRC32, 'does not have the checksum that is stated'],
])

/** Calls the library: what it throws is about the zip, unless the source failed. */
async function read<Value>(reader: SourceReader, what: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (thrown) {
    if (reader.failure !== null) throw reader.failure.thrown
    if (thrown instanceof ZipDamaged) throw thrown
    throw new ZipDamaged(`${what} ${WORDS.get(messageOf(thrown)) ?? `cannot be read: ${messageOf(thrown)}`}`)
  }
}
