import type { Document, DocumentId } from '@shared/documents/document'
import type { AnchoredNote } from '@shared/foreign-notes/anchor-note'
import type { ForeignNote, ForeignNotes } from '@shared/foreign-notes/foreign-note'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { throughTexts } from '../whole-texts/through-texts'
import { useWorkbench } from '../workbench/workbench'
import { type FoundNote, groupNotes, type LookedFor, type NoteGroup } from './look-through'

/** A group with the document that was chosen for it, and its notes as they were found there. */
export type ChosenGroup = NoteGroup & {
  readonly document: Document | null
  readonly looked: 'waiting' | 'looking' | readonly LookedFor[]
  readonly done: number
}

/** A note that has a place, and whether it is to be taken in. */
type Placed = { readonly looked: LookedFor; readonly found: AnchoredNote; readonly documentId: DocumentId; readonly wanted: boolean }

export type LookingThrough = {
  readonly groups: readonly ChosenGroup[]
  /** Every note that was looked for. */
  readonly chosen: readonly LookedFor[]
  readonly placed: readonly Placed[]
  /** Notes for whose document none of the library's was chosen. */
  readonly homeless: readonly ForeignNote[]
  readonly wanted: (looked: LookedFor) => boolean
  readonly toggle: (looked: LookedFor) => void
  readonly choose: (key: string, id: DocumentId | null) => void
}

/**
 * Looks for the notes of a file in the documents that are chosen for them: the one with the very bytes by itself, any other by the
 * researcher. What is found is wanted unless it is lost: nothing of it stands in the document, which may be the wrong one.
 */
export function useLookingThrough(notes: ForeignNotes, documents: readonly Document[] | undefined): LookingThrough {
  const workbench = useWorkbench()
  const groups = useMemo(() => groupNotes(notes.notes, documents ?? []), [notes, documents])
  const [choices, setChoices] = useState<ReadonlyMap<string, DocumentId | null>>(new Map())
  const [results, setResults] = useState<ReadonlyMap<string, readonly LookedFor[]>>(new Map())
  const [progress, setProgress] = useState<ReadonlyMap<string, number>>(new Map())
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const begun = useRef(new Set<string>())
  const documentOf = (group: NoteGroup): Document | null =>
    documents?.find(({ id }) => id === (choices.has(group.key) ? choices.get(group.key) : group.same)) ?? null

  const alive = useRef(true)
  useEffect(() => {
    const started = begun.current
    alive.current = true
    return () => {
      alive.current = false
      started.clear()
    }
  }, [])
  useEffect(() => {
    for (const group of groups) {
      const document = documentOf(group)
      if (document === null) continue
      const key = resultKey(group, document)
      if (begun.current.has(key)) continue
      begun.current.add(key)
      const stop = new AbortController()
      const progress = (done: number): void => (alive.current ? setProgress((before) => new Map(before).set(key, done)) : stop.abort())
      void workbench.examination
        // Words under a failed redaction are known only once the document was looked at.
        .whenExamined(document.id)
        .then(() => throughTexts(workbench, 'notes', document, group.notes, { progress, signal: stop.signal }))
        .then((found) => {
          if (alive.current && found !== null)
            setResults((before) =>
              new Map(before).set(
                key,
                group.notes.flatMap((note, at) => lookedFor(note, found[at])),
              ),
            )
        })
    }
  })

  const wanted = useCallback(
    (looked: LookedFor): boolean => 'found' in looked && !looked.already && (looked.found.state !== 'lost') !== turned.has(nameOf(looked)),
    [turned],
  )
  const shown = groups.map((group): ChosenGroup => {
    const document = documentOf(group)
    const key = document === null ? '' : resultKey(group, document)
    return { ...group, document, looked: document === null ? 'waiting' : (results.get(key) ?? 'looking'), done: progress.get(key) ?? 0 }
  })
  const looked = shown.flatMap(({ document, looked: list }) =>
    document === null || typeof list === 'string' ? [] : list.map((each) => ({ document, each })),
  )
  return {
    groups: shown,
    chosen: looked.map(({ each }) => each),
    placed: looked.flatMap(({ document, each }) =>
      'found' in each && !each.already ? [{ looked: each, found: each.found, documentId: document.id, wanted: wanted(each) }] : [],
    ),
    homeless: shown.filter(({ document }) => document === null).flatMap((group) => group.notes),
    wanted,
    toggle: useCallback((each: LookedFor) => setTurned((before) => withTurned(before, nameOf(each))), []),
    choose: useCallback((key: string, id: DocumentId | null) => setChoices((before) => new Map(before).set(key, id)), []),
  }
}

const resultKey = (group: NoteGroup, document: Document): string => `${group.key}\n${document.id}`
const lookedFor = (note: ForeignNote, found: FoundNote | undefined): readonly LookedFor[] =>
  found === undefined ? [] : [{ note, ...found }]
const nameOf = ({ note }: LookedFor): string => note.reference

function withTurned(before: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const after = new Set(before)
  if (!after.delete(name)) after.add(name)
  return after
}
