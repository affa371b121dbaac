import { useSyncExternalStore } from 'react'

/**
 * Where the window is, kept wholly in the part of the address after `#`, query included: `#/library/3f…?page=4`. So the
 * shell always serves one page, an address can be copied, and a query never outlives the screen that it was meant for.
 */
const subscribe = (changed: () => void): (() => void) => {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}
const here = (): string => (location.hash.startsWith('#/') ? location.hash.slice(1) : '/')
const path = (): string => here().split('?')[0] ?? '/'
const search = (): string => here().split('?')[1] ?? ''

/** Goes to an address of `routes`; `replace` leaves no step to go Back to. */
export function navigate(to: string, options: { readonly replace?: boolean } = {}): void {
  if (to === here()) return
  const address = new URL(location.href)
  address.hash = to
  history[options.replace ? 'replaceState' : 'pushState'](null, '', address)
  dispatchEvent(new HashChangeEvent('hashchange'))
}

function useHashLocation(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, path), navigate]
}
useHashLocation.hrefs = (to: string): string => `#${to}`

const useHashSearch = (): string => useSyncExternalStore(subscribe, search)

/** For wouter's Router: where the path and the query are read. */
export const hashRouting = { hook: useHashLocation, searchHook: useHashSearch }
