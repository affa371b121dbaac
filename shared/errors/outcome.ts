/** The result of something that can fail in an expected way. Bugs are exceptions; trouble is data. */
export type Outcome<Value, Trouble = Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Trouble }

/** Expected trouble, in words for the researcher. */
export type Problem = {
  /** A stable name for tests and for choosing a remedy in code: `pdf-needs-password`. */
  readonly kind: string
  /** What happened, naming the file or record: one sentence. */
  readonly what: string
  /** What the researcher can do about it: one sentence. */
  readonly remedy: string
}

/** An outcome that succeeded. */
export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value })
/** An outcome that failed in an expected way. */
export const trouble = <Trouble>(problem: Trouble): { readonly ok: false; readonly problem: Trouble } => ({ ok: false, problem })
/** A problem in words: its stable name, what happened, what can be done. */
export const problem = (kind: string, what: string, remedy: string): Problem => ({ kind, what, remedy })

/** The message of anything thrown, for a sentence that quotes a library's own words. */
export const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown))

/** Makes a forgotten case a compile error. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
