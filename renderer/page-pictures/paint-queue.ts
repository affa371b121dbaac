/** A wish for a picture. */
type Wish<Subject, Result> = {
  readonly subject: Subject
  readonly settle: (result: Promise<Result | null> | null) => void
  cancelled: boolean
}

export type PaintQueue<Subject, Result> = {
  /** Queues a subject; resolves with what was painted, or null when the wish was taken back or could not be met. */
  ask(subject: Subject, signal?: AbortSignal): Promise<Result | null>
}

/**
 * Paints one thing at a time. What was asked for last comes first, because it is what is looked at now. Wishes for the same
 * subject are met together.
 * @param paint null says that there is no picture; where it rejects, the wish does
 */
export function createPaintQueue<Subject, Result>(
  paint: (subject: Subject) => Promise<Result | null>,
  keyOf: (subject: Subject) => string,
): PaintQueue<Subject, Result> {
  const waiting: Wish<Subject, Result>[] = []
  let busy = false

  const next = async (): Promise<void> => {
    const wish = waiting.pop()
    if (wish === undefined) {
      busy = false
      return
    }
    if (!wish.cancelled) {
      const key = keyOf(wish.subject)
      const painting = paint(wish.subject)
      wish.settle(painting)
      await Promise.allSettled([painting])
      for (const other of waiting.splice(0)) {
        if (keyOf(other.subject) === key) other.settle(painting)
        else waiting.push(other)
      }
    }
    await next()
  }

  return {
    ask: (subject, signal) =>
      new Promise((settle) => {
        if (signal?.aborted === true) return settle(null)
        const wish: Wish<Subject, Result> = { subject, settle, cancelled: false }
        signal?.addEventListener(
          'abort',
          () => {
            wish.cancelled = true
            settle(null)
          },
          { once: true },
        )
        waiting.push(wish)
        if (busy) return undefined
        busy = true
        void next()
        return undefined
      }),
  }
}
