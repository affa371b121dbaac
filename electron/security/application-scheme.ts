import type { Protocol } from 'electron'
import { applicationFile, streamOf } from '../files/application-file'
import { contentSecurityPolicy, pageHeaders } from './content-security-policy'
import { HOST, SCHEME } from './origin'

/** Makes `app://vouch/` an origin of its own with storage, workers and hashing. Must be called before the application is ready. */
export function declareScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  ])
}

/** Serves the built renderer from its folder, and nothing else. */
export function serveApplication(protocol: Protocol, root: string): void {
  const headers = pageHeaders(contentSecurityPolicy())
  protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url)
    if (url.host !== HOST || (request.method !== 'GET' && request.method !== 'HEAD'))
      return new Response('refused', { status: 403, headers })
    const file = await applicationFile(root, url.pathname)
    if (file === null) return new Response('There is no such file.', { status: 404, headers })
    return new Response(request.method === 'HEAD' ? null : streamOf(file), {
      headers: { ...headers, 'Content-Type': file.mediaType, 'Content-Length': String(file.bytes) },
    })
  })
}
