import { resting } from '@shared/units/resting'

/** Instructions handed over on end: about a millisecond of the window's time. */
const AT_ONCE = 1000

type Post = (message: unknown, transfer: Transferable[]) => void
type Fields = Readonly<Record<string, unknown>>
type Instructions = {
  readonly message: Fields
  readonly data: Fields
  readonly codes: readonly unknown[]
  readonly details: readonly unknown[]
}

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const dataOf = (message: unknown): Fields => (isObject(message) && isObject(message['data']) ? message['data'] : {})
const actionOf = (message: unknown): unknown => (isObject(message) ? message['action'] : undefined)

/** The instructions in a message to the half of pdf.js that draws; null in any other message. */
function instructionsIn(message: unknown): Instructions | null {
  const data = dataOf(message)
  const { fnArray: codes, argsArray: details } = data
  return actionOf(message) === 'AppendOperatorList' && isObject(message) && Array.isArray(codes) && Array.isArray(details)
    ? { message, data, codes, details }
    : null
}

/**
 * Posts to the half of pdf.js that draws what the other half says. The instructions of a page gather while it draws, and hundreds of
 * thousands of them, copied at once, hold up a window for a quarter of a second: long lists go in pieces, with rests in between. What carries
 * them out waits for them in its order; all else, which depends on neither, goes at once, as do the short lists that ordinary pages have.
 * @param post posts one message
 * @param rest awaited between the pieces, as `resting` gives it
 */
export function postingInPieces(post: Post, rest: () => Promise<void> | undefined = resting()): Post {
  let waiting: unknown[] = []
  /** The long list of which pieces are being posted. */
  let inHand: Instructions | null = null
  let posting = false

  const postLong = async (long: Instructions): Promise<void> => {
    inHand = long
    const isWanted = (): boolean => inHand === long
    for (let from = 0; from < long.codes.length && isWanted(); from += AT_ONCE) {
      post(pieceOf(long, from), [])
      await rest()
    }
    inHand = null
  }
  const postWaiting = async (): Promise<void> => {
    posting = true
    while (waiting.length > 0) {
      const message = waiting.shift()
      const instructions = instructionsIn(message)
      if (instructions === null) post(message, [])
      else await postLong(instructions)
    }
    posting = false
  }
  /** Nobody will ask for the rest of a page that is let go. */
  const forget = (page: unknown): void => {
    const isOfPage = (instructions: Instructions | null): boolean => instructions?.data['pageProxyId'] === page
    waiting = waiting.filter((message) => !isOfPage(instructionsIn(message)))
    if (isOfPage(inHand)) inHand = null
  }
  return (message, transfer) => {
    const action = actionOf(message)
    const isLong = (instructionsIn(message)?.codes.length ?? 0) > AT_ONCE
    if (isLong || (posting && (action === 'AppendOperatorList' || action === 'ExecuteOperatorList'))) {
      waiting.push(message)
      if (!posting) void postWaiting()
      return
    }
    if (action === 'cleanupPage') forget(dataOf(message)['pageProxyId'])
    post(message, transfer)
  }
}

const pieceOf = ({ message, data, codes, details }: Instructions, from: number): Fields => ({
  ...message,
  data: { ...data, fnArray: codes.slice(from, from + AT_ONCE), argsArray: details.slice(from, from + AT_ONCE) },
})
