import type { AnalysisId } from '@shared/analyses/analysis'
import type { AnnotationId } from '@shared/annotations/annotation'
import type { ClaimId } from '@shared/claims/claim'
import type { DocumentId } from '@shared/documents/document'
import type { PurchaseId } from '@shared/purchases/purchase'
import { type PageIndex, pageNumberOf } from '@shared/units/pages'

/** Addresses of the screens, after the `#`. Back and Forward of the window walk through them. */
export const routes = {
  analyses: () => '/analyses',
  /** The list of analyses with the dialog for a new one. */
  newAnalysis: () => '/analyses?new',
  /** Making an analysis from a text. */
  fromText: () => '/analyses/from-text',
  /** Opening a bundle, or merging it with what is here. */
  openBundle: () => '/analyses/open-bundle',
  analysis: (id: AnalysisId) => `/analyses/${id}`,
  claim: (id: AnalysisId, claimId: ClaimId) => `/analyses/${id}/claims/${claimId}`,
  /** The ledger of claims: judgement beside evidence. */
  ledger: (id: AnalysisId) => `/analyses/${id}/ledger`,
  /** Checking claims and passages one by one; at a claim, if one is named. */
  check: (id: AnalysisId, claimId?: ClaimId) => `/analyses/${id}/check${claimId === undefined ? '' : `?claim=${claimId}`}`,
  library: () => '/library',
  /** The identifiers of all documents. */
  identifiers: () => '/library/identifiers',
  /** What is withheld in all documents. */
  withheld: () => '/library/withheld',
  /** A document, at a page or at a mark, or with words to find in it, or beside a panel; `hits` is a search whose words are boxed. */
  document: (
    id: DocumentId,
    at: {
      readonly page?: PageIndex
      readonly mark?: AnnotationId
      readonly find?: string
      readonly hits?: string
      readonly panel?: string
    } = {},
  ) => {
    const query = new URLSearchParams()
    if (at.page !== undefined) query.set('page', String(pageNumberOf(at.page)))
    if (at.mark !== undefined) query.set('mark', at.mark)
    if (at.hits !== undefined) query.set('hits', at.hits)
    if (at.find !== undefined) query.set('find', at.find)
    if (at.panel !== undefined) query.set('panel', at.panel)
    const text = query.toString()
    return `/library/${id}${text === '' ? '' : `?${text}`}`
  },
  /** Two versions of a document beside each other. */
  versions: (earlierId: DocumentId, laterId: DocumentId) => `/library/${earlierId}/versions/${laterId}`,
  /** The search over the library; `query` as `addressOfQuery` writes it. */
  search: (query = '') => `/search${query === '' ? '' : `?${query}`}`,
  /** All marks of the library. */
  marks: () => '/marks',
  /** The list of all marks with the dialog for notes of others. */
  takeInNotes: () => '/marks?notes',
  parity: (id: AnalysisId) => `/analyses/${id}/parity`,
  /** The ledger of purchases, with one of them chosen. */
  purchases: (id: AnalysisId, chosen?: PurchaseId) => `/analyses/${id}/purchases${chosen === undefined ? '' : `?purchase=${chosen}`}`,
  chronology: (id: AnalysisId) => `/analyses/${id}/chronology`,
  /** Claims by the channel through which what they rest on came out. */
  channels: (id: AnalysisId) => `/analyses/${id}/channels`,
  /** The recorded searches of an analysis. */
  searches: (id: AnalysisId) => `/analyses/${id}/searches`,
  dossier: (id: AnalysisId) => `/analyses/${id}/dossier`,
  /** The dossier with the dialog that exports it. */
  exportDossier: (id: AnalysisId) => `/analyses/${id}/dossier?export`,
  settings: () => '/settings',
  /** Where a `vouch://` link leads; the link stands in the address as it is. */
  open: (link: string) => `/open/${link.trim().replace(/[?#%]/g, encodeURIComponent)}`,
} as const
