import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect as unhurried, test } from '@playwright/test'
import { violations } from '../support/axe'
import { startVouch, type Vouch } from '../support/vouch'

const expect = unhurried.configure({ timeout: 30_000 })

let vouch: Vouch
test.beforeEach(async () => {
  vouch = await startVouch()
})
test.afterEach(() => vouch.remove())

const LETTER = 'Sample FOIA response letter (synthetic).pdf'
const HYPOTHESIS = JSON.stringify({
  rows: [
    {
      id: 'one',
      uri: 'https://agency.example/sample-letter.pdf',
      user: 'acct:ann@hypothes.is',
      updated: '2026-01-20T10:00:00Z',
      text: 'So few?',
      tags: ['count'],
      target: [
        {
          source: 'x',
          selector: [
            {
              type: 'TextQuoteSelector',
              exact: 'produced 61 pages that are responsive to your request',
              prefix: 'Acquisitions ',
              suffix: '. After',
            },
          ],
        },
      ],
    },
    {
      id: 'two',
      uri: 'https://agency.example/sample-letter.pdf',
      user: 'acct:bob@hypothes.is',
      text: 'Ask them.',
      references: ['one'],
      target: [{ source: 'x' }],
    },
    {
      id: 'three',
      uri: 'https://agency.example/sample-letter.pdf',
      user: 'acct:ann@hypothes.is',
      text: '',
      target: [{ source: 'x', selector: [{ type: 'TextQuoteSelector', exact: 'words that were never written in any letter at all' }] }],
    },
  ],
})
const DOCUMENTCLOUD = JSON.stringify({
  results: [
    {
      id: 7,
      user: { name: 'Cleo' },
      page_number: 1,
      title: 'Deleted',
      content: '<b>Why</b> <script>alert(1)</script>here?',
      x1: 0.1,
      x2: 0.9,
      y1: 0.15,
      y2: 0.3,
      access: 'public',
      updated_at: '2026-01-21T10:00:00Z',
    },
  ],
})
const XFDF =
  '<?xml version="1.0"?><xfdf xmlns="http://ns.adobe.com/xfdf/"><annots><square page="0" name="sq" title="Dora" date="D:20260122100000Z" rect="70,60,300,160"><contents>The letterhead</contents></square><text page="1" name="nt" title="Dora" rect="10,10,30,30"><contents>Read twice</contents></text></annots></xfdf>'
const TABLE = `document,page,quote,claim,relation,note\n${LETTER},1,produced 61 pages that are responsive,C02,supports,=1+1\n${LETTER},1,words that were never written in any letter at all,C02,context,\nnowhere.pdf,1,x,C02,supports,\n`

test('notes, tables and links of others come in once, each with a balance, and go out as they came', async () => {
  const { page } = vouch
  await expect(page.getByRole('button', { name: /^C23.*supports 1/ })).toBeVisible({ timeout: 60_000 })
  const exported = (): readonly string[] => readdirSync(join(vouch.vault, 'exports')).filter((name) => !name.startsWith('.'))

  /** Chooses a file of notes by way of the palette, and the letter where the file names no bytes; answers the balance. */
  const takeIn = async (name: string, text: string, choose: boolean, judged = false): Promise<string> => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('take in notes')
    await page.keyboard.press('Enter')
    await page.getByLabel('File of notes').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
    const dialog = page.getByRole('dialog', { name: `Notes from ${name}` })
    if (choose) await dialog.getByLabel('Which document is it?').selectOption({ label: LETTER })
    const take = dialog.getByRole('button', { name: /^Take in/ })
    await expect(take).toBeEnabled()
    await expect(dialog.getByRole('list').first()).toBeVisible()
    if (judged) expect(await violations(page, { within: '[role=dialog]' })).toEqual([])
    await take.click()
    await expect(dialog.getByRole('button', { name: 'Save the balance…' })).toBeVisible()
    if (judged) expect(await violations(page, { within: '[role=dialog]' })).toEqual([])
    const words = await dialog.innerText()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    return words
  }
  /** Pastes what was copied where everything is found. */
  const follow = async (link: RegExp): Promise<void> => {
    await page.keyboard.press('Control+k')
    await page.keyboard.press('Control+v')
    await expect(page.getByRole('combobox').last()).toHaveValue(link)
    await page.keyboard.press('Enter')
  }
  const first = await takeIn('hypothesis.json', HYPOTHESIS, true, true)
  expect(first).toContain('2 notes in = 1 taken in + 0 already there + 1 left out + 0 refused.')
  expect(first).toContain('bob@hypothes.is: Ask them.')
  expect(await takeIn('hypothesis.json', HYPOTHESIS, true)).toContain('2 notes in = 0 taken in + 1 already there + 1 left out + 0 refused.')
  expect(await takeIn('notes.json', DOCUMENTCLOUD, true)).toContain('1 note in = 1 taken in')
  expect(await takeIn('notes.xfdf', XFDF, true)).toContain('2 notes in = 2 taken in')
  const table = page.getByRole('region', { name: 'All marks' })
  await expect(table).toContainText('produced 61 pages that are responsive')
  await page.keyboard.press('Control+z')
  await expect(table.getByText('The letterhead')).toBeHidden()

  // Out as W3C annotations and in again: the file names its documents by their bytes, and everything is there.
  await table.getByRole('button', { name: 'Import or export' }).click()
  await page.getByRole('menuitem', { name: /W3C/ }).click()
  await expect.poll(exported).toContain('marks.jsonld')
  expect(await takeIn('marks.jsonld', readFileSync(join(vouch.vault, 'exports', 'marks.jsonld'), 'utf8'), false)).toMatch(
    /(\d+) notes in = 0 taken in \+ \1 already there \+ 0 left out \+ 0 refused\./,
  )

  // Out as XFDF, a file each document, and in again: the letter's marks are there already.
  await table.getByRole('button', { name: 'Import or export' }).click()
  await page.getByRole('menuitem', { name: /XFDF/ }).click()
  await expect.poll(exported).toContain('marks as XFDF')
  const xfdf = join(vouch.vault, 'exports', 'marks as XFDF')
  const files = readdirSync(xfdf).sort()
  expect(files).toEqual([
    expect.stringMatching(/^Sample FOIA response letter \(synthetic\) [0-9a-f]{8}\.xfdf$/),
    expect.stringMatching(/^Sample contract .* [0-9a-f]{8}\.xfdf$/),
  ])
  const ofLetter = readFileSync(join(xfdf, files[0] ?? ''), 'utf8')
  expect(ofLetter).toMatch(/<xfdf xmlns="http:\/\/ns\.adobe\.com\/xfdf\/"[\s\S]*<highlight page="0"[^>]* coords="[\d., -]+"[\s\S]*So few\?/)
  expect(await takeIn('letter.xfdf', ofLetter, true)).toMatch(
    /(\d+) notes in = 0 taken in \+ \1 already there \+ 0 left out \+ 0 refused\./,
  )

  // The link of a passage, copied from its row, opens the passage on its page.
  await table.getByText('produced 61 pages that are responsive').first().click()
  await page.getByRole('complementary', { name: 'The chosen mark' }).getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('Copied the link to the passage.')).toBeVisible()
  await follow(/^vouch:\/\/passage\/annotation_/)
  await expect(page.getByRole('region', { name: `Pages of ${LETTER}` })).toBeVisible()

  // An evidence table; what goes out as a workbook comes in as what is there already.
  await page.keyboard.press('Alt+1')
  const rows = async (file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }): Promise<string> => {
    await page.getByLabel('Evidence table', { exact: true }).first().setInputFiles(file)
    const dialog = page.getByRole('dialog', { name: `Evidence from ${file.name}` })
    await expect(dialog).toBeVisible()
    const words = await dialog.innerText()
    await page.keyboard.press('Escape')
    return words
  }
  const csv = { name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) }
  expect(await rows(csv)).toContain('3 rows in = 1 linked + 0 already there + 1 not found + 1 refused.')
  expect(await rows(csv)).toContain('3 rows in = 0 linked + 2 already there + 0 not found + 1 refused.')
  await page.getByRole('button', { name: 'Evidence table' }).click()
  await page.getByRole('menuitem', { name: /^Export as XLSX/ }).click()
  await expect.poll(exported).toContain('evidence table.xlsx')
  const workbook = {
    name: 'evidence.xlsx',
    mimeType: 'application/zip',
    buffer: readFileSync(join(vouch.vault, 'exports', 'evidence table.xlsx')),
  }
  expect(await rows(workbook)).toMatch(/(\d+) rows in = 0 linked \+ \1 already there \+ 0 not found \+ 0 refused\./)

  // So does that of a claim; a link of another library is told kindly.
  await page.getByRole('button', { name: /^C02/ }).click()
  await page.getByRole('button', { name: 'More about C02' }).click()
  await page.getByRole('menuitem', { name: 'Copy link' }).click()
  await expect(page.getByText('Copied the link to the claim.')).toBeVisible()
  await page.keyboard.press('Alt+2')
  await follow(/^vouch:\/\/claim\/claim_/)
  await expect(page.getByRole('article', { name: 'Claim C02' })).toBeVisible()
  await page.evaluate(() => {
    location.hash = '#/open/vouch://passage/annotation_elsewhere'
  })
  await expect(page.getByRole('heading', { name: 'This link leads nowhere here' })).toBeVisible()
  expect(await violations(page, { within: 'main' })).toEqual([])
})
