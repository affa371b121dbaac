/** What files of one document differ by: copies, dates, version numbers, states of release. */
const NOISE =
  /\(\d+\)|\b(?:19|20)\d{2}(?:[-_. ]?\d{2}){0,2}\b|\b(?:v|ver|version|rev|revision|release|copy|part|final|draft|updated|corrected|new|old|supplemental|reprocessed|unredacted|redacted|interim)[\s.]*\d*\b/giu

/** What a system puts behind the name of a second copy. */
const COPY = /\s*\(\d+\)\s*$|\s+\d{1,2}$/u

const bare = (name: string, noise: RegExp): string =>
  name
    .replace(/\.pdf$/iu, '')
    .replace(/[_.\-–—]+/gu, ' ')
    .replace(noise, ' ')
    .replace(COPY, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

/** Letters that two names must have in common, for their likeness to mean anything. */
const LEAST = 5

/** Whether two file names could name versions of one document: the same but for dates, numbers of versions and words like `redacted`. */
export function areSimilarNames(a: string, b: string): boolean {
  return [NOISE, COPY].some((noise) => {
    const [x, y] = [bare(a, noise), bare(b, noise)]
    return x === y && x.length >= LEAST
  })
}
