import { type AnalysisId, analysisIdSchema } from '@shared/analyses/analysis'
import { claimIdSchema } from '@shared/claims/claim'
import { documentIdSchema } from '@shared/documents/document'
import { type ComponentType, lazy, type ReactNode, Suspense, useEffect } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import type { z } from 'zod'
import { EmptyState } from '../ui/empty-state'
import { ReadyReader } from './ready-reader'
import { routes } from './routes'
import styles from './shell.module.css'
import { useAnalyses, useCurrentAnalysis } from './use-current-analysis'

// Each screen is fetched when it is first entered, so that the start pays only for the one that is shown.
const AnalysesScreen = lazy(async () => ({ default: (await import('../analyses/analyses-screen')).AnalysesScreen }))
const FromTextScreen = lazy(async () => ({ default: (await import('../analyses/from-text/from-text-screen')).FromTextScreen }))
const OpenBundleScreen = lazy(async () => ({ default: (await import('../exchange/open-bundle-screen')).OpenBundleScreen }))
const AnalysisScreen = lazy(async () => ({ default: (await import('../analyses/analysis-screen')).AnalysisScreen }))
const ClaimScreen = lazy(async () => ({ default: (await import('../claims/claim-screen')).ClaimScreen }))
const LedgerScreen = lazy(async () => ({ default: (await import('../claims/ledger-screen')).LedgerScreen }))
const CheckScreen = lazy(async () => ({ default: (await import('../checking/check-screen')).CheckScreen }))
const ChannelsScreen = lazy(async () => ({ default: (await import('../sources/channels-screen')).ChannelsScreen }))
const SearchNotesScreen = lazy(async () => ({ default: (await import('../searches/search-notes-screen')).SearchNotesScreen }))
const LibraryScreen = lazy(async () => ({ default: (await import('../library/library-screen')).LibraryScreen }))
const IdentifiersScreen = lazy(async () => ({ default: (await import('../identifiers/identifiers-screen')).IdentifiersScreen }))
const WithheldScreen = lazy(async () => ({ default: (await import('../redactions/withheld-screen')).WithheldScreen }))
const VersionsScreen = lazy(async () => ({ default: (await import('../versions/versions-screen')).VersionsScreen }))
const SearchScreen = lazy(async () => ({ default: (await import('../search/search-screen')).SearchScreen }))
const DossierScreen = lazy(async () => ({ default: (await import('../dossier/dossier-screen')).DossierScreen }))
const ParityScreen = lazy(async () => ({ default: (await import('../parity/parity-screen')).ParityScreen }))
const MarksScreen = lazy(async () => ({ default: (await import('../all-marks/marks-screen')).MarksScreen }))
const PurchasesScreen = lazy(async () => ({ default: (await import('../purchases/purchases-screen')).PurchasesScreen }))
const ChronologyScreen = lazy(async () => ({ default: (await import('../chronology/chronology-screen')).ChronologyScreen }))
const OpenLinkScreen = lazy(async () => ({ default: (await import('../links/open-link-screen')).OpenLinkScreen }))
const SettingsScreen = lazy(async () => ({ default: (await import('../settings/settings-screen')).SettingsScreen }))

/** The rooms of one analysis, by the end of their address behind `/analyses/:id`. */
const OF_ANALYSIS: readonly (readonly [address: string, title: string, Screen: ComponentType<{ readonly analysisId: AnalysisId }>])[] = [
  ['', 'Analysis', AnalysisScreen],
  ['/ledger', 'Ledger', LedgerScreen],
  ['/check', 'Checking', CheckScreen],
  ['/purchases', 'Purchases', PurchasesScreen],
  ['/chronology', 'Chronology', ChronologyScreen],
  ['/parity', 'Parity', ParityScreen],
  ['/channels', 'Claims by channel', ChannelsScreen],
  ['/searches', 'Search notes', SearchNotesScreen],
  ['/dossier', 'Dossier', DossierScreen],
]

/** Screens whose address names nothing. */
const ALONE: readonly (readonly [address: string, title: string, Screen: ComponentType])[] = [
  ['/analyses', 'Analyses', AnalysesScreen],
  ['/analyses/from-text', 'An analysis from a text', FromTextScreen],
  ['/analyses/open-bundle', 'Open a bundle', OpenBundleScreen],
  ['/library', 'Library', LibraryScreen],
  ['/library/identifiers', 'Identifiers', IdentifiersScreen],
  ['/library/withheld', 'What is withheld', WithheldScreen],
  ['/search', 'Search', SearchScreen],
  ['/marks', 'Marks', MarksScreen],
  ['/settings', 'Settings', SettingsScreen],
]

/**
 * Which screen stands at which address (`routes.ts`): the first that fits, so those that name nothing come before. An address that leads nowhere says so.
 * @param seeding whether the bundled analysis is being put in: then the first screen waits for it
 */
export function Screens({ seeding }: { readonly seeding: boolean }) {
  return (
    <Suspense fallback={<Waiting />}>
      <Switch>
        <Route path="/">
          <Home seeding={seeding} />
        </Route>
        {ALONE.map(([address, title, Screen]) => (
          <Route key={address} path={address}>
            <Titled title={title}>
              <Screen />
            </Titled>
          </Route>
        ))}
        {OF_ANALYSIS.map(([address, title, Screen]) => (
          <Route key={address} path={`/analyses/:id${address}`}>
            {({ id }) => (
              <Titled title={title}>
                <Named schema={analysisIdSchema} value={id}>
                  {(analysisId) => <Screen key={analysisId} analysisId={analysisId} />}
                </Named>
              </Titled>
            )}
          </Route>
        ))}
        <Route path="/analyses/:id/claims/:claimId">
          {({ id, claimId }) => (
            <Titled title="Claim">
              <Named schema={analysisIdSchema} value={id}>
                {(analysisId) => (
                  <Named schema={claimIdSchema} value={claimId}>
                    {(claim) => <ClaimScreen analysisId={analysisId} claimId={claim} />}
                  </Named>
                )}
              </Named>
            </Titled>
          )}
        </Route>
        <Route path="/library/:id">
          {({ id }) => (
            <Titled title="Reading">
              <Named schema={documentIdSchema} value={id}>
                {(documentId) => <ReadyReader documentId={documentId} />}
              </Named>
            </Titled>
          )}
        </Route>
        <Route path="/library/:id/versions/:laterId">
          {({ id, laterId }) => (
            <Titled title="Versions">
              <Named schema={documentIdSchema} value={id}>
                {(earlier) => (
                  <Named schema={documentIdSchema} value={laterId}>
                    {(later) => <VersionsScreen earlierId={earlier} laterId={later} />}
                  </Named>
                )}
              </Named>
            </Titled>
          )}
        </Route>
        <Route path="/open/*">
          {({ '*': link }) => (
            <Titled title="Opening a link">
              <OpenLinkScreen key={link} words={link ?? ''} />
            </Titled>
          )}
        </Route>
        <Route>
          <NothingHere />
        </Route>
      </Switch>
    </Suspense>
  )
}

/** The first screen: the analysis at hand, or the list where one can be made. */
function Home({ seeding }: { readonly seeding: boolean }) {
  const analyses = useAnalyses()
  const current = useCurrentAnalysis()
  // Which of them is at hand is known a moment later than that there are some.
  if (analyses === undefined || (current === null && (seeding || analyses.length > 0))) return <Waiting />
  return <Redirect to={current === null ? routes.analyses() : routes.analysis(current.id)} replace />
}

function Titled({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Vouch`
  }, [title])
  return children
}

/** Parses a part of the address; what is no identifier leads nowhere. */
function Named<Schema extends z.ZodType>({
  schema,
  value,
  children,
}: {
  readonly schema: Schema
  readonly value: string | undefined
  readonly children: (id: z.infer<Schema>) => ReactNode
}) {
  const parsed = schema.safeParse(value)
  return parsed.success ? children(parsed.data) : <NothingHere />
}

function NothingHere() {
  return (
    <EmptyState title="There is nothing at this address">
      <p>It may name something of another library. The rooms at the left lead on.</p>
    </EmptyState>
  )
}

function Waiting() {
  return <output className={styles.waiting}>Opening…</output>
}
