import type { DocumentId } from '@shared/documents/document'
import { liveQuery } from 'dexie'
import { useEffect, useState } from 'react'
import { keptMarks, MARKS_READ } from '../pdf-marks/marks-in-file'
import { EXAMINED, readFindings } from '../redactions/page-findings'
import type { DerivedDatabase } from '../storage/derived-database'
import { useWorkbench } from '../workbench/workbench'

/** Documents of an import of which there is something to say: words lie under boxes of them, or they bring marks along. */
type FoundInImport = { readonly held: ReadonlySet<DocumentId>; readonly marked: ReadonlySet<DocumentId> }
const NOTHING: FoundInImport = { held: new Set(), marked: new Set() }

const hasFailed = async (derived: DerivedDatabase, id: DocumentId): Promise<boolean> =>
  (await readFindings(derived, id)).some(({ failed }) => failed.length > 0)
const hasMarks = async (derived: DerivedDatabase, id: DocumentId): Promise<boolean> =>
  ((await keptMarks(derived, id))?.marks.length ?? 0) > 0

/**
 * Looks at each document once, one after the other, as soon as it was examined and its marks were read: an import may have brought
 * thousands, of which few have anything to say. Returns the function that stops it.
 */
export function watchForFindings(
  derived: DerivedDatabase,
  ids: readonly DocumentId[],
  told: (which: keyof FoundInImport, id: DocumentId) => void,
): () => void {
  const waiting = new Map<string, () => Promise<void>>()
  for (const id of ids) {
    waiting.set(`${id} ${EXAMINED.step}`, async () => ((await hasFailed(derived, id)) ? told('held', id) : undefined))
    waiting.set(`${id} ${MARKS_READ.step}`, async () => ((await hasMarks(derived, id)) ? told('marked', id) : undefined))
  }
  let [stopped, looking] = [false, Promise.resolve()]
  const lookAt = async (steps: readonly (readonly [string, string])[]): Promise<void> => {
    for (const [id, step] of steps) {
      const look = waiting.get(`${id} ${step}`)
      if (stopped || look === undefined) continue
      waiting.delete(`${id} ${step}`)
      await look()
    }
  }
  const steps = liveQuery(() => derived.steps.where('step').anyOf([EXAMINED.step, MARKS_READ.step]).primaryKeys())
  const watching = steps.subscribe((keys) => {
    looking = looking.then(() => lookAt(keys))
  })
  return () => {
    stopped = true
    watching.unsubscribe()
  }
}

/** What there is to say of the documents of an import, as it is found. @param ids the same array as long as they are the same */
export function useFoundInImport(ids: readonly DocumentId[]): FoundInImport {
  const { derived } = useWorkbench()
  const [{ of, found }, setFound] = useState({ of: ids, found: NOTHING })
  useEffect(() => {
    if (ids.length === 0) return undefined
    return watchForFindings(derived, ids, (which, id) =>
      setFound((before) => {
        const known = before.of === ids ? before.found : NOTHING
        return { of: ids, found: { ...known, [which]: new Set([...known[which], id]) } }
      }),
    )
  }, [derived, ids])
  return of === ids ? found : NOTHING
}
