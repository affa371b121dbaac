import styles from './kbd.module.css'

const MAC = /Mac/.test(navigator.platform)
const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '⏎' }
const OTHER_SIGNS: Readonly<Record<string, string>> = { Mod: 'Ctrl' }

/** A chord as people read it: `Mod+Shift+Z` is `Ctrl Shift Z`, or `⌘ ⇧ Z` on a Mac. A plus at the end is the key itself. */
const keyWords = (keys: string): string =>
  keys
    .split(/\+(?!$)/)
    .map((key) => (MAC ? MAC_SIGNS : OTHER_SIGNS)[key] ?? key)
    .join(' ')

/** A key, or a chord such as `Mod+K`. */
export function Kbd({ keys }: { readonly keys: string }) {
  return <kbd className={styles.kbd}>{keyWords(keys)}</kbd>
}
