import { useSyncExternalStore } from 'react'
import type { Watched } from '../workbench/workbench'

/** The value of a watched thing, now and whenever it changes. */
export const useWatched = <Value>(watched: Watched<Value>): Value => useSyncExternalStore(watched.subscribe, watched.get)

/** What a component needs of a watched thing: it is drawn again only when that changes. @param pick gives no object of its own making */
export const usePicked = <Value, Picked extends string | number | boolean>(
  watched: Watched<Value>,
  pick: (value: Value) => Picked,
): Picked => useSyncExternalStore(watched.subscribe, () => pick(watched.get()))
