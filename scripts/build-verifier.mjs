// Builds verify.html, the page that lies in every bundle: script, style, pdf.js with its worker's code and its character
// maps, all in one file that works from a folder, without a network. It is written to resources/public/, from where the
// renderer's build takes it.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { zipSync } from 'fflate'
import { build } from 'vite'
import { inRoot } from './lib/project.mjs'

const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'))
const source = (name) => readFileSync(inRoot('renderer/verification', name), 'utf8')

/** All packed character maps as one zip with fixed dates, in Base64. */
function characterMaps() {
  const folder = join(pdfjs, 'cmaps')
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.bcmap'))
    .sort()
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]))
  return Buffer.from(zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) })).toString('base64')
}

const built = await build({
  root: inRoot('renderer'),
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  resolve: { alias: { '@shared': inRoot('shared') } },
  define: { CHARACTER_MAPS: JSON.stringify(characterMaps()) },
  build: {
    write: false,
    minify: true,
    modulePreload: false,
    target: 'es2022',
    lib: { entry: inRoot('renderer/verification/verify-page.ts'), formats: ['es'], fileName: 'verify-page' },
    rolldownOptions: { output: { codeSplitting: false } },
  },
})
const outputs = [built].flat().flatMap((each) => each.output)
const chunks = outputs.filter((output) => output.type === 'chunk')
if (chunks.length !== 1) throw new Error(`verify.html needs its script in one piece, and there are ${chunks.length}`)

// Inside a script element these two would end or hide it; in the strings of a program the escape means the same.
const script = chunks[0].code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
const style = source('verify-page.css')
const digest = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const policy = `default-src 'none'; script-src ${digest(script)}; style-src ${digest(style)}; form-action 'none'; base-uri 'none'`

const page = source('verify-template.html')
  .replaceAll('%VERSION%', () => version)
  .replace('%CSP%', () => policy)
  .replace('%STYLE%', () => style)
  .replace('%SCRIPT%', () => script)

// The page states the SHA-256 that it has while zeros stand in the place of the hash (shared/verification/verifier-seal.ts).
const place = `<meta name="vouch-verifier-seal" content="${'0'.repeat(64)}">`
if (page.split(place).length !== 2) throw new Error('verify.html needs one place for its seal')
const seal = createHash('sha256').update(page).digest('hex')
writeFileSync(
  inRoot('resources/public/verify.html'),
  page.replace(place, () => place.replace('0'.repeat(64), seal)),
)
