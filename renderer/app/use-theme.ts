import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect } from 'react'
import { readPreference } from '../preferences/preferences'
import { useWorkbench } from '../workbench/workbench'

const REMEMBERED = 'vouch-theme'

/** Puts the theme on <html>; `system` leaves the choice to the system. */
function showTheme(theme: string): void {
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  else delete document.documentElement.dataset.theme
}

/** The theme of the last start, before the library is open: so that a dark room stays dark. */
export const showRememberedTheme = (): void => showTheme(localStorage.getItem(REMEMBERED) ?? 'system')

/** Follows the preference, once it has been read. */
export function useTheme(): void {
  const { db } = useWorkbench()
  const theme = useLiveQuery(() => readPreference(db, 'theme'), [db])
  useEffect(() => {
    if (theme === undefined) return
    showTheme(theme)
    localStorage.setItem(REMEMBERED, theme)
  }, [theme])
}
