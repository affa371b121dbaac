import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useRef, useState } from 'react'
import { useWorkbench } from '../workbench/workbench'
import type { ChainJob, ChainState } from './chain-job'

export type Chain = { readonly entries: number; readonly state: ChainState }

/** How many entries the custody log has, and whether its chain holds. Entries are hashed again once, in a worker, in the pauses of the window. */
export function useChain(): Chain {
  const { db } = useWorkbench()
  const entries = useLiveQuery(() => db.custody.count(), [db])
  const [state, setState] = useState<ChainState>('checking')
  const worker = useRef<Worker | null>(null)
  useEffect(
    () => () => {
      worker.current?.terminate()
      worker.current = null
    },
    [],
  )
  useEffect(() => {
    if (entries === undefined) return undefined
    const asked = requestIdleCallback(
      () => {
        const checking = (worker.current ??= new Worker(new URL('./chain-worker.ts', import.meta.url), { type: 'module', name: 'chain' }))
        checking.onmessage = ({ data }: MessageEvent<ChainState>) => setState(data)
        checking.postMessage({ database: db.name, entries } satisfies ChainJob, [])
      },
      { timeout: 500 },
    )
    return () => cancelIdleCallback(asked)
  }, [db, entries])
  return { entries: entries ?? 0, state }
}
