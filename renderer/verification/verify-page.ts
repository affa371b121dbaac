import { messageOf, type Outcome, type Problem, problem } from '@shared/errors/outcome'
import { verifyBundle } from '@shared/verification/verify-bundle'
import type { Check } from '@shared/verification/bundle-files'
import { bundleIn, type ChosenFiles, filesOfDrop, filesOfInput, filesOfZip } from './chosen-bundle'
import { readExhibits } from './read-exhibit'

/** What each check asks, in words for a reader who has never seen Vouch. */
const QUESTIONS: Readonly<Record<string, string>> = {
  bag: 'Are these the files that were packed?',
  tags: 'Are the packing lists themselves untouched?',
  custody: 'Is the log of changes whole?',
  records: 'Are the records those that the log states?',
  exhibits: 'Are the exhibits the documents that are cited?',
  pictures: 'Are the pictures those that were packed?',
  composition: 'Do the dossier and its tables follow from the records?',
  quotations: 'Does each quotation stand on its page?',
}

function part<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`)
  return found
}

const folder = part('folder', HTMLInputElement)
const zip = part('zip', HTMLInputElement)
const password = part('password', HTMLInputElement)
const drop = part('drop', HTMLElement)
const progress = part('progress', HTMLElement)
const bar = part('bar', HTMLProgressElement)
const doing = part('doing', HTMLElement)
const verdict = part('verdict', HTMLElement)
const table = part('checks', HTMLTableElement)
const rows = part('rows', HTMLTableSectionElement)
let running = false

const STEPS = { hashing: 'Hashing every file', composing: 'Composing the dossier again from the records', quotations: 'Reading the quotations on their pages' } as const

async function check(choose: () => Promise<Outcome<ChosenFiles>>): Promise<void> {
  if (running) return
  running = true
  verdict.hidden = true
  table.hidden = true
  progress.hidden = false
  doing.textContent = 'Reading the bundle'
  bar.removeAttribute('value')
  try {
    const chosen = await choose()
    const bundle = chosen.ok ? bundleIn(chosen.value) : chosen
    if (!bundle.ok) return showTrouble(bundle.problem)
    const checks = await verifyBundle(bundle.value.files, readExhibits(bundle.value.blobOf, password.value), {
      onProgress: ({ step, done, of }) => {
        doing.textContent = STEPS[step]
        bar.max = Math.max(1, of)
        bar.value = done
      },
    })
    showChecks(bundle.value.name, checks)
  } catch (thrown) {
    showTrouble(problem('unreadable', `The bundle could not be read (${messageOf(thrown)}).`, 'Use the button instead of dropping the folder, or choose the zip file.'))
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

function showChecks(name: string, checks: readonly Check[]): void {
  const failed = checks.filter((each) => !each.ok).length
  verdict.className = `verdict ${failed === 0 ? 'good' : 'bad'}`
  verdict.textContent = failed === 0 ? `✓ Every check passed for “${name}”: quotations verified.${checks.flatMap(({ aside }) => (aside === undefined ? [] : [` ${aside}.`])).join('')}` : `✗ ${failed} of ${checks.length} checks failed for “${name}”. Do not rely on this bundle.`
  verdict.hidden = false
  rows.replaceChildren(...checks.map(rowOf))
  table.hidden = false
}

function rowOf({ name, ok, what }: Check): HTMLTableRowElement {
  const row = document.createElement('tr')
  row.dataset['check'] = name
  row.dataset['ok'] = String(ok)
  const heading = document.createElement('th')
  heading.scope = 'row'
  heading.textContent = QUESTIONS[name] ?? name
  const result = document.createElement('td')
  result.className = ok ? 'good' : 'bad'
  result.textContent = ok ? '✓ passed' : '✗ failed'
  const words = document.createElement('td')
  words.textContent = what
  row.append(heading, result, words)
  return row
}

folder.addEventListener('change', () => void check(async () => ({ ok: true, value: filesOfInput(folder.files ?? []) })))
zip.addEventListener('change', () => {
  const [file] = zip.files ?? []
  if (file) void check(() => filesOfZip(file))
})
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

async function dropped(transfer: DataTransfer): Promise<Outcome<ChosenFiles>> {
  const [only, ...others] = transfer.files
  if (only !== undefined && others.length === 0 && only.name.toLowerCase().endsWith('.zip')) return filesOfZip(only)
  return { ok: true, value: await filesOfDrop(transfer) }
}
