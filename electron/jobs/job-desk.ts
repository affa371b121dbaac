import type { Desktop, Job } from '@shared/desktop/desktop'

/** Where the text of a finished job goes, and its exit status. */
export type JobEnd = { readonly stdout: string; readonly status: number }
export type JobDesk = Desktop['job'] & {
  /** Ends the job because the window failed. The first end counts. */
  fail(reason: string): void
  /** Tells of an error in the window after which the job may or may not go on; it is given less time to show that it does. */
  suspect(reason: string): void
  readonly ended: Promise<JobEnd>
}

/** A job without a line for this long has hung: 10 minutes. */
const SILENCE_MS = 10 * 60 * 1000
/** How long the window may take to fetch its job, and to go on after an error: 2 minutes. */
const DOUBT_MS = 2 * 60 * 1000

/** No job: a person sits at the machine. */
export const noJob: Desktop['job'] = {
  get: () => Promise.resolve(null),
  progress: () => Promise.resolve(),
  done: () => Promise.resolve(),
}

/**
 * Hands a job to the window and waits for its end. Silence ends it too, so that a command never hangs.
 * @param say writes a line to standard error
 */
export function jobDesk(job: Job, say: (line: string) => void, silenceMs = SILENCE_MS): JobDesk {
  let finish: (end: JobEnd) => void = () => undefined
  let over = false
  const ended = new Promise<JobEnd>((resolve) => {
    finish = resolve
  })
  let watchdog: NodeJS.Timeout | undefined
  const end = (result: JobEnd): void => {
    clearTimeout(watchdog)
    over = true
    finish(result)
  }
  const fail = (reason: string): void => {
    if (over) return
    say(reason)
    end({ stdout: '', status: 1 })
  }
  const expectSign = (withinMs: number): void => {
    clearTimeout(watchdog)
    if (!over)
      watchdog = setTimeout(
        () => fail(`Nothing was heard of the job for ${Math.round(withinMs / 60_000)} minutes, so it was ended.`),
        withinMs,
      )
  }
  expectSign(Math.min(DOUBT_MS, silenceMs))
  return {
    get: () => {
      expectSign(silenceMs)
      return Promise.resolve(job)
    },
    progress: (line) => {
      expectSign(silenceMs)
      say(line)
      return Promise.resolve()
    },
    done: (stdout, status) => {
      end({ stdout, status })
      return Promise.resolve()
    },
    fail,
    suspect: (reason) => {
      if (over) return
      say(reason)
      expectSign(Math.min(DOUBT_MS, silenceMs))
    },
    ended,
  }
}
