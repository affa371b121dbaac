import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'

/** Long enough for a window that is being reloaded to let go of the lock; milliseconds. */
const PATIENCE = 3000

/**
 * Takes the library for this window alone (Web Locks API), so that no second window writes to it. The browser frees the
 * lock when the window ends, however it ends.
 */
export async function takeLibraryLock(locks: LockManager | undefined, name: string): Promise<Outcome<{ release(): void }>> {
  // Outside of a secure context there are no locks, and no second window either: Vouch is only served on 127.0.0.1 or its own scheme.
  if (locks === undefined) return ok({ release: () => undefined })
  let release: () => void = () => undefined
  const taken = await new Promise<boolean>((answer) => {
    locks
      .request(`vouch-library ${name}`, { signal: AbortSignal.timeout(PATIENCE) }, () => {
        answer(true)
        return new Promise<void>((end) => {
          release = end
        })
      })
      .catch(() => answer(false))
  })
  if (taken) return ok({ release: () => release() })
  return trouble(
    problem(
      'library-open-elsewhere',
      'This library is open in another window of Vouch.',
      'Work there, or close that window and open this one again.',
    ),
  )
}
