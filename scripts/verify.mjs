// npm run verify: checks a bundle, one line a check.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runJob, wrongUse } from './lib/job.mjs'

const USAGE = `usage: npm run verify -- <bundle folder or zip>
Checks every exhibit's hash, the custody chain and every quotation on its page. One line a check; exit status 1 if any fails.`

function bundle() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean', short: 'h' } } })
  if (values.help) {
    process.stdout.write(`${USAGE}\n`)
    process.exit(0)
  }
  const [given, ...more] = positionals
  if (given === undefined || more.length > 0) wrongUse('Name one bundle.', USAGE)
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), given)
  if (!existsSync(path)) wrongUse(`${path} is not there.`, USAGE)
  return path
}

let asked
try {
  asked = bundle()
} catch (thrown) {
  if (!(thrown instanceof TypeError)) throw thrown
  wrongUse(thrown.message, USAGE)
}
process.exitCode = await runJob({ kind: 'verify', bundle: asked })
