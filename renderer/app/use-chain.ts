import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { useWorkbench } from '../workbench/workbench'
import type { ChainJob, ChainState } from './chain-job'

export type Chain = { readonly entries: number; readonly state: ChainState }

/** How many entries the custody log has, and whether its chain holds. Entries are hashed again once, in a worker, in the pauses of the window. */
export function useChain(): Chain {
  const { db } = useWorkbench()
  const entries = useLiveQuery(() => db.custody.count(), [db])
  const [state, setState] = useState<ChainState>('checking')
  const [worker, setWorker] = useState<Worker | null>(null)
  useEffect(() => {
    const checking = new Worker(new URL('./chain-worker.ts', import.meta.url), { type: 'module', name: 'chain' })
    checking.onmessage = ({ data }: MessageEvent<ChainState>) => setState(data)
    const begun = requestIdleCallback(() => setWorker(checking), { timeout: 500 })
    return () => {
      cancelIdleCallback(begun)
      checking.terminate()
    }
  }, [db])
  useEffect(() => {
    if (worker === null || entries === undefined) return undefined
    const job: ChainJob = { database: db.name, entries }
    const asked = requestIdleCallback(() => worker.postMessage(job, []), { timeout: 500 })
    return () => cancelIdleCallback(asked)
  }, [db, worker, entries])
  return { entries: entries ?? 0, state }
}
