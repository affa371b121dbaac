import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { zipSync } from 'fflate'
import { violations } from '../support/axe'
import { dropFiles } from '../support/drop-files'
import { removeFolder } from '../support/remove-folder'
import { CORPUS, hasCorpus, startVouch, type Vouch } from '../support/vouch'

test.describe.configure({ mode: 'serial' })

const root = join(import.meta.dirname, '../..')
/** One with a text, and one that is a picture and so is recognised; of few pages, as the exchange is looked at and not the reading. */
const DOCUMENTS = ['ice-foia-14-06388-detainee-population.pdf', 'usda-foia-referral-scan-rotated.pdf']
let folder: string
let bundle: string

test.beforeAll(() => {
  test.skip(!hasCorpus, 'the real documents are not beside the project')
  folder = mkdtempSync(join(tmpdir(), 'vouch-exchange-'))
  const documents = join(folder, 'documents')
  mkdirSync(documents)
  for (const name of DOCUMENTS) copyFileSync(join(CORPUS, name), join(documents, name))
  writeFileSync(join(folder, 'evidence.csv'), evidenceOf(DOCUMENTS))
  bundle = join(folder, 'bundle')
  const made = spawnSync(
    process.execPath,
    ['scripts/dossier.mjs', '--documents', documents, '--evidence', join(folder, 'evidence.csv'), '--out', bundle],
    { cwd: root, encoding: 'utf8' },
  )
  expect(made.stderr).not.toContain('rror')
  expect(existsSync(join(bundle, 'data/vouch.json'))).toBe(true)
})
test.afterAll(() => removeFolder(folder))

/** The rows of the evidence table for these documents, but one whose words are recognised with a mistake. */
function evidenceOf(names: readonly string[]): string {
  const [head, ...rows] = readFileSync(join(CORPUS, 'evidence.csv'), 'utf8').trimEnd().split('\n')
  return `${[head, ...rows.filter((row) => names.some((name) => row.startsWith(`${name},`)) && !row.includes('2014-OCIO-00651-F'))].join('\n')}\n`
}

/** Every file of a folder with its bytes. */
function bytesOf(path: string, prefix = ''): ReadonlyMap<string, Buffer> {
  return new Map(
    readdirSync(path)
      .sort()
      .flatMap((name): readonly (readonly [string, Buffer])[] =>
        statSync(join(path, name)).isDirectory()
          ? [...bytesOf(join(path, name), `${prefix}${name}/`)]
          : [[`${prefix}${name}`, readFileSync(join(path, name))]],
      ),
  )
}

async function openBundle(page: Page, from = bundle): Promise<void> {
  await page.goto(`${page.url().split('#')[0]}#/analyses/open-bundle`)
  await page.getByLabel('Bundle folder').setInputFiles(from)
}

/** Takes up the bundle under review, and goes to its analysis. */
async function takeUp(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Go to the analysis' }).click({ timeout: 60_000 })
}

/** Exports the analysis at hand and answers where the bundle lies. */
async function exportBundle({ page, vault }: Vouch, audience: 'publication' | 'colleague' = 'publication'): Promise<string> {
  const before = new Set(existsSync(join(vault, 'exports')) ? readdirSync(join(vault, 'exports')) : [])
  await page.keyboard.press('Alt+8')
  await page.getByRole('button', { name: 'Export…' }).click({ timeout: 180_000 })
  const dialog = page.getByRole('dialog', { name: 'Export the dossier' })
  await dialog.getByRole('radio', { name: /as a folder/ }).check()
  await dialog.getByRole('radio', { name: new RegExp(`^For (a )?${audience}`) }).check()
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialog.getByText('Written to')).toBeVisible({ timeout: 120_000 })
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  const name = readdirSync(join(vault, 'exports')).find((each) => !before.has(each) && !each.startsWith('.'))
  return join(vault, 'exports', name ?? '')
}

/** Gives claim C16 of the bundled analysis another wording. */
async function reword(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Alt+1')
  await page.getByRole('button', { name: /^C16/ }).click()
  await page.getByRole('article', { name: 'Claim C16' }).getByRole('button', { name: 'Edit claim' }).click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text)
}

function expectSameBytes(first: string, second: string): void {
  const [was, is] = [bytesOf(first), bytesOf(second)]
  expect([...is.keys()]).toEqual([...was.keys()])
  expect([...was].flatMap(([name, bytes]) => (is.get(name)?.equals(bytes) === true ? [] : [name]))).toEqual([])
  expect(was.size).toBeGreaterThan(15)
}

/** Deletes the one analysis that is there. */
async function deleteAnalysis(page: Page): Promise<void> {
  await page.goto(`${page.url().split('#')[0]}#/analyses`)
  await page.getByRole('button', { name: /^What to do with/ }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(page.getByRole('heading', { name: 'Deleted' })).toBeVisible()
}

test('a bundle opened in an empty library, and exported again, is the same bytes; a second opening does nothing, undo takes it back, and a zip or vouch.json alone is read too', async () => {
  const vouch = await startVouch()
  try {
    const { page } = vouch
    await page.getByText('Start empty').first().click({ timeout: 60_000 })
    await openBundle(page)
    await expect(page.getByRole('button', { name: 'Open it', exact: true })).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText('quotations', { exact: false }).first()).toBeVisible()
    await takeUp(page, 'Open it')
    // The bundle is of the analysis that ships: what came in it is somebody’s work, and no button takes it away as samples.
    await expect(page.getByRole('banner').getByText('Saved twice')).toBeVisible()
    await expect(page.getByText('Start empty')).toHaveCount(0)
    expectSameBytes(bundle, await exportBundle(vouch))

    await openBundle(page)
    await expect(page.getByText('Everything in this bundle is here already')).toBeVisible({ timeout: 60_000 })
    await page.getByRole('main').getByRole('button', { name: 'Close' }).click()
    await page.keyboard.press('Control+z')
    await expect(page.getByText(/^Undid: Opened a bundle/)).toBeVisible()
    const packed = zipSync(Object.fromEntries([...bytesOf(bundle)].map(([path, bytes]) => [`bundle/${path}`, new Uint8Array(bytes)])), {
      level: 0,
    })
    await page.getByLabel('Bundle file').setInputFiles({ name: 'bundle.zip', mimeType: 'application/zip', buffer: Buffer.from(packed) })
    await expect(page.getByRole('button', { name: 'Open it', exact: true })).toBeVisible({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Don’t open it' }).click()

    await page.getByLabel('Bundle file').setInputFiles(join(bundle, 'data/vouch.json'))
    await expect(page.getByText('so nothing about it could be checked')).toBeVisible({ timeout: 60_000 })
  } finally {
    await vouch.remove()
  }
})

test('opened in a library with other work it is the same bytes, where one of its documents was imported before too; tampered with, it is not taken up', async () => {
  const vouch = await startVouch()
  try {
    const { page } = vouch
    await expect(page.getByText('Start empty').first()).toBeVisible({ timeout: 60_000 })
    const changed = join(folder, 'changed')
    cpSync(bundle, changed, { recursive: true })
    const records = join(changed, 'data/vouch.json')
    writeFileSync(records, readFileSync(records, 'utf8').replace('"context"', '"contradicts"'))
    await openBundle(page, changed)
    await expect(page.getByText('does not hold together')).toBeVisible({ timeout: 60_000 })
    await dropFiles(page, [join(folder, 'documents', DOCUMENTS[0] ?? '')])
    await expect(page.getByText('1 in = 1 added')).toBeVisible({ timeout: 60_000 })
    await openBundle(page)
    await takeUp(page, 'Open it')
    expectSameBytes(bundle, await exportBundle(vouch))
  } finally {
    await vouch.remove()
  }
})

test('two libraries exchange an analysis: what only one changed comes in, what both changed is decided, and both end equal', async () => {
  const [one, other] = [await startVouch(), await startVouch()]
  try {
    for (const { page } of [one, other]) await expect(page.getByText('Start empty').first()).toBeVisible({ timeout: 60_000 })
    // Both began with the bundled analysis, each at its own time; nobody touched it, so the bundle stands.
    const first = await exportBundle(one)
    await openBundle(other.page, first)
    await takeUp(other.page, 'Merge it into the library')
    expectSameBytes(first, await exportBundle(other))

    await reword(one.page, 'The agency says it in one place.')
    await reword(other.page, 'The agency says it in another place.')
    const changed = await exportBundle(other)
    expect(readFileSync(join(changed, 'data/custody-1.jsonl'), 'utf8')).toBe(readFileSync(join(first, 'data/custody.jsonl'), 'utf8'))

    await openBundle(one.page, changed)
    const merge = one.page.getByRole('button', { name: 'Merge it into the library' })
    await expect(merge).toBeDisabled({ timeout: 60_000 })
    const conflict = one.page.getByRole('group', { name: /claim C16/ })
    await expect(conflict.getByText('another')).toBeVisible()
    expect(await violations(one.page)).toEqual([])
    await conflict.getByRole('radio', { name: 'Ours' }).focus()
    await one.page.keyboard.press('ArrowDown')
    await expect(conflict.getByRole('radio', { name: 'Theirs' })).toBeChecked()
    await merge.click()
    await expect(one.page.getByText('text: theirs stands')).toBeVisible({ timeout: 60_000 })
    expect(await violations(one.page)).toEqual([])
    await one.page.getByRole('button', { name: 'Go to the analysis' }).click()
    await expect(one.page.getByText('The agency says it in another place.').first()).toBeVisible()
    const merged = await exportBundle(one)
    await openBundle(other.page, merged)
    await expect(
      other.page
        .getByText('Everything in this bundle is here already')
        .or(other.page.getByRole('button', { name: 'Merge it into the library' })),
    ).toBeVisible({ timeout: 60_000 })
    await expect(other.page.getByText('to be decided')).toHaveCount(0)
  } finally {
    await Promise.all([one.remove(), other.remove()])
  }
})

test('a colleague gets all marks and decisions, a publication none of them; opened elsewhere, with a document kept out and one behind a password, both are the same bytes again', async () => {
  test.setTimeout(480_000)
  const [one, other] = [await startVouch(), await startVouch()]
  const LOCKED = 'pdfjs-issue6010-password-abc.pdf'
  const NOTE = 'Ask who signed this page.'
  const document = (page: Page, name: string) => page.getByRole('table', { name: 'Documents' }).getByRole('button', { name, exact: true })
  const unlock = async (page: Page): Promise<void> => {
    await page.keyboard.press('Alt+2')
    await document(page, LOCKED).click()
    await page
      .getByRole('complementary', { name: new RegExp(`^About ${LOCKED}`) })
      .getByRole('button', { name: 'Enter the password' })
      .click()
    await page.getByRole('dialog').getByLabel('Password').fill('abc')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  const noteOnPage = async (page: Page, note: string): Promise<void> => {
    await page.getByRole('button', { name: 'Note on this page' }).click()
    await page.getByRole('dialog').getByRole('textbox').first().fill(note)
    await page.getByRole('dialog').getByRole('button', { name: 'Keep the note' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByText('Saved twice')).toBeVisible()
  }
  try {
    for (const { page } of [one, other]) await page.getByText('Start empty').first().click({ timeout: 60_000 })
    const documents = join(folder, 'with-password')
    mkdirSync(documents)
    const named = [...DOCUMENTS, LOCKED]
    for (const name of named) copyFileSync(join(CORPUS, name), join(documents, name))
    writeFileSync(join(folder, 'with-password.csv'), evidenceOf(named))
    const locked = join(folder, 'locked')
    const made = spawnSync(
      process.execPath,
      [
        'scripts/dossier.mjs',
        '--documents',
        documents,
        '--evidence',
        join(folder, 'with-password.csv'),
        '--out',
        locked,
        '--password',
        `${LOCKED}=abc`,
        '--for',
        'colleague',
      ],
      { cwd: root, encoding: 'utf8' },
    )
    expect(made.status, made.stderr).toBe(0)

    await openBundle(one.page, locked)
    await expect(one.page.getByText('for a colleague: with all marks and decisions on its documents')).toBeVisible({ timeout: 60_000 })
    await takeUp(one.page, 'Open it')
    await unlock(one.page)
    expectSameBytes(locked, await exportBundle(one, 'colleague'))

    // A note that no claim cites, page numbers confirmed, and a document that is kept out.
    await one.page.keyboard.press('Alt+2')
    await document(one.page, DOCUMENTS[1] ?? '').dblclick()
    await expect(one.page.getByRole('region', { name: `Pages of ${DOCUMENTS[1]}` })).toBeVisible()
    await noteOnPage(one.page, NOTE)
    await one.page.keyboard.press('Alt+2')
    await document(one.page, DOCUMENTS[0] ?? '').click()
    const about = one.page.getByRole('complementary', { name: new RegExp(`^About ${DOCUMENTS[0]}`) })
    await about.getByRole('button', { name: 'Keep out of bundles…' }).click()
    await one.page.getByLabel('Why').fill('Lent by its owner.')
    await one.page.getByRole('button', { name: 'Keep it out' }).click()
    await expect(about).toContainText('do not bundle')

    const published = await exportBundle(one)
    const handed = await exportBundle(one, 'colleague')
    const holds = (path: string) => [...bytesOf(path)].filter(([, bytes]) => bytes.includes(NOTE)).map(([name]) => name)
    expect([holds(published), holds(handed)]).toEqual([[], ['data/vouch.json']])
    for (const path of [published, handed]) {
      expect(readdirSync(join(path, 'data/exhibits'))).toHaveLength(2)
      const checked = spawnSync(process.execPath, ['scripts/verify.mjs', path], { cwd: root, encoding: 'utf8' })
      // Who has no password can check everything but the words behind it.
      expect(checked.stdout.split('\n').filter((line) => line.startsWith('FAIL'))).toEqual([
        expect.stringMatching(/^FAIL quotations: 1 of 2 .*“data\/exhibits\/EX-002.pdf” is locked with a password\.$/),
      ])
    }

    await openBundle(other.page, handed)
    await takeUp(other.page, 'Open it')
    await unlock(other.page)
    expectSameBytes(published, await exportBundle(other))
    expectSameBytes(handed, await exportBundle(other, 'colleague'))

    // Deleted there, it comes back only if that is decided.
    await one.page.keyboard.press('Alt+2')
    await document(one.page, DOCUMENTS[1] ?? '').dblclick()
    await noteOnPage(one.page, 'A second note.')
    const more = await exportBundle(one, 'colleague')
    await deleteAnalysis(other.page)
    await openBundle(other.page, more)
    const deleted = other.page.getByRole('group', { name: /This analysis was deleted here/ })
    await expect(deleted).toBeVisible({ timeout: 60_000 })
    await expect(other.page.getByRole('button', { name: 'Merge it into the library' })).toBeDisabled()
    expect(await violations(other.page)).toEqual([])
    await deleted.getByRole('radio', { name: 'Bring it back' }).check()
    await takeUp(other.page, 'Merge it into the library')
    await expect(other.page.getByText('This analysis was deleted on')).toHaveCount(0)
  } finally {
    await Promise.all([one.remove(), other.remove()])
  }
})
