import { type ChainBreak, CHAIN_START, hashOfEntry } from '@shared/custody/custody-entry'
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useRef, useState } from 'react'
import { useWorkbench } from '../workbench/workbench'

/** Entries checked between two pauses, so that a long log is read without being noticed. */
const AT_ONCE = 100
type Checked = { readonly seq: number; readonly hash: string }
const START: Checked = { seq: 0, hash: CHAIN_START }

export type Chain = { readonly entries: number; readonly state: 'checking' | 'whole' | ChainBreak }

/** How many entries the custody log has, and whether its chain holds. Entries are hashed again once, in the pauses of the window. */
export function useChain(): Chain {
  const { db } = useWorkbench()
  const entries = useLiveQuery(() => db.custody.count(), [db])
  const checked = useRef<Checked>(START)
  const [state, setState] = useState<Chain['state']>('checking')
  useEffect(() => {
    if (entries === undefined) return undefined
    let ended = false
    const goOn = async (afresh: boolean): Promise<void> => {
      if (checked.current.seq > entries) checked.current = START
      if (checked.current.seq === entries) return setState('whole')
      const rows = await db.custody.where('seq').above(checked.current.seq).limit(AT_ONCE).toArray()
      if (ended) return
      for (const { entry } of rows) {
        const { hash, ...open } = entry
        const reason = entry.seq !== checked.current.seq + 1 ? 'number' : entry.prev !== checked.current.hash ? 'previous' : hashOfEntry(open) !== hash ? 'hash' : null
        if (reason !== null) {
          // A change that the vault refused was taken back, and its number given again: what was checked no longer counts.
          if (afresh) return setState({ seq: entry.seq, reason })
          checked.current = START
          return goOn(true)
        }
        checked.current = { seq: entry.seq, hash }
      }
      if (checked.current.seq >= entries || rows.length === 0) setState('whole')
      else requestIdleCallback(() => void goOn(afresh), { timeout: 500 })
    }
    const first = requestIdleCallback(() => void goOn(false), { timeout: 500 })
    return () => {
      ended = true
      cancelIdleCallback(first)
    }
  }, [db, entries])
  return { entries: entries ?? 0, state }
}
