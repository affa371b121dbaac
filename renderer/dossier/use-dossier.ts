import type { AnalysisId } from '@shared/analyses/analysis'
import { pngDataUri } from '@shared/bundle/payload'
import { composeDossier } from '@shared/dossier/compose-dossier'
import type { DossierTree } from '@shared/dossier/dossier-tree'
import { renderHtml } from '@shared/dossier/render-html'
import type { Problem } from '@shared/errors/outcome'
import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Database } from '../storage/database'
import { useWorkbench } from '../workbench/workbench'
import { type Gathered, type GatherProgress, gatherSnapshot } from './gather-snapshot'

export type ComposedDossier = { readonly gathered: Gathered; readonly tree: DossierTree; readonly html: string }

export type DossierState =
  | { readonly kind: 'composing'; readonly progress: GatherProgress | null }
  | { readonly kind: 'composed'; readonly dossier: ComposedDossier }
  | { readonly kind: 'trouble'; readonly problem: Problem }

const WAITING: DossierState = { kind: 'composing', progress: null }

/** The dossier composed last, so that coming back to it does not read every exhibit again. */
let last: { readonly db: Database; readonly analysisId: AnalysisId; readonly dossier: ComposedDossier } | null = null

/** Composes the dossier of an analysis and says when the records have changed since. */
export function useDossier(analysisId: AnalysisId): { readonly state: DossierState; readonly outdated: boolean; readonly compose: () => void; readonly cancel: () => void } {
  const workbench = useWorkbench()
  const [state, setState] = useState<DossierState>(() => (last?.db === workbench.db && last.analysisId === analysisId ? { kind: 'composed', dossier: last.dossier } : WAITING))
  const running = useRef<AbortController | null>(null)
  const begun = useRef(state.kind === 'composed')

  const gather = useCallback(() => {
    running.current?.abort()
    const run = new AbortController()
    running.current = run
    void gatherSnapshot(workbench, analysisId, {
      signal: run.signal,
      onProgress: (progress) => (running.current === run ? setState({ kind: 'composing', progress }) : undefined),
    }).then((gathered) => {
      if (running.current !== run) return
      if (!gathered.ok) return setState({ kind: 'trouble', problem: gathered.problem })
      const dossier = composed(gathered.value)
      last = { db: workbench.db, analysisId, dossier }
      setState({ kind: 'composed', dossier })
    })
  }, [workbench, analysisId])

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
  const seen = state.kind === 'composed' ? state.dossier.gathered.seen : null
  const outdated = useLiveQuery(async () => seen !== null && (await workbench.db.custody.where('seq').above(seen).toArray()).some((row) => row.entry.changes.length > 0), [workbench, seen]) ?? false
  const cancel = useCallback(() => running.current?.abort(), [])
  return { state, outdated, compose, cancel }
}

function composed(gathered: Gathered): ComposedDossier {
  const tree = composeDossier(gathered.snapshot)
  return { gathered, tree, html: renderHtml(tree, { picture: (path) => pngDataUri(gathered.pictures.get(path) ?? null), exhibitsBeside: false }) }
}
