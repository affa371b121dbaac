import { useSyncExternalStore } from 'react'
import type { Watched } from '../workbench/workbench'

/** The value of a watched thing, now and whenever it changes. */
export const useWatched = <Value,>(watched: Watched<Value>): Value => useSyncExternalStore(watched.subscribe, watched.get)
