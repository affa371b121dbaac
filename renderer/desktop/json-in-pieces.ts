/** Members of a list that are written between two rests. */
const PIECE = 200
/** How deep lists are looked for: what a journal line changed stands four levels below the arguments of the call. */
const DEEP = 5

/**
 * JSON as `JSON.stringify` writes it, of a value of plain objects and lists, in pieces: a command may have changed tens of thousands of
 * records, and writing them on end is felt.
 * @param rest awaited between the pieces, as `resting` gives it
 */
export async function jsonInPieces(value: unknown, rest: () => Promise<void> | undefined): Promise<readonly string[]> {
  const pieces: string[] = []
  const write = async (part: unknown, depth: number): Promise<void> => {
    if (depth === 0 || typeof part !== 'object' || part === null) pieces.push(JSON.stringify(part) ?? 'null')
    else if (Array.isArray(part)) {
      pieces.push('[')
      for (let from = 0; from < part.length; from += PIECE) {
        if (from > 0) pieces.push(',')
        await rest()
        if (part.length > PIECE) pieces.push(JSON.stringify(part.slice(from, from + PIECE)).slice(1, -1))
        else await writeEach(part, depth - 1)
      }
      pieces.push(']')
    } else {
      const members = Object.entries(part).filter(([, member]) => member !== undefined)
      for (const [at, [key, member]] of members.entries()) {
        pieces.push(`${at === 0 ? '{' : ','}${JSON.stringify(key)}:`)
        await write(member, depth - 1)
      }
      pieces.push(members.length === 0 ? '{}' : '}')
    }
  }
  const writeEach = async (parts: readonly unknown[], depth: number): Promise<void> => {
    for (const [at, part] of parts.entries()) {
      if (at > 0) pieces.push(',')
      await write(part, depth)
    }
  }
  await write(value, DEEP)
  return pieces
}
