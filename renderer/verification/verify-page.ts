import { messageOf, type Outcome, type Problem, problem } from '@shared/errors/outcome'
import type { Check, QuotationResult } from '@shared/verification/bundle-files'
import { type BundleIdentity, compareGiven, PACKING_LIST } from '@shared/verification/compare-given'
import { verifyBundle } from '@shared/verification/verify-bundle'
import { type Sha256, sha256Schema } from '@shared/units/hashes'
import { bundleIn, type ChosenFiles, filesOfDrop, filesOfInput, filesOfZip } from './chosen-bundle'
import { part } from './parts'
import { readExhibits } from './read-exhibit'
import { type BundleResult, QUESTIONS, quotationsOf, RESULT_WORDS, resultCsv, resultHtml, resultJson } from './result-files'

const folder = part('folder', HTMLInputElement)
const zip = part('zip', HTMLInputElement)
const password = part('password', HTMLInputElement)
const given = part('given', HTMLInputElement)
const drop = part('drop', HTMLElement)
const progress = part('progress', HTMLElement)
const bar = part('bar', HTMLProgressElement)
const doing = part('doing', HTMLElement)
const verdict = part('verdict', HTMLElement)
const found = part('found', HTMLElement)
const compared = part('compared', HTMLElement)
const identityList = part('identity', HTMLElement)
const rows = part('rows', HTMLTableSectionElement)
const each = part('each', HTMLDetailsElement)
const eachWords = part('each-words', HTMLElement)
const quotationRows = part('quotations', HTMLTableSectionElement)

/** The version of this page, and its own seal, with which that of the bundle's page is compared. */
const metaOf = (name: string): string => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? ''
const vouch = metaOf('vouch-verifier')
const seal = sha256Schema.safeParse(metaOf('vouch-verifier-seal'))

const STEPS = {
  hashing: 'Hashing every file',
  composing: 'Composing the dossier again from the records',
  quotations: 'Reading the quotations on their pages',
} as const

let running = false
let shown: { readonly result: BundleResult; readonly identity: BundleIdentity } | null = null

async function check(choose: () => Promise<Outcome<ChosenFiles>>): Promise<void> {
  if (running) return
  running = true
  shown = null
  verdict.hidden = true
  found.hidden = true
  progress.hidden = false
  doing.textContent = 'Reading the bundle'
  bar.removeAttribute('value')
  try {
    const chosen = await choose()
    const bundle = chosen.ok ? bundleIn(chosen.value) : chosen
    if (!bundle.ok) return showTrouble(bundle.problem)
    let identity: BundleIdentity = { entries: [], lists: [] }
    const checks = await verifyBundle(bundle.value.files, readExhibits(bundle.value.blobOf, password.value), {
      own: seal.success ? { version: vouch, seal: seal.data } : null,
      onIdentity: (read) => (identity = read),
      onProgress: ({ step, done, of }) => {
        doing.textContent = STEPS[step]
        bar.max = Math.max(1, of)
        bar.value = done
      },
    })
    show(bundle.value.name, checks, identity)
  } catch (thrown) {
    showTrouble(
      problem(
        'unreadable',
        `The bundle could not be read (${messageOf(thrown)}).`,
        'Use the button instead of dropping the folder, or choose the zip file.',
      ),
    )
  } finally {
    running = false
    progress.hidden = true
  }
}

function showTrouble({ what, remedy }: Problem): void {
  verdict.className = 'verdict bad'
  verdict.textContent = `${what} ${remedy}`
  verdict.hidden = false
}

function show(bundle: string, checks: readonly Check[], identity: BundleIdentity): void {
  const failed = checks.filter(({ ok }) => !ok).length
  verdict.className = `verdict ${failed === 0 ? 'good' : 'bad'}`
  verdict.textContent =
    failed === 0
      ? `✓ Every check passed for “${bundle}”: quotations verified.${checks.flatMap(({ aside }) => (aside === undefined ? [] : [` ${aside}.`])).join('')}`
      : `✗ ${failed} of ${checks.length} checks failed for “${bundle}”. Do not rely on this bundle.`
  verdict.hidden = false
  const head = identity.entries.at(-1)?.hash ?? null
  const packingList = identity.lists.find(({ path }) => path === PACKING_LIST)?.sha256 ?? null
  const result: BundleResult = { bundle, checkedAt: new Date().toISOString(), vouch, head, packingList, given: null, checks }
  shown = { result, identity }
  identityList.replaceChildren(...fact('Head of the custody log', head), ...fact(`SHA-256 of ${PACKING_LIST}`, packingList))
  rows.replaceChildren(...checks.map(rowOf))
  const quotations = quotationsOf(result)
  eachWords.textContent = `Each quotation with what was found (${quotations.length.toLocaleString('en-US')})`
  each.open = quotations.some((quotation) => quotation.result === 'failed')
  quotationRows.replaceChildren(...quotations.map(quotationRow))
  found.hidden = false
  compare()
}

/** Says how a hash that the reader was given compares with what the bundle holds. */
function compare(): void {
  compared.hidden = true
  if (shown === null) return
  const { kind, words } = compareGiven(given.value, shown.identity)
  shown = { ...shown, result: { ...shown.result, given: kind === 'nothing' ? null : { hash: given.value.trim(), found: words } } }
  if (kind === 'nothing') return
  const same = kind === 'same' || kind === 'earlier'
  compared.className = `compared ${same ? 'good' : 'bad'}`
  compared.textContent = `${same ? '✓' : '✗'} The hash that you were given: ${words}`
  compared.hidden = false
}

function fact(term: string, hash: Sha256 | null): readonly HTMLElement[] {
  const name = document.createElement('dt')
  name.textContent = term
  const value = document.createElement('dd')
  const code = document.createElement('code')
  code.textContent = hash ?? 'none'
  value.append(code)
  return [name, value]
}

function cell(kind: 'td' | 'th', text: string, className = ''): HTMLTableCellElement {
  const made = document.createElement(kind)
  made.textContent = text
  made.className = className
  if (kind === 'th') made.scope = 'row'
  return made
}

function rowOf({ name, ok, what }: Check): HTMLTableRowElement {
  const row = document.createElement('tr')
  row.dataset['check'] = name
  row.dataset['ok'] = String(ok)
  row.append(cell('th', QUESTIONS[name] ?? name), cell('td', ok ? '✓ passed' : '✗ failed', ok ? 'good' : 'bad'), cell('td', what))
  return row
}

function quotationRow({ cited, quote, exhibit, page, result, why }: QuotationResult): HTMLTableRowElement {
  const row = document.createElement('tr')
  row.dataset['result'] = result
  const words = document.createElement('td')
  const isolated = document.createElement('bdi')
  isolated.textContent = quote
  words.append(isolated)
  const said = cell('td', RESULT_WORDS[result], { verified: 'good', failed: 'bad', 'not-looked-for': '' }[result])
  if (why !== '') {
    const reason = document.createElement('span')
    reason.className = 'why'
    reason.textContent = why
    said.append(reason)
  }
  row.append(cell('th', cited), words, cell('td', exhibit), cell('td', String(page)), said)
  return row
}

/** Hands a file to the reader's own downloads. */
function keep(ending: string, type: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = `verification-${shown?.result.bundle.replace(/\.zip$/, '').replace(/[^\p{L}\p{N}._-]+/gu, '-') ?? ''}.${ending}`
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

async function dropped(transfer: DataTransfer): Promise<Outcome<ChosenFiles>> {
  const [only, ...others] = transfer.files
  if (only !== undefined && others.length === 0 && only.name.toLowerCase().endsWith('.zip')) return filesOfZip(only)
  return { ok: true, value: await filesOfDrop(transfer) }
}

folder.addEventListener('change', () => void check(async () => filesOfInput(folder.files ?? [])))
zip.addEventListener('change', () => {
  const [file] = zip.files ?? []
  if (file) void check(() => filesOfZip(file))
})
given.addEventListener('input', compare)
part('as-html', HTMLButtonElement).addEventListener('click', () => shown && keep('html', 'text/html', resultHtml(shown.result)))
part('as-csv', HTMLButtonElement).addEventListener('click', () => shown && keep('csv', 'text/csv', resultCsv(shown.result)))
part('as-json', HTMLButtonElement).addEventListener('click', () => shown && keep('json', 'application/json', resultJson(shown.result)))
drop.addEventListener('dragover', (event) => {
  event.preventDefault()
  drop.classList.add('over')
})
drop.addEventListener('dragleave', () => drop.classList.remove('over'))
drop.addEventListener('drop', (event) => {
  event.preventDefault()
  drop.classList.remove('over')
  const { dataTransfer } = event
  if (dataTransfer) void check(() => dropped(dataTransfer))
})
