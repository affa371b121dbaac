import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { buildDriver, cleanUp, copyOf, newPlace, type Place, type Running, startUnderBreakage } from './under-breakage'

let launcher = ''
test.beforeAll(async () => {
  launcher = await buildDriver()
})
test.afterAll(cleanUp)

const FINE = ' Nothing was lost; you need do nothing.'

/** A closed library in which two documents were imported and some passages marked; filled once, each test breaks a copy of its own. */
let filledOnce: Promise<Place> | null = null
async function filled(): Promise<Place> {
  filledOnce ??= fill()
  return copyOf(await filledOnce)
}

async function fill(): Promise<Place> {
  const place = newPlace(launcher)
  const running = await startUnderBreakage(place)
  expect(await running.page.evaluate(() => window.driver?.someWork(7, 12))).toEqual([])
  await running.close()
  expect(place.acknowledged.length).toBeGreaterThan(5)
  return place
}

const faults = (running: Running, place: Place): Promise<readonly string[] | undefined> =>
  running.page.evaluate((acknowledged) => window.driver?.faults(acknowledged), place.acknowledged)
const journal = (place: Place): string => join(place.vault, 'journal.jsonl')
const changesIn = (place: Place): number => readFileSync(journal(place), 'utf8').trimEnd().split('\n').length

/** After a repair the next start finds nothing to do. */
async function expectWholeNextTime(place: Place): Promise<void> {
  const again = await startUnderBreakage(place)
  expect(again.words).toEqual([])
  expect(await faults(again, place)).toEqual([])
  await again.close()
}

test('IndexedDB deleted: the library is rebuilt from the vault, and says so', async () => {
  const place = await filled()
  rmSync(join(place.folder, 'profile/Default/IndexedDB'), { recursive: true })
  const running = await startUnderBreakage(place)
  expect(running.words[0]).toBe(
    `The database of this library was empty, though its vault holds ${changesIn(place)} changes. It was rebuilt from the vault.${FINE}`,
  )
  expect(running.words[1]).toMatch(/^The database had lost the file of “paper .*; it was restored from the vault\. Nothing was lost/)
  expect(running.words[2]).toMatch(/^The database had lost the text of “paper .*; it was restored from the vault\. Nothing was lost/)
  expect(await faults(running, place)).toEqual([])
  expect(await running.page.evaluate(() => window.driver?.someWork(8, 4))).toEqual([])
  await running.close()
  await expectWholeNextTime(place)
})

test('a document of the vault damaged: it is replaced from the database, and says so', async () => {
  const place = await filled()
  const folder = join(place.vault, 'documents')
  const [name] = readdirSync(folder)
  const path = join(folder, name ?? '')
  const whole = readFileSync(path)
  const damaged = Buffer.from(whole)
  damaged[200] = (damaged[200] ?? 0) ^ 1
  writeFileSync(path, damaged)
  const running = await startUnderBreakage(place)
  // Bytes are read again some seconds after the start, when the window is up.
  await expect
    .poll(() => running.page.evaluate(() => window.driver?.repaired()), { timeout: 30_000 })
    .toEqual([expect.stringMatching(/^The vault's copy of “paper .*” was damaged; it was replaced from the database\.$/)])
  expect(readFileSync(path).equals(whole)).toBe(true)
  await running.close()
})

test('the journal damaged in its middle: it is set aside, written again from the database, and says so', async () => {
  const place = await filled()
  const before = readFileSync(journal(place), 'utf8')
  const lines = before.split('\n')
  writeFileSync(journal(place), lines.with(2, (lines[2] ?? '').replace('"seq":3', '"seq":7')).join('\n'))
  const running = await startUnderBreakage(place)
  expect(running.words[0]).toBe(`The vault's journal was damaged at line 3. It was set aside and written again from the database.${FINE}`)
  const kept = readdirSync(join(place.vault, 'aside'))
  expect(running.words[1]).toBe(
    `The journal that was set aside is in the vault: aside/${kept[0]}. Keep it until you have looked through your latest work.`,
  )
  expect(await faults(running, place)).toEqual([])
  expect(readFileSync(journal(place), 'utf8')).toBe(before)
  await running.close()
  await expectWholeNextTime(place)
})

test('the vault deleted: it is written again from the database, with documents and text, and says so', async () => {
  const place = await filled()
  const changes = changesIn(place)
  const documents = readdirSync(join(place.vault, 'documents')).sort()
  rmSync(place.vault, { recursive: true })
  const running = await startUnderBreakage(place)
  expect(running.words[0]).toContain(
    `The vault of this library was missing or empty. It was written again from the database: ${changes} changes.`,
  )
  expect(running.words[1]).toMatch(/^The vault lacked “paper .*; it was written again from the database\. Nothing was lost/)
  expect(running.words[2]).toMatch(
    /^The vault's text of “paper .* was missing or damaged; it was written again from the database\. Nothing was lost/,
  )
  expect(await faults(running, place)).toEqual([])
  expect(readdirSync(join(place.vault, 'documents')).sort()).toEqual(documents)
  expect(readdirSync(join(place.vault, 'texts')).length).toBeGreaterThan(0)
  await running.close()
  await expectWholeNextTime(place)
})

test('both copies damaged: the longest sound history stands, and the rest is kept and named', async () => {
  const place = await filled()
  rmSync(join(place.folder, 'profile/Default/IndexedDB'), { recursive: true })
  const changes = changesIn(place)
  const lines = readFileSync(journal(place), 'utf8').split('\n')
  writeFileSync(journal(place), lines.with(changes - 1, (lines[changes - 1] ?? '').replace('"hash"', '"hush"')).join('\n'))
  const running = await startUnderBreakage(place)
  expect(running.words[0]).toContain(`The database of this library was empty, though its vault holds ${changes - 1} changes.`)
  expect(running.words[1]).toBe(
    `The vault's journal was damaged at line ${changes}, and the database does not hold what stood there. It was set aside and written again as far as it was sound, ${changes - 1} changes. Look at your latest work, and keep the file named below.`,
  )
  const kept = readdirSync(join(place.vault, 'aside'))
  expect(running.words[2]).toContain(`aside/${kept[0]}`)
  expect(await running.page.evaluate(() => window.driver?.faults([]))).toEqual([])
  await running.close()
})

test('the disk refuses writes: nothing is acknowledged, the words say why, and saving goes on when there is space again', async () => {
  const place = newPlace(launcher)
  mkdirSync(place.vault, { recursive: true })
  const mounted = spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place.vault]).status === 0
  test.skip(!mounted, 'a disk of 1 MiB can be mounted by root only; renderer/storage/open-library.test.ts covers the same without one')
  try {
    const running = await startUnderBreakage(place)
    expect(await running.page.evaluate(() => window.driver?.someWork(9, 6))).toEqual([])
    const filler = join(place.vault, 'filler')
    // The copy ends when the disk is full.
    spawnSync('/bin/dd', ['if=/dev/zero', `of=${filler}`, 'bs=4k'])
    const acknowledged = place.acknowledged.length
    const refusals = (await running.page.evaluate(() => window.driver?.someWork(10, 30))) ?? []
    expect(refusals.length).toBeGreaterThan(5)
    for (const words of refusals)
      expect(words).toMatch(/the disk is full\. Free some space on this disk, then try again: nothing that was shown as saved is lost\.$/)
    expect(refusals.some((words) => words.includes('/journal.jsonl: the disk is full.'))).toBe(true)
    expect(await running.page.evaluate(() => window.driver?.saved())).toMatch(
      /^Vouch could not write .*: the disk is full\. Free some space on this disk/,
    )
    expect(await faults(running, place)).toEqual([])
    rmSync(filler)
    expect(await running.page.evaluate(() => window.driver?.retry())).toBe('')
    expect(await running.page.evaluate(() => window.driver?.saved())).toBe('saved-twice')
    expect(await running.page.evaluate(() => window.driver?.someWork(11, 6))).toEqual([])
    expect(place.acknowledged.length).toBeGreaterThan(acknowledged)
    await running.kill('browser')
    await expectWholeNextTime(place)
  } finally {
    if (existsSync(place.vault)) spawnSync('/bin/umount', ['-l', place.vault])
  }
})
