import type { Desktop } from '@shared/desktop/desktop'
import { browserDesktop } from './browser-desktop'

declare global {
  interface Window {
    /** Put there by Electron's preload. */
    readonly vouch?: Desktop
  }
}

/** The machine, as this window reaches it: Electron's preload where there is one, else the launcher. Call once, before anything reads the address. */
export const getDesktop = (): Desktop => window.vouch ?? browserDesktop()
