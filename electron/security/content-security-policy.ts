/** What a page of Vouch may load, from nothing: only what lies in the application itself. The development server sends none. */
export function contentSecurityPolicy(): string {
  return [
    "default-src 'none'",
    // 'wasm-unsafe-eval': pdf.js decodes JPEG 2000, JBIG2 and colour profiles in WebAssembly. No eval of JavaScript.
    "script-src 'self' 'wasm-unsafe-eval'",
    // 'unsafe-inline': component libraries insert <style> elements; styles load nothing, because the other lines forbid it.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    // data: and blob: fonts come out of the PDFs themselves.
    "font-src 'self' data: blob:",
    "connect-src 'self' blob:",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "media-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** The headers of every answer to the window. The last two make the page cross-origin isolated. */
export const pageHeaders = (policy: string): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
})
