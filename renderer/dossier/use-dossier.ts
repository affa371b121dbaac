import type { AnalysisId } from '@shared/analyses/analysis'
import { pngDataUri } from '@shared/bundle/payload'
import { composeDossier } from '@shared/dossier/compose-dossier'
import { dossierDocument } from '@shared/dossier/document/dossier-document'
import type { DossierDocument } from '@shared/dossier/document/blocks'
import type { DossierTree } from '@shared/dossier/dossier-tree'
import { renderHtml } from '@shared/dossier/render-html'
import type { Problem } from '@shared/errors/outcome'
import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Database } from '../storage/database'
import { useWorkbench } from '../workbench/workbench'
import { type Gathered, gatherSnapshot } from './gather-snapshot'
import type { GatherProgress } from './exhibits/read-exhibits'
import { refreshSnapshot } from './refresh-snapshot'

export type ComposedDossier = {
  /** The records as they are shown, with what was read of the documents. */
  readonly gathered: Gathered
  readonly tree: DossierTree
  readonly document: DossierDocument
  readonly html: string
  /** When the documents were read again: what is cited as verified was found then. */
  readonly readAt: number
  /** Marks that are newer than that. */
  readonly unread: number
  /** Whether it can go out as it is, or the documents have to be read again first. */
  readonly current: boolean
}

export type DossierState =
  | { readonly kind: 'composing'; readonly progress: GatherProgress | null }
  | { readonly kind: 'composed'; readonly dossier: ComposedDossier }
  | { readonly kind: 'trouble'; readonly problem: Problem }

const WAITING: DossierState = { kind: 'composing', progress: null }

/** The dossier composed last, so that coming back to it does not read every exhibit again. */
let last: { readonly db: Database; readonly analysisId: AnalysisId; readonly dossier: ComposedDossier } | null = null

/** Composes the dossier of an analysis, and follows the records: what is changed is shown at once, on the reading of the documents that there is. */
export function useDossier(analysisId: AnalysisId): {
  readonly state: DossierState
  readonly compose: () => void
  readonly cancel: () => void
} {
  const workbench = useWorkbench()
  const [state, setState] = useState<DossierState>(() =>
    last?.db === workbench.db && last.analysisId === analysisId ? { kind: 'composed', dossier: last.dossier } : WAITING,
  )
  const running = useRef<AbortController | null>(null)
  const begun = useRef(state.kind === 'composed')

  const show = useCallback(
    (dossier: ComposedDossier) => {
      last = { db: workbench.db, analysisId, dossier }
      setState({ kind: 'composed', dossier })
    },
    [workbench, analysisId],
  )
  const gather = useCallback(() => {
    running.current?.abort()
    const run = new AbortController()
    running.current = run
    void gatherSnapshot(workbench, analysisId, {
      signal: run.signal,
      onProgress: (progress) => (running.current === run ? setState({ kind: 'composing', progress }) : undefined),
    }).then(async (gathered) => {
      if (running.current !== run) return
      if (!gathered.ok) return setState({ kind: 'trouble', problem: gathered.problem })
      const dossier = await composed(gathered.value, { readAt: Date.now(), unread: 0, current: true })
      if (running.current === run) show(dossier)
    })
  }, [workbench, analysisId, show])

  useEffect(() => {
    if (!begun.current) gather()
    return () => {
      running.current?.abort()
      running.current = null
    }
  }, [gather])

  const compose = useCallback(() => {
    setState(WAITING)
    gather()
  }, [gather])

  const dossier = state.kind === 'composed' ? state.dossier : null
  const seen = dossier?.gathered.seen ?? null
  const outdated =
    useLiveQuery(
      async () =>
        seen !== null && (await workbench.db.custody.where('seq').above(seen).toArray()).some((row) => row.entry.changes.length > 0),
      [workbench, seen],
    ) ?? false
  useEffect(() => {
    if (!outdated || dossier === null) return
    let left = false
    void refreshSnapshot(workbench, analysisId, dossier.gathered).then(async (refreshed) => {
      if (left) return
      if (!refreshed.ok) return setState({ kind: 'trouble', problem: refreshed.problem })
      const { gathered, unread, current } = refreshed.value
      const next = await composed(gathered, { readAt: dossier.readAt, unread, current: current && dossier.current })
      if (!left) show(next)
    })
    return () => {
      left = true
    }
  }, [outdated, dossier, workbench, analysisId, show])

  const cancel = useCallback(() => running.current?.abort(), [])
  return { state, compose, cancel }
}

/** Pictures as data URIs, made once each: the preview is written anew with every change. */
const uris = new WeakMap<Uint8Array, string | null>()
function uriOf(bytes: Uint8Array | undefined): string | null {
  if (bytes === undefined) return null
  const known = uris.get(bytes) ?? pngDataUri(bytes)
  uris.set(bytes, known)
  return known
}

/** Lets the window answer between the steps of something long. */
const aTurn = (): Promise<void> => new Promise((done) => setTimeout(done))

async function composed(gathered: Gathered, reading: Pick<ComposedDossier, 'readAt' | 'unread' | 'current'>): Promise<ComposedDossier> {
  const tree = composeDossier(gathered.snapshot, gathered.custody)
  await aTurn()
  const document = dossierDocument(tree)
  await aTurn()
  return {
    gathered,
    tree,
    document,
    html: renderHtml(document, { picture: (path) => uriOf(gathered.pictures.get(path)), exhibitsBeside: false }),
    ...reading,
  }
}
