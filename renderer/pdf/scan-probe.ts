/** Bytes a page below which a document can't be scans: a page of print in the tightest bilevel coding takes more. */
const LEAST_BYTES_OF_SCAN = 8000

/**
 * Whether a document seems to hold scanned pages with a text layer. Only then is every page's drawing looked at, because
 * that takes longer than reading its text. Asked once a document; the answer comes from two pages of it.
 * @param isScan whether an image covers most of a page; pages from 1
 */
export function probeForScans(
  document: { readonly pageCount: number; readonly bytes: number },
  isScan: (page: number) => Promise<boolean>,
): () => Promise<boolean> {
  let answer: Promise<boolean> | null = null
  const look = async (): Promise<boolean> => {
    const { pageCount, bytes } = document
    if (bytes / pageCount < LEAST_BYTES_OF_SCAN) return false
    const sampled = new Set([Math.ceil(pageCount / 4), Math.ceil((pageCount * 3) / 4)])
    for (const page of sampled) if (await isScan(page)) return true
    return false
  }
  return () => (answer ??= look())
}
