import type { ClaimId } from '@shared/claims/claim'
import type { DisclosureEvent } from '@shared/documents/disclosure-event'
import { disclosureOf } from '@shared/documents/disclosure-standing'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { EXTRACTOR } from '../pdf/pdfjs'
import { countsByDocument, keysByDocument } from '../storage/keys-by-document'
import { useAll } from '../storage/live'
import { undecidedWords } from '../text-versions/read-differences'
import { useWorkbench } from '../workbench/workbench'
import { type LibraryRow, readabilityOf } from './library-rows'

/** Which document each mark stands in, read from the index alone: the marks themselves are not loaded. */
function usePlaces(): ReadonlyMap<string, string> | undefined {
  const { db } = useWorkbench()
  return useLiveQuery(
    () =>
      db.transaction('r', db.annotations, async () => {
        const places = new Map<string, string>()
        for (const [document, marks] of await keysByDocument(db.annotations)) for (const mark of marks) places.set(mark, document)
        return places
      }),
    [db],
  )
}

/** How many pages of each document were recognised, counted from the index alone. */
function useRecognised(): ReadonlyMap<string, number> | undefined {
  const { db } = useWorkbench()
  return useLiveQuery(() => countsByDocument(db.rows('recognitions')), [db])
}

/** How many words of each document are read otherwise by the present version of pdf.js and not decided about. */
function useOtherwise(): ReadonlyMap<string, number> | undefined {
  const { db, derived } = useWorkbench()
  return useLiveQuery(() => undecidedWords({ db, derived }, EXTRACTOR), [db, derived])
}

/** All documents as lines of the library, kept up to date; undefined while they are read. */
export function useLibrary(): readonly LibraryRow[] | undefined {
  const documents = useAll('documents')
  const events = useAll('disclosureEvents')
  const links = useAll('evidenceLinks')
  const places = usePlaces()
  const recognised = useRecognised()
  const otherwise = useOtherwise()
  return useMemo(() => {
    if (documents === undefined || events === undefined || links === undefined || places === undefined || recognised === undefined)
      return undefined
    const marks = new Map<string, number>()
    for (const document of places.values()) marks.set(document, (marks.get(document) ?? 0) + 1)
    const claims = new Map<string, Set<ClaimId>>()
    for (const link of links) {
      const document = places.get(link.annotationId)
      if (document !== undefined) claims.set(document, (claims.get(document) ?? new Set()).add(link.claimId))
    }
    const released = new Map<string, DisclosureEvent[]>()
    for (const event of events) released.set(event.documentId, [...(released.get(event.documentId) ?? []), event])
    return documents.map((document) => ({
      document,
      readability: readabilityOf(document),
      recognised: recognised.get(document.id) ?? 0,
      otherwise: otherwise?.get(document.id) ?? 0,
      marks: marks.get(document.id) ?? 0,
      claims: [...(claims.get(document.id) ?? [])],
      disclosure: disclosureOf(released.get(document.id) ?? []),
    }))
  }, [documents, events, links, places, recognised, otherwise])
}
