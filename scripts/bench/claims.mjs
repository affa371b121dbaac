// The ledger and a claim of an analysis of 2,000 claims and 20,000 links: time from the change of address until the frame in which they are drawn.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { appendToJournal } from './journal.mjs'
import { longPdf } from './long-pdf.mjs'
import { documentId, importFiles, median, openWorkbench } from './workbench.mjs'

const PAGES = 100
const CLAIMS = 2000
const PER_CLAIM = 10
const REPETITIONS = 7
const AIM = 200

const LEDGER = 'ol[aria-label="Ledger"] [data-claim]'
const CLAIM = 'article[aria-label^="Claim "] h1'
const FILTERED = 'ol[aria-label="Ledger"]'

export async function benchClaims(executablePath) {
  let workbench = await openWorkbench({ executablePath })
  const file = join(workbench.folder, 'hundred.pdf')
  writeFileSync(file, await longPdf(PAGES))
  await importFiles(workbench.page, [file])
  const id = await documentId(workbench.page, 'hundred.pdf')
  await workbench.close()
  const { analysisId, claimId } = await appendToJournal(workbench.vault, 'claims-journal.ts', ({ linesWithClaims }, before) =>
    linesWithClaims(before.at(-1), id, PAGES, CLAIMS, PER_CLAIM),
  )
  workbench = await openWorkbench({ executablePath, folder: workbench.folder, port: workbench.port, patience: 300_000 })
  const { page } = workbench
  const home = '/library'
  const go = async (address) => {
    await page.evaluate((hash) => {
      location.hash = hash
    }, address)
    await page.waitForTimeout(700)
  }
  // From the change of address until what is meant stands in a frame.
  const drawn = (address, selector, gone) =>
    page.evaluate(
      ([hash, wanted, unwanted]) =>
        new Promise((done) => {
          const start = performance.now()
          location.hash = hash
          const look = () =>
            document.querySelector(wanted) === null || (unwanted !== null && document.querySelector(unwanted) !== null)
              ? requestAnimationFrame(look)
              : requestAnimationFrame(() => done(performance.now() - start))
          requestAnimationFrame(look)
        }),
      [address, selector, gone],
    )
  const times = async (address, selector) => {
    const took = []
    for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
      await go(home)
      took.push(await drawn(address, selector, null))
    }
    return took
  }
  await go(home)
  const first = await drawn(`/analyses/${analysisId}/ledger`, LEDGER, null)
  await page
    .getByText(/of 2?2,?\d* checked|^0 of 22000 checked/)
    .first()
    .waitFor({ timeout: 60_000 })
  const ledger = median(await times(`/analyses/${analysisId}/ledger`, LEDGER))
  const claim = median(await times(`/analyses/${analysisId}/claims/${claimId}`, CLAIM))
  const analysis = median(await times(`/analyses/${analysisId}`, 'section[aria-labelledby="claims"] li'))
  const check = median(await times(`/analyses/${analysisId}/check`, 'article[aria-label^="Check "]'))
  await go(`/analyses/${analysisId}/ledger`)
  const narrowed = await page.evaluate(
    (list) =>
      new Promise((done) => {
        const height = document.querySelector(list).style.height
        const field = document.querySelector('input[type="search"][placeholder="Words or number"]')
        const start = performance.now()
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, 'system 7')
        field.dispatchEvent(new Event('input', { bubbles: true }))
        const look = () =>
          document.querySelector(list).style.height === height ? requestAnimationFrame(look) : done(performance.now() - start)
        requestAnimationFrame(look)
      }),
    FILTERED,
  )
  await workbench.close()
  workbench.remove()
  const size = `${CLAIMS.toLocaleString('en-US')} claims, ${(CLAIMS * PER_CLAIM).toLocaleString('en-US')} links`
  const result = (what, ms) => ({ what, value: `${ms.toFixed(0)} ms`, aim: `${AIM} ms`, met: ms <= AIM })
  return [
    { what: `the ledger of ${size}, first entered since the start`, value: `${first.toFixed(0)} ms` },
    result(`the ledger of ${size}`, ledger),
    result('one of its claims', claim),
    result('the analysis', analysis),
    result('checking', check),
    result('narrowing the ledger by words', narrowed),
  ]
}
