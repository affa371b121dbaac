import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { breakAfter, type CustodyEntry } from '../../shared/custody/custody-entry'
import { journalLineSchema } from '../../shared/custody/journal-line'
import { buildDriver, newPlace, type Place, cleanUp, startUnderBreakage } from './under-breakage'

const KILLS = Number(process.env['VOUCH_BREAKAGE_KILLS'] ?? 16)
const SEED = Number(process.env['VOUCH_BREAKAGE_SEED'] ?? 20_261_122)

let launcher = ''
test.beforeAll(async () => {
  launcher = await buildDriver()
})
test.afterAll(cleanUp)

test(`everything acknowledged is there after ${KILLS} kills at random moments of importing and annotating, and the custody chain holds`, async () => {
  test.setTimeout(900_000)
  const place = newPlace(launcher)
  let state = SEED
  // Park and Miller's minimal standard generator.
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  for (let kill = 0; kill <= KILLS; kill += 1) {
    const running = await startUnderBreakage(place)
    const where = `after kill ${kill} (seed ${SEED})`
    expect(await running.page.evaluate((acknowledged) => window.driver?.faults(acknowledged), place.acknowledged), where).toEqual([])
    expect(faultsInVault(place), where).toEqual([])
    for (const words of running.words) expect(words, where).toMatch(EXPECTED_WORDS)
    if (kill === KILLS) {
      await running.close()
      break
    }
    await running.page.evaluate((seed) => window.driver?.work(seed), SEED + kill)
    // Some kills fall into the first moments, some into the midst of work, some near the end of an import: by what has been
    // acknowledged, not by the clock, so that a slow machine is killed at the same moments as a fast one.
    const wanted = kill % 4 === 0 ? documentsOf(place) + 1 : null
    const before = place.acknowledged.length
    if (wanted !== null) await expect.poll(() => documentsOf(place), { timeout: 60_000, intervals: [20] }).toBeGreaterThanOrEqual(wanted)
    else if (kill % 2 === 0)
      await expect.poll(() => place.acknowledged.length, { timeout: 60_000, intervals: [20] }).toBeGreaterThan(before)
    await new Promise((done) => setTimeout(done, random() * 600))
    await running.kill(random() < 0.5 ? 'launcher' : 'browser')
    expect(faultsInVault(place), `${where}, before anything is repaired`).toEqual([])
  }
  expect(documentsOf(place)).toBeGreaterThanOrEqual(Math.floor(KILLS / 4))
  test
    .info()
    .annotations.push({ type: 'acknowledged', description: `${place.acknowledged.length} changes, ${documentsOf(place)} documents` })
})

const documentsOf = ({ acknowledged }: Place): number => new Set(acknowledged.flatMap(({ document }) => document ?? [])).size

/**
 * A crash leaves one copy a little behind the other, and now and then Chromium itself throws the whole database away when it
 * opens it after a kill. Whatever it was, the researcher is told, and nothing was lost.
 */
const EXPECTED_WORDS =
  /(Nothing was lost; you need do nothing\.|^The vault of this library was missing or empty\. It was written again from the database: \d changes?\. .*)$/

/** Reads the vault as an outsider would: the journal's chain, what was acknowledged, and each document's bytes. */
function faultsInVault({ vault, acknowledged }: Place): readonly string[] {
  const faults: string[] = []
  const path = join(vault, 'journal.jsonl')
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const entries: CustodyEntry[] = []
  // What stands after the last line break was being written when the process was killed.
  for (const line of text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((one) => one !== '')) {
    const { entry } = journalLineSchema.parse(JSON.parse(line))
    const reason = breakAfter(entries.at(-1) ?? null, entry)
    if (reason !== null) faults.push(`the journal's chain breaks at ${entry.seq} (${reason})`)
    entries.push(entry)
  }
  for (const { seq, hash, document } of acknowledged) {
    if (entries[seq - 1]?.hash !== hash) faults.push(`entry ${seq} was acknowledged and is not in the journal`)
    if (document === null) continue
    const file = join(vault, 'documents', `${document}.pdf`)
    if (!existsSync(file) || createHash('sha256').update(readFileSync(file)).digest('hex') !== document)
      faults.push(`the vault's ${document}.pdf is missing or damaged`)
    if (!existsSync(join(vault, 'texts', `${document}.jsonl`))) faults.push(`the vault's text of ${document} is missing`)
  }
  return faults
}
