/** How far into a file its header may stand (ISO 32000-1, annex H.3, implementation note 13). */
export const HEADER_REACH = 1024

/** Whether `%PDF-` stands in the first 1024 bytes, as readers ask before they try a file. */
export function looksLikePdf(head: Uint8Array): boolean {
  const mark = [0x25, 0x50, 0x44, 0x46, 0x2d]
  const end = Math.min(head.length, HEADER_REACH) - mark.length
  for (let at = 0; at <= end; at += 1) if (mark.every((byte, offset) => head[at + offset] === byte)) return true
  return false
}
