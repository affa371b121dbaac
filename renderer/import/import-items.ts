import { newId } from '@shared/units/ids'
import type { Watched } from '../workbench/workbench'
import type { ImportItem, ImportResult } from './import-queue'

/** Least time between two tellings, ms: drawing progress must not take the processor from the workers that make it. */
const TELL_EVERY = 300

/** The list of files under way and ended, as screens watch it. */
export type ImportItems = Watched<readonly ImportItem[]> & {
  /** @param listed false for what the workbench brings in by itself: it stands on no researcher's balance sheet */
  add(name: string, bytes: number, listed?: boolean): ImportItem
  change(id: string, change: Partial<Pick<ImportItem, 'step' | 'media' | 'pages'>>): void
  /** Ends an item. */
  end(id: string, result: ImportResult): ImportItem
  clearEnded(): void
}

/** A list without files. Watchers are told of progress a few times a second, and of an end at once. */
export function createImportItems(): ImportItems {
  const items = new Map<string, ImportItem>()
  const unlisted = new Set<string>()
  const watchers = new Set<() => void>()
  let snapshot: readonly ImportItem[] = []
  let timer: ReturnType<typeof setTimeout> | null = null
  const tell = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    snapshot = [...items.values()].filter((item) => !unlisted.has(item.id))
    for (const watcher of watchers) watcher()
  }
  const tellSoon = (): void => {
    timer ??= setTimeout(tell, TELL_EVERY)
  }
  return {
    get: () => snapshot,
    subscribe(changed) {
      watchers.add(changed)
      return () => void watchers.delete(changed)
    },
    add(name, bytes, listed = true) {
      const item: ImportItem = { id: newId('import'), name, bytes, step: 'waiting', media: 'pdf', pages: null, result: null }
      items.set(item.id, item)
      if (!listed) unlisted.add(item.id)
      tellSoon()
      return item
    },
    change(id, change) {
      const item = items.get(id)
      if (item === undefined || item.step === 'done') return
      items.set(id, { ...item, ...change })
      tellSoon()
    },
    end(id, result) {
      const item = items.get(id)
      if (item === undefined) throw new Error('an import ended that was never begun')
      const ended: ImportItem = { ...item, step: 'done', result }
      items.set(id, ended)
      // The last file of a batch ends it, and that is told at once.
      if ([...items.values()].every((one) => one.step === 'done')) tell()
      else tellSoon()
      return ended
    },
    clearEnded() {
      for (const [id, item] of items) if (item.step === 'done') items.delete(id)
      tell()
    },
  }
}
