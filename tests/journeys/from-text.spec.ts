import { expect as unhurried, type Page, test } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import { startVouch, type Vouch } from '../support/vouch'

const expect = unhurried.configure({ timeout: 30_000 })

let vouch: Vouch
test.beforeEach(async () => {
  vouch = await startVouch()
})
test.afterEach(() => vouch.remove())

const paragraph = (words: string, style = ''): string =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${words}</w:t></w:r></w:p>`
const word = (content: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${content}</w:body></w:document>`
const raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>'
const DOCX = Buffer.from(
  zipSync({
    'word/styles.xml': strToU8(
      '<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>',
    ),
    'word/document.xml': strToU8(
      word(
        `${paragraph('What was bought', 'H1')}${paragraph('The agency bought the U.S. system for $3.75 million [1].')}<w:p><w:r><w:t>It was not posted.</w:t></w:r>${raised}</w:p>${paragraph('Sources', 'H1')}${paragraph('[1] “A notice”, 2025')}${paragraph('[2] The reading room')}`,
      ),
    ),
  }),
)

const claims = (page: Page) => page.getByRole('region', { name: 'Proposed claims' })

test('a text is looked through by keyboard and becomes an analysis without a sentence lost', async () => {
  const { page } = vouch
  await page.getByRole('button', { name: /^C01/ }).waitFor({ timeout: 60_000 })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('analysis from a text')
  await page.keyboard.press('Enter')
  await page
    .getByLabel('Paste a text')
    .fill(
      '## 1. Findings\n\nThe agency bought it [1]. It cost $3.75 million [1, 2]. It was used at once. Who knew?\n\n## 2. Limits\n\nOnly this was read.\n\n## References\n\n[1] A notice, https://example.org\n',
    )
  await page.getByRole('button', { name: 'Propose claims', exact: true }).click()
  const counts = page.getByText(/pieces of the text/)
  await expect(counts).toHaveText(
    '9 pieces of the text = 4 sentences in 4 claims + 1 left out + 3 headings + 1 listed source; one more source is cited but not listed',
  )

  await claims(page)
    .getByRole('button', { name: /^Claim: The agency bought it/ })
    .focus()
  await page.keyboard.press('m')
  await expect(claims(page)).toContainText('The agency bought it. It cost $3.75 million.')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('x')
  await expect(counts).toContainText('3 sentences in 2 claims + 2 left out')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Somebody knew.')
  await page.keyboard.press('Control+Enter')
  await expect(claims(page).getByRole('button', { name: /^Claim: Somebody knew\./ })).toContainText('your words')
  await page.getByLabel('Short name').fill('A text looked through')
  await page.getByRole('button', { name: 'Make the analysis' }).click()

  await expect(page.getByRole('article', { name: 'A text looked through' })).toContainText(
    '4 of its 5 sentences and lines became 3 claims, 1 left out (1 left out in the review)',
  )
  await expect(page.getByRole('listitem').filter({ hasText: 'Title unknown' })).toContainText('Which source the text means by [2].')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { name: 'This analysis is not in the library' })).toBeVisible()
})

test('a Word document is read with its headings and raised numbers', async () => {
  const { page } = vouch
  await page.getByRole('button', { name: /^C01/ }).waitFor({ timeout: 60_000 })
  await page.goto(`${page.url().split('#')[0]}#/analyses/from-text`)
  await page.getByLabel('Text file').setInputFiles({
    name: 'report.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: DOCX,
  })
  await expect(claims(page).getByRole('heading')).toHaveText(['What was bought'])
  await expect(
    claims(page).getByRole('button', { name: 'Claim: The agency bought the U.S. system for $3.75 million. finding cites [1]' }),
  ).toBeVisible()
  await expect(claims(page).getByRole('button', { name: 'Claim: It was not posted. finding cites [2]' })).toBeVisible()
  await expect(page.getByText(/pieces of the text/)).toHaveText(
    '6 pieces of the text = 2 sentences in 2 claims + 0 left out + 2 headings + 2 listed sources',
  )
})
