import type { DocumentId } from '@shared/documents/document'
import type { PageRotation } from '@shared/units/geometry'
import { useEffect } from 'react'
import { changePreference, type Preference } from '../preferences/preferences'
import type { Database } from '../storage/database'
import type { PageColumn } from './page-column'
import type { Zoom } from './zoom'

type Place = Preference<'lastPlaces'>[string]

/** ms after the last movement until the place is written down. */
const RESTS = 250

export const zoomOf = (kept: Place | null): Zoom =>
  kept === null || kept.zoom === 'width'
    ? { kind: 'fit-width' }
    : kept.zoom === 'page'
      ? { kind: 'fit-page' }
      : { kind: 'scale', scale: kept.zoom }

/** The key under which a document's place in the second column is kept: it may be open at two places. */
export const besideKey = (documentId: DocumentId): string => `${documentId} beside`

/** Remembers where reading stopped, for the next time the document is opened. */
export function useLastPlace(db: Database, key: string, column: PageColumn, turn: PageRotation): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const write = async (): Promise<void> => {
      const { zoom } = column.get()
      const place = column.place()
      const kept: Place = {
        page: place.page,
        offset: place.fraction,
        zoom: zoom.kind === 'scale' ? zoom.scale : zoom.kind === 'fit-width' ? 'width' : 'page',
        ...(turn === 0 ? {} : { turn }),
      }
      await changePreference(db, 'lastPlaces', (places) => ({ ...places, [key]: kept }))
    }
    const moved = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => void write(), RESTS)
    }
    const leave = (): void => void write()
    const stop = column.subscribe(moved)
    window.addEventListener('pagehide', leave)
    return () => {
      stop()
      window.removeEventListener('pagehide', leave)
      clearTimeout(timer)
      void write()
    }
  }, [db, key, column, turn])
}
