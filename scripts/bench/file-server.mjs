// Serves a few folders on 127.0.0.1, with byte ranges, for the yardsticks of the bench.
import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'

const TYPES = {
  '.html': 'text/html',
  '.mjs': 'text/javascript',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
}

/**
 * @param {Record<string, string>} folders by the first part of the path: { 'pdfjs-dist': '/…/node_modules/pdfjs-dist' }
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export function serveFolders(folders) {
  const server = createServer((request, response) => {
    const [, first = '', ...rest] = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname).split('/')
    const root = folders[first]
    const file = root === undefined ? '' : normalize(join(root, ...rest))
    const stat = root !== undefined && file.startsWith(root + sep) ? statSync(file, { throwIfNoEntry: false }) : undefined
    if (!stat?.isFile()) return void response.writeHead(404).end()
    const headers = { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Accept-Ranges': 'bytes' }
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '')
    if (range === null) {
      response.writeHead(200, { ...headers, 'Content-Length': stat.size })
      return void createReadStream(file).pipe(response)
    }
    const start = Number(range[1])
    const end = range[2] === '' ? stat.size - 1 : Math.min(Number(range[2]), stat.size - 1)
    response.writeHead(206, { ...headers, 'Content-Length': end - start + 1, 'Content-Range': `bytes ${start}-${end}/${stat.size}` })
    createReadStream(file, { start, end }).pipe(response)
  })
  return new Promise((done) =>
    server.listen(0, '127.0.0.1', () => done({ url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() })),
  )
}
