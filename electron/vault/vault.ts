import { join } from 'node:path'
import type { Desktop, VaultState } from '@shared/desktop/desktop'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { type Disk, flushFolder, isMissing, onDisk, readPiece, realDisk, replaceFile } from '../files/disk'
import { documentStore } from './document-store'
import { indexPage } from './index-page'
import { type Journal, openJournal } from './journal'
import { takingTurns } from './turns'
import { lockVault } from './vault-lock'

/** Where a chosen file is; null for a token that was not given out. */
export type FileFinder = (token: string) => { readonly path: string; readonly name: string } | null
/** The vault without what needs a window. */
export type Vault = Omit<Desktop['vault'], 'reveal'> & {
  /** Writes the index if it is behind, and lets the folder go. */
  close(): Promise<void>
}

const FOLDERS = ['documents', 'texts', 'exports', 'aside']
/** How long after the last change to the list of documents INDEX.md is written again, in ms. */
const INDEX_AFTER_MS = 1500

/**
 * The vault: a folder of ordinary files with a second copy of everything. One object for each process and folder.
 * @param shown the folder as people know it: `~/Vouch`
 */
export function vaultIn(folder: string, shown: string, find: FileFinder, disk: Disk = realDisk): Vault {
  const documents = documentStore(disk, folder, shown)
  const index = indexPage()
  const inTurn = takingTurns()
  let journal: Journal | null = null
  let release: (() => Promise<void>) | null = null
  let indexDue: NodeJS.Timeout | null = null

  const writeIndex = async (): Promise<void> => {
    if (indexDue !== null) clearTimeout(indexDue)
    indexDue = null
    // The index can be made again at any time, so a disk that refuses it is not trouble: the journal will say so.
    await onDisk(`Vouch could not write ${shown}/INDEX.md`, () => replaceFile(disk, join(folder, 'INDEX.md'), index.text()))
  }
  const planIndex = (): void => {
    indexDue ??= setTimeout(() => void inTurn(writeIndex), INDEX_AFTER_MS)
  }
  const note = (line: Parameters<typeof index.note>[0]): void => {
    if (index.note(line)) planIndex()
  }
  const closeJournal = async (): Promise<void> => {
    await journal?.close()
    journal = null
  }
  const withJournal = async <Value>(work: (open: Journal) => Promise<Outcome<Value>>): Promise<Outcome<Value>> =>
    journal === null ? trouble(problem('vault-not-open', `${shown} is not open.`, 'Start Vouch again.')) : work(journal)

  /** Reads all of the vault's state; also when the window is loaded again. */
  const open = async (): Promise<Outcome<VaultState>> => {
    const made = await onDisk(`Vouch could not make its folder ${shown}`, async () => {
      for (const name of FOLDERS) await disk.mkdir(join(folder, name), { recursive: true })
      await flushFolder(disk, folder)
    })
    if (!made.ok) return made
    if (release === null) {
      const locked = await lockVault(disk, folder, shown)
      if (!locked.ok) return locked
      release = locked.value.release
      const swept = await documents.sweep()
      if (!swept.ok) return swept
    }
    await closeJournal()
    index.clear()
    const opened = await openJournal(disk, folder, `${shown}/journal.jsonl`, note)
    if (!opened.ok) return opened
    journal = opened.value
    planIndex()
    const listed = await documents.list()
    if (!listed.ok) return listed
    const head = journal.head()
    const free = await onDisk(shown, () => disk.statfs(folder))
    return ok({
      shownPath: shown,
      head: head && { seq: head.seq, hash: head.hash },
      damagedAtLine: journal.damagedAtLine(),
      documents: listed.value,
      freeBytes: free.ok ? free.value.bavail * free.value.bsize : null,
    })
  }

  /** A name in `aside/`, with the moment, so that none is ever written over. */
  const asideName = (label: string, ending: string): string =>
    `${
      label
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
        .slice(0, 60) || 'kept'
    }-${new Date().toISOString().replace(/[:.]/g, '-')}${ending}`
  const textPath = (id: string): string => join(folder, 'texts', `${id}.jsonl`)

  return {
    open: () => inTurn(open),
    readJournal: (after, limit) => inTurn(() => withJournal((open) => open.read(after, limit))),
    append: (lines) => inTurn(() => withJournal((open) => open.append(lines))),
    setJournalAside: () =>
      inTurn(() =>
        withJournal(async (open) => {
          const name = asideName('journal', '.jsonl')
          index.clear()
          planIndex()
          const set = await open.setAside(join(folder, 'aside', name))
          return set.ok ? ok({ name: `aside/${name}` }) : set
        }),
      ),
    keepAside: (label, text) =>
      onDisk(`Vouch could not write into ${shown}/aside`, async () => {
        const name = asideName(label, '.jsonl')
        await replaceFile(disk, join(folder, 'aside', name), text)
        return { name: `aside/${name}` }
      }),
    beginDocument: documents.begin,
    writeDocument: documents.write,
    finishDocument: documents.finish,
    abandonDocument: documents.abandon,
    async adoptDocument(token) {
      const file = find(token)
      if (file === null) return trouble(problem('unknown-token', 'This file was not chosen in this session.', 'Choose the file again.'))
      return documents.adopt(file.path, file.name)
    },
    readDocument: documents.read,
    writeText: (id, text) =>
      onDisk(`Vouch could not write ${shown}/texts`, async () => {
        await replaceFile(disk, textPath(id), text)
        return null
      }),
    readText: (id) =>
      onDisk(`Vouch could not read ${shown}/texts`, async () => {
        try {
          const { size } = await disk.stat(textPath(id))
          return Buffer.from(await readPiece(disk, textPath(id), 0, size)).toString('utf8')
        } catch (thrown) {
          if (isMissing(thrown)) return null
          throw thrown
        }
      }),
    checkDocuments: documents.check,
    close: () =>
      inTurn(async () => {
        if (indexDue !== null) await writeIndex()
        await closeJournal()
        await documents.close()
        await release?.()
        release = null
      }),
  }
}
