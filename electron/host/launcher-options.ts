import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { messageOf, type Outcome, ok, problem, trouble } from '@shared/errors/outcome'

/** The port that the browser host keeps to. It is part of the origin to which the window's database belongs, so it never changes by itself. */
const PORT = 47821

export type LauncherOptions = {
  readonly vault: string
  readonly profile: string
  readonly port: number
  readonly headless: boolean
  readonly open: boolean
  /** A JSON file that says what to do without a person (see job-request.ts). */
  readonly job: string | null
  /** An empty folder for what a job unpacks. */
  readonly scratch: string | null
  readonly developmentOrigin: string | null
  /** PDFs to import, named on the command line. */
  readonly files: readonly string[]
}

const USAGE = `usage: vouch [options] [PDF files…]
  --vault <folder>    where the library's second copy is kept (~/Vouch)
  --profile <folder>  where the browser keeps the library's first copy (<vault>/.browser)
  --port <number>     the port on 127.0.0.1 (${PORT}); another port is another library; 0 for any free one
  --no-open           serve the workbench, open no window
  --headless          open no window, but a browser without one`

/** Reads the command line of the browser host. Problems: `usage`, with the usage as its remedy. */
export function launcherOptions(argv: readonly string[]): Outcome<LauncherOptions> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        vault: { type: 'string' },
        profile: { type: 'string' },
        port: { type: 'string' },
        headless: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        job: { type: 'string' },
        scratch: { type: 'string' },
        'development-origin': { type: 'string' },
      },
    })
    const port = values.port === undefined ? PORT : Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      return trouble(problem('usage', `“${values.port ?? ''}” is not a port.`, USAGE))
    const vault = resolve(values.vault ?? join(homedir(), 'Vouch'))
    return ok({
      vault,
      profile: resolve(values.profile ?? join(vault, '.browser')),
      port,
      headless: values.headless,
      open: !values['no-open'],
      job: values.job ?? null,
      scratch: values.scratch ?? null,
      developmentOrigin: values['development-origin'] ?? null,
      files: positionals.map((path) => resolve(path)),
    })
  } catch (thrown) {
    if (thrown instanceof TypeError) return trouble(problem('usage', messageOf(thrown), USAGE))
    throw thrown
  }
}
