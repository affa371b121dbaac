import 'fake-indexeddb/auto'
import { documentIdSchema, type DocumentId } from '@shared/documents/document'
import { sha256OfBytes } from '@shared/units/hashes'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Database } from '../storage/database'
import { createMemoryDesktop, createMemoryVault, DISK_FULL } from '../testing/memory-desktop'
import { exportSink } from './export-sink'

const BYTES = Uint8Array.from({ length: 2500 }, (_, at) => at % 251)
const ID: DocumentId = documentIdSchema.parse(sha256OfBytes(BYTES))
const EXHIBIT = { sha256: ID, name: 'contract.pdf' }

describe('an exhibit of an export', () => {
  let db: Database
  beforeEach(async () => {
    db = new Database('export-sink')
    await db.open()
  })
  afterEach(() => db.delete())

  /** Writes the exhibit and answers its bytes in the export, beside how it went and how many bytes were told. */
  async function written(vaultBytes: Uint8Array | null, databaseBytes: Uint8Array | null) {
    const vault = createMemoryVault()
    if (vaultBytes !== null) vault.documents.set(ID, vaultBytes)
    if (databaseBytes !== null) await db.files.add({ id: ID, blob: new Blob([Uint8Array.from(databaseBytes)]) })
    const desktop = createMemoryDesktop({ vault })
    const begun = await desktop.exports.begin('dossier', 'folder')
    const token = begun.ok ? (begun.value?.token ?? '') : ''
    let told = 0
    const done = await exportSink({ desktop, db }, token).exhibit('data/exhibits/EX-001.pdf', EXHIBIT, {
      onWritten: (bytes) => void (told += bytes),
    })
    await desktop.exports.finish(token)
    return { done, told, bytes: desktop.exported.get('dossier')?.get('data/exhibits/EX-001.pdf'), inVault: vault.documents.get(ID) }
  }
  const damaged = BYTES.map((byte, at) => (at === 9 ? byte ^ 1 : byte))

  it('is written by the shell from its vault, in pieces that are told', async () => {
    expect(await written(BYTES, null)).toMatchObject({ done: { ok: true }, told: 2500, bytes: BYTES })
  })
  it('comes from the database where the vault lost or damaged it, and the vault has it again', async () => {
    expect(await written(null, BYTES)).toMatchObject({ done: { ok: true }, told: 2500, bytes: BYTES, inVault: BYTES })
    await db.files.clear()
    expect(await written(damaged, BYTES)).toMatchObject({ done: { ok: true }, told: 2500, bytes: BYTES, inVault: BYTES })
  })
  it('that is in neither is missing, and one that both damaged is not written', async () => {
    expect(await written(null, null)).toMatchObject({ done: { ok: false, problem: { kind: 'exhibit-missing' } } })
    const both = await written(damaged, damaged)
    expect(both).toMatchObject({ done: { ok: false, problem: { kind: 'database-document-damaged' } } })
    expect(both.bytes).toBeUndefined()
  })
  it('is not written to the vault again where the disk is full', async () => {
    const vault = createMemoryVault()
    vault.documents.set(ID, BYTES)
    await db.files.add({ id: ID, blob: new Blob([Uint8Array.from(BYTES)]) })
    const desktop = createMemoryDesktop({ vault })
    const begun = await desktop.exports.begin('dossier', 'folder')
    desktop.switches.refuseWrites = DISK_FULL
    let restored = false
    const watched = { ...desktop, vault: { ...desktop.vault, beginDocument: () => ((restored = true), desktop.vault.beginDocument()) } }
    expect(
      await exportSink({ desktop: watched, db }, begun.ok ? (begun.value?.token ?? '') : '').exhibit(
        'data/exhibits/EX-001.pdf',
        EXHIBIT,
        {},
      ),
    ).toMatchObject({ ok: false, problem: DISK_FULL })
    expect(restored).toBe(false)
  })
  it('is ended early by a cancelled export', async () => {
    const desktop = createMemoryDesktop()
    const aborted = AbortSignal.abort()
    expect(await exportSink({ desktop, db }, 'none').exhibit('data/exhibits/EX-001.pdf', EXHIBIT, { signal: aborted })).toMatchObject({
      ok: true,
    })
  })
})
