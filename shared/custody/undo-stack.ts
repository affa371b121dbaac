import type { CustodyEntry } from './custody-entry'
import { WORKBENCH_ACTOR } from './workbench-actor'

/** Names of the commands that take an entry back and make it again. */
export const UNDO = 'undo'
export const REDO = 'redo'

/** What Undo and Redo would act on: numbers of custody entries, the next one last. */
export type UndoStack = { readonly undo: readonly number[]; readonly redo: readonly number[] }
export const EMPTY_UNDO_STACK: UndoStack = { undo: [], redo: [] }

/** The part of an entry on which undo depends. */
export type UndoableEntry = Pick<CustodyEntry, 'seq' | 'actor' | 'command' | 'reverts'> & { readonly changes: readonly unknown[] }

/**
 * The stack after one more entry. Undo and redo both name the entry of the original action in `reverts`, so that the
 * stack can be computed again from the custody log alone, also after a restart. What the workbench did by itself and
 * what changed nothing is not on the stack, and does not end a chain of redos.
 */
export function afterEntry(stack: UndoStack, entry: UndoableEntry): UndoStack {
  if (entry.reverts === null) {
    if (entry.actor === WORKBENCH_ACTOR || entry.changes.length === 0) return stack
    return { undo: [...stack.undo, entry.seq], redo: [] }
  }
  const without = (numbers: readonly number[]): readonly number[] => numbers.filter((number) => number !== entry.reverts)
  if (entry.command === UNDO) return { undo: without(stack.undo), redo: [...stack.redo, entry.reverts] }
  return { undo: [...stack.undo, entry.reverts], redo: without(stack.redo) }
}

/** The stack after a whole log, in order. */
export function undoStackOf(entries: Iterable<UndoableEntry>): UndoStack {
  const undo: number[] = []
  const redo: number[] = []
  const drop = (numbers: number[], number: number): void => {
    const place = numbers.lastIndexOf(number)
    if (place >= 0) numbers.splice(place, 1)
  }
  for (const entry of entries) {
    if (entry.reverts !== null) {
      const [from, to] = entry.command === UNDO ? [undo, redo] : [redo, undo]
      drop(from, entry.reverts)
      to.push(entry.reverts)
    } else if (entry.actor !== WORKBENCH_ACTOR && entry.changes.length > 0) {
      undo.push(entry.seq)
      redo.length = 0
    }
  }
  return { undo, redo }
}
