import type { PdfReader } from './pdf-reader'

/** What a reader says without being asked for a promise: known from the library before the file is open. */
export type PdfFacts = {
  readonly [Name in keyof PdfReader as PdfReader[Name] extends (...given: never[]) => unknown ? never : Name]: PdfReader[Name]
}

/**
 * A PDF that is still being opened, so that its pages can be laid out and their kept pictures shown meanwhile: what it is asked waits
 * until the file is open, and never comes where it can't be opened.
 */
export function latePdf(facts: PdfFacts, opening: Promise<PdfReader | null>): PdfReader {
  const asked =
    (name: PropertyKey) =>
    (...given: unknown[]): Promise<unknown> =>
      opening.then((reader) => {
        const method: unknown = reader === null ? null : Reflect.get(reader, name)
        return typeof method === 'function' ? method.apply(reader, given) : new Promise(() => undefined)
      })
  // All else of a PdfReader is a function that gives a promise; `PdfFacts` holds what is not.
  return new Proxy(facts, { get: (known, name) => (Reflect.has(known, name) ? Reflect.get(known, name) : asked(name)) }) as PdfReader
}
