import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { Readable } from 'node:stream'
import { isMissing } from './disk'
import { partsInside } from './outside-name'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.md': 'text/markdown; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

export type ApplicationFile = { readonly path: string; readonly bytes: number; readonly mediaType: string }

/**
 * The file of the built application that a page asks for; null where there is none, or where the path would leave the folder.
 * @param pathname of the address, still percent-encoded: `/`, `/assets/index.js`
 */
export async function applicationFile(root: string, pathname: string): Promise<ApplicationFile | null> {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch (thrown) {
    if (thrown instanceof URIError) return null
    throw thrown
  }
  const parts = partsInside(decoded === '/' ? 'index.html' : decoded.replace(/^\//, ''))
  if (!parts.ok) return null
  const path = join(root, ...parts.value)
  if (!path.startsWith(root + sep)) return null
  try {
    const found = await stat(path)
    return found.isFile()
      ? { path, bytes: found.size, mediaType: MEDIA_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream' }
      : null
  } catch (thrown) {
    if (isMissing(thrown) || (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOTDIR')) return null
    throw thrown
  }
}

/** The bytes of a file as a stream for a Response. */
export const streamOf = (file: ApplicationFile): ReadableStream<Uint8Array> =>
  Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array>
