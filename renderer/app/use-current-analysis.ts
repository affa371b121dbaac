import type { Analysis } from '@shared/analyses/analysis'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { usePreference, writePreference } from '../preferences/preferences'
import { useAll } from '../storage/live'
import { useWorkbench } from '../workbench/workbench'

/** The analyses that are not deleted, oldest first; undefined while they are read. */
export function useAnalyses(): readonly Analysis[] | undefined {
  return useAll('analyses')
    ?.filter((analysis) => analysis.deletedAt === null)
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt))
}

const useNamed = (): string | undefined => /^\/analyses\/([^/]+)/.exec(useLocation()[0])?.[1]

/** The analysis at hand: the one of the address, else the one seen last, else the first there is. Null when there is none, or not yet. */
export function useCurrentAnalysis(): Analysis | null {
  const named = useNamed()
  const [remembered] = usePreference('currentAnalysis')
  const analyses = useAnalyses()
  return (
    analyses?.find((analysis) => analysis.id === named) ?? analyses?.find((analysis) => analysis.id === remembered) ?? analyses?.[0] ?? null
  )
}

/** Remembers the analysis of the address, so that the other rooms and the next start know which is meant. */
export function useRememberAnalysis(): void {
  const { db } = useWorkbench()
  const named = useNamed()
  const current = useCurrentAnalysis()
  useEffect(() => {
    if (current !== null && current.id === named) void writePreference(db, 'currentAnalysis', current.id)
  }, [db, named, current])
}
