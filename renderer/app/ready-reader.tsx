import { type ComponentProps, lazy } from 'react'
import { useSearch } from 'wouter'
import { useWarmPictures } from '../page-pictures/warm-pictures'
import type { ReaderScreen } from '../reader/reader-screen'

type Screen = typeof ReaderScreen

let ready: Screen | null = null
const load = async (): Promise<Screen> => (ready ??= (await import('../reader/reader-screen')).ReaderScreen)
const Awaited = lazy(async () => ({ default: await load() }))

/** ms after the start until the reader's code is fetched: not while the first screen is drawn. */
const FETCH_AFTER = 800
if (typeof window !== 'undefined') setTimeout(() => void load(), FETCH_AFTER)

/**
 * The reader, whose code is fetched soon after the start. Once it is there it is shown without React's Suspense, which keeps its
 * "Opening…" on the screen for 300 ms even where nothing is left to wait for.
 */
export function ReadyReader(props: ComponentProps<Screen>) {
  const asked = Number(new URLSearchParams(useSearch()).get('page'))
  useWarmPictures(props.documentId, asked > 0 ? asked : null)
  const Now = ready
  return Now === null ? <Awaited {...props} /> : <Now {...props} />
}
