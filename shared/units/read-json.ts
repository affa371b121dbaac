import { ok, type Outcome, trouble } from '../errors/outcome'

/** Reads JSON; of what is none, why it is none, in the words of the engine and without a full stop. */
export function readJson(text: string): Outcome<unknown, string> {
  try {
    return ok(JSON.parse(text))
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown
    return trouble(thrown.message)
  }
}

/** The value of a JSON text; undefined, which no schema takes, where it is none. */
export function jsonOf(text: string): unknown {
  const read = readJson(text)
  return read.ok ? read.value : undefined
}
