// 10,000 purchases: time from the address to the frame in which the ledger, its totals and the chronology are drawn.
import { appendToJournal, recordsIn } from './journal.mjs'
import { median, openWorkbench } from './workbench.mjs'

const COUNT = 10_000
const REPETITIONS = 5
const AIM = 200

/** Milliseconds from doing something to the frame after what is looked for stands there. */
const drawn = (page, act, selector) =>
  page.evaluate(
    ([what, wanted]) =>
      new Promise((done) => {
        const start = performance.now()
        if (what.hash !== undefined) location.hash = what.hash
        else [...document.querySelectorAll('label')].find((label) => label.textContent === what.label)?.click()
        const look = () =>
          document.querySelector(wanted) === null
            ? requestAnimationFrame(look)
            : requestAnimationFrame(() => done(performance.now() - start))
        look()
      }),
    [act, selector],
  )

export async function benchPurchases(executablePath) {
  let workbench = await openWorkbench({ executablePath })
  await workbench.page.getByText('Start empty').first().waitFor({ timeout: 120_000 })
  await workbench.close()
  const { analysis } = await appendToJournal(workbench.vault, 'purchases-journal.ts', ({ lineWithPurchases }, before) => {
    const { id } = recordsIn(before, 'analyses')[0]
    return { lines: [lineWithPurchases(before.at(-1), id, COUNT)], analysis: id }
  })
  workbench = await openWorkbench({ executablePath, folder: workbench.folder, port: workbench.port })
  const { page } = workbench
  const elsewhere = async () => {
    await page.evaluate(() => {
      location.hash = '/settings'
    })
    await page.locator('table[aria-label="Purchases"], table[aria-label="Chronology"]').waitFor({ state: 'detached' })
    await page.waitForTimeout(300)
  }
  const took = { ledger: [], totals: [], chronology: [] }
  // The first round fetches the screens' code and is not counted.
  for (let repetition = 0; repetition <= REPETITIONS; repetition += 1) {
    await elsewhere()
    const ledger = await drawn(page, { hash: `/analyses/${analysis}/purchases` }, 'table[aria-label="Purchases"] tbody tr')
    await page.waitForTimeout(300)
    const totals = await drawn(page, { label: 'Totals' }, 'table[aria-label="Totals by vendor"] tbody tr')
    await elsewhere()
    const chronology = await drawn(page, { hash: `/analyses/${analysis}/chronology` }, 'table[aria-label="Chronology"] tbody tr')
    if (repetition === 0) continue
    took.ledger.push(ledger)
    took.totals.push(totals)
    took.chronology.push(chronology)
  }
  await workbench.close()
  workbench.remove()
  const line = (what, times) => ({
    what: `${what}, ${COUNT.toLocaleString('en-US')} purchases`,
    value: `${median(times).toFixed(0)} ms`,
    aim: `${AIM} ms`,
    met: median(times) <= AIM,
  })
  return [
    line('the ledger drawn', took.ledger),
    line('totals by vendor with their chart', took.totals),
    line('chronology as timeline and list', took.chronology),
  ]
}
