import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterEntry, EMPTY_UNDO_STACK, REDO, UNDO, type UndoableEntry, type UndoStack, undoStackOf } from './undo-stack'
import { WORKBENCH_ACTOR } from './workbench-actor'

type Step = 'do' | 'undo' | 'redo' | 'workbench'
const steps = array(constantFrom<Step>('do', 'do', 'undo', 'redo', 'workbench'), { maxLength: 60 })

/** What the log says after the steps, and what a plain stack of states says. */
function played(sequence: readonly Step[]): {
  readonly entries: readonly UndoableEntry[]
  readonly fromLog: UndoStack
  readonly model: UndoStack
} {
  const entries: UndoableEntry[] = []
  let stack = EMPTY_UNDO_STACK
  const done: number[] = []
  let undone: number[] = []
  const record = (entry: Omit<UndoableEntry, 'seq' | 'changes'>): void => {
    const whole = { ...entry, seq: entries.length + 1, changes: [null] }
    entries.push(whole)
    stack = afterEntry(stack, whole)
  }
  for (const step of sequence) {
    if (step === 'do') {
      record({ actor: 'Ada', command: 'edit', reverts: null })
      done.push(entries.length)
      undone = []
    } else if (step === 'workbench') record({ actor: WORKBENCH_ACTOR, command: 'seed', reverts: null })
    else {
      const reverts = stack[step].at(-1)
      const expected = step === 'undo' ? done.pop() : undone.pop()
      if (reverts !== undefined) record({ actor: 'Ada', command: step === 'undo' ? UNDO : REDO, reverts })
      if (expected === undefined) continue
      if (step === 'undo') undone.push(expected)
      else done.push(expected)
    }
  }
  return { entries, fromLog: stack, model: { undo: done, redo: undone } }
}

describe('the undo stack', () => {
  test('computed from the log is that of a plain stack, for any sequence of doing, undoing and redoing', () => {
    assert(
      property(steps, (sequence) => {
        const { fromLog, model } = played(sequence)
        expect(fromLog).toEqual(model)
      }),
    )
  })

  test('is the same computed entry by entry and from the whole log', () => {
    assert(
      property(steps, (sequence) => {
        const { entries } = played(sequence)
        expect(undoStackOf(entries)).toEqual(entries.reduce<UndoStack>(afterEntry, EMPTY_UNDO_STACK))
      }),
    )
  })

  test('leaves out entries that changed nothing', () => {
    expect(undoStackOf([{ seq: 1, actor: 'Ada', command: 'edit', reverts: null, changes: [] }])).toEqual(EMPTY_UNDO_STACK)
  })
})
