// npm run dossier: anchors a table of quotations in PDFs and writes the dossier, without a window.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runJob, wrongUse } from './lib/job.mjs'

const FORMATS = ['html', 'pdf', 'docx', 'md', 'csv', 'bag']
const SCOPES = ['needed', 'all', 'none']
const AUDIENCES = ['publication', 'colleague']
const USAGE = `usage: npm run dossier -- --documents <files or folders> --evidence <csv or xlsx> --out <folder>
  --documents <path>…   PDFs, or folders that are searched for them
  --evidence <table>    CSV or XLSX: columns document, page, quote, claim, relation and optionally note
  --out <folder>        new, empty, or an earlier export, which is replaced
  --analysis <json>     an analysis instead of the bundled one
  --formats <list>      of ${FORMATS.join(',')} (all unless given)
  --library <folder>    keep the library there, and go on with what it holds; otherwise it is thrown away
  --ocr <scope>         recognise the text of pages that are pictures: needed (those that a row names, unless given), all, none
  --for <whom>          publication (unless given): a bundle with only what the dossier rests on; colleague: with all marks and decisions on its documents
  --password <name=…>   the password of an encrypted document, by its file name; may be repeated

Progress goes to standard error, one JSON object to standard output.
Exit status: 0 every row was cited, 3 the dossier was written but some row was not cited, 1 failure.`

const absolute = (path) => resolve(process.env.INIT_CWD ?? process.cwd(), path)

function request() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      documents: { type: 'string', multiple: true },
      evidence: { type: 'string' },
      out: { type: 'string' },
      analysis: { type: 'string' },
      formats: { type: 'string' },
      library: { type: 'string' },
      ocr: { type: 'string' },
      for: { type: 'string' },
      password: { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    process.stdout.write(`${USAGE}\n`)
    process.exit(0)
  }
  // `--documents a.pdf b.pdf`: what has no option before it is a further document.
  const documents = [...(values.documents ?? []), ...positionals].map(absolute)
  for (const [name, given] of [
    ['--documents', documents[0]],
    ['--evidence', values.evidence],
    ['--out', values.out],
  ])
    if (!given) wrongUse(`${name} is missing.`, USAGE)
  const evidence = absolute(values.evidence)
  const analysis = values.analysis === undefined ? null : absolute(values.analysis)
  for (const path of [...documents, evidence, ...(analysis === null ? [] : [analysis])])
    if (!existsSync(path)) wrongUse(`${path} is not there.`, USAGE)
  const formats = (values.formats ?? FORMATS.join(','))
    .split(',')
    .map((format) => format.trim())
    .filter((format) => format !== '')
  const unknown = formats.find((format) => !FORMATS.includes(format))
  if (unknown !== undefined || formats.length === 0) wrongUse(`--formats knows ${FORMATS.join(', ')}, not “${unknown ?? ''}”.`, USAGE)
  const recognise = values.ocr ?? 'needed'
  if (!SCOPES.includes(recognise)) wrongUse(`--ocr knows ${SCOPES.join(', ')}, not “${recognise}”.`, USAGE)
  const audience = values.for ?? 'publication'
  if (!AUDIENCES.includes(audience)) wrongUse(`--for knows ${AUDIENCES.join(', ')}, not “${audience}”.`, USAGE)
  const passwords = Object.fromEntries(
    (values.password ?? []).map((given) => {
      const cut = given.indexOf('=')
      if (cut < 1) wrongUse('--password is written name.pdf=password.', USAGE)
      return [given.slice(0, cut), given.slice(cut + 1)]
    }),
  )
  const library = values.library === undefined ? null : absolute(values.library)
  return {
    library,
    job: { kind: 'dossier', documents, evidence, out: absolute(values.out), analysis, formats, passwords, recognise, audience },
  }
}

let asked
try {
  asked = request()
} catch (thrown) {
  if (!(thrown instanceof TypeError)) throw thrown
  wrongUse(thrown.message, USAGE)
}
process.exitCode = await runJob(asked.job, asked.library)
