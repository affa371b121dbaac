import type { Watched } from '../workbench/workbench'

/** A value with watchers. `set` tells them at once. */
export type WatchedValue<Value> = Watched<Value> & { set(value: Value): void }

/** @param first what it is until it is set */
export function watchedValue<Value>(first: Value): WatchedValue<Value> {
  let current = first
  const watchers = new Set<() => void>()
  return {
    get: () => current,
    set(value) {
      current = value
      for (const watcher of watchers) watcher()
    },
    subscribe(changed) {
      watchers.add(changed)
      return () => void watchers.delete(changed)
    },
  }
}
