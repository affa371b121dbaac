import type { AnchorState, Segment, TableCell } from '../annotations/segment'
import type { AssessmentStatus } from '../claims/assessment'
import type { Relation } from '../claims/evidence-link'
import type { DocumentMedia } from '../documents/document'
import type { CouldHaveHeld } from '../searches/search-note'
import type { ClaimsByChannel } from '../sources/claims-by-channel'
import type { Sha256 } from '../units/hashes'
import type { Timestamp } from '../units/time'
import type { Bracket } from './bracketed-quote'
import type { DossierSettings } from './dossier-settings'
import type { MoneyAndTime } from './ledger-tree'
import type { VersionPlace } from '../versions/version-place'
import type { TensionNode } from './compose-tensions'
import type { ParityMatrixNode } from './parity-nodes'
import type { CustodyHead } from './snapshot'

/**
 * How far a passage can be relied on in a dossier.
 * - `verified`: every segment was read again from the stored bytes and found (exact or moved). Only these are cited.
 * - `confirmed`: a likeness that a named person confirmed; shown as such.
 * - `pictured`: a marked area, or words typed or recognised from a picture: to be compared by eye.
 * - `unverified`: not found, or a likeness that nobody confirmed. Listed apart, never cited.
 */
export const STANDINGS = ['verified', 'recognised', 'confirmed', 'pictured', 'unverified'] as const
export type Standing = (typeof STANDINGS)[number]

/** A picture of a passage; `marks` are the passage's lines in it, as shares (0 to 1) of its width and height from the upper left. */
export type PictureNode = {
  readonly path: string
  readonly width: number
  readonly height: number
  readonly sha256: Sha256
  readonly alt: string
  readonly marks: readonly PictureMark[]
}
/** A marked line in a picture: shares of its width and height, 0 to 1, from the upper left corner. */
export type PictureMark = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** One segment of a marked passage, on one page. */
export type PassageNode = {
  /** Place in the passage, from 1, and how many there are. */
  readonly n: number
  readonly of: number
  /** `EX-001`; null where the document's bytes are missing or damaged, so that it is no exhibit. */
  readonly exhibit: string | null
  /** Whether the exhibit's bytes go with the bundle; the researcher can keep them out. */
  readonly bundled: boolean
  readonly document: string
  readonly documentSha256: Sha256
  /** Which version of a document the citation rests on, where more than one is known. */
  readonly version: Pick<VersionPlace, 'n' | 'of'> | null
  /** File page, from 1; in a table the row, as its sheet counts it. */
  readonly page: number
  readonly label: string | null
  readonly stamp: string | null
  readonly quote: string
  /** The quotation with what is not the document's in brackets: corrections, and where the page is blacked out; null where there is neither. */
  readonly shown: string | null
  /** What stands in brackets in `shown`. */
  readonly brackets: readonly Bracket[]
  /** The codes of redactions that lie within the marked lines at a place that the text does not show. */
  readonly unplaced: readonly string[]
  /** Whether a program that recognised the picture of the page found the same words; null where none has looked. */
  readonly seen: 'agrees' | 'differs' | null
  readonly state: AnchorState
  readonly why: string
  readonly textOrigin: Segment['textOrigin']
  /** Where it stands in a table; null for a passage of a PDF. */
  readonly cell: TableCell | null
  /** The exhibit and the place in it, as an address from the bundle's payload: `exhibits/EX-001.pdf#page=3`; null without an exhibit, and where its bytes are kept out of the bundle. */
  readonly address: string | null
  /** The citation as the chosen style writes it; null in the plain style where no source says more than what stands here. */
  readonly reference: string | null
  /** The same where exhibit and page stand before it: in the plain style without the page, which would stand there twice. */
  readonly beside: string | null
  readonly picture: PictureNode | null
}

/** A passage that is tied to a claim, with how far it was verified. */
export type EvidenceNode = {
  /** `E1`: numbered through the dossier, in reading order. */
  readonly number: string
  readonly linkId: string
  readonly annotationId: string
  readonly claimNumber: string
  readonly relation: Relation
  readonly readings: readonly string[]
  readonly strength: string | null
  readonly note: string
  readonly comment: string
  readonly exemptionCodes: readonly string[]
  readonly kind: string
  readonly author: string
  readonly at: Timestamp
  readonly standing: Standing
  readonly confirmed: { readonly by: string; readonly at: Timestamp } | null
  readonly passages: readonly PassageNode[]
  /** What second readers found of it; null where the analysis has not been checked at all. */
  readonly check: string | null
}

/** The latest judgement of a claim or of one of its readings; what nobody judged is undeveloped. */
export type JudgementNode = {
  readonly status: AssessmentStatus
  readonly confidence: string | null
  readonly reasoning: string
  readonly by: string | null
  readonly at: Timestamp | null
}

/** A recorded search. */
export type SearchNode = {
  readonly id: string
  readonly where: string
  readonly words: string
  readonly date: string | null
  readonly by: string
  readonly documents: readonly { readonly name: string; readonly sha256: Sha256; readonly exhibit: string | null }[]
  readonly hits: number | null
  readonly result: string
  readonly wouldHaveShown: string
  readonly notFound: boolean
  readonly version: string
  readonly couldHaveHeld: CouldHaveHeld
  /** When it says nothing any more, and whether that day had passed in the state of the records. */
  readonly expires: string | null
  readonly expired: boolean
  /** The passage of a document that says so itself, read again like evidence; null where none is named. */
  readonly letter: { readonly standing: Standing; readonly passages: readonly PassageNode[] } | null
  /** Numbers of the claims on which it bears. */
  readonly claims: readonly string[]
}

/** A claim with all that the dossier says of it. */
export type ClaimNode = {
  readonly number: string
  readonly kind: string
  readonly text: string
  readonly scopeLimit: string | null
  readonly notes: string
  readonly judgement: JudgementNode
  readonly readings: readonly { readonly label: string; readonly description: string; readonly judgement: JudgementNode }[]
  readonly sources: readonly number[]
  readonly citationScope: 'sole' | 'shared' | null
  readonly dependsOn: readonly string[]
  readonly wouldChange: string
  readonly splitFrom: string | null
  readonly mergedInto: string | null
  /** What second readers found of its text; null where the analysis has not been checked at all. */
  readonly check: string | null
  /** Evidence that the dossier shows with the claim, by relation in a fixed order; relations without any are left out. */
  readonly groups: readonly { readonly relation: Relation; readonly items: readonly EvidenceNode[] }[]
  /** Linked passages that could not be verified: numbers into `unverified`. */
  readonly unverified: readonly string[]
  readonly searches: readonly SearchNode[]
  /** The cells of parity matrices that it was made of. */
  readonly cells: readonly { readonly number: string; readonly words: string }[]
}

/** A source of the analysis, by the number under which claims cite it. */
export type SourceNode = {
  readonly number: number
  readonly title: string | null
  readonly author: string | null
  readonly publisher: string | null
  readonly date: string | null
  readonly url: string | null
  readonly known: string
  readonly toFind: string
  readonly channels: readonly string[]
  readonly channelConfidence: string | null
  readonly citedBy: readonly string[]
  readonly documents: readonly { readonly name: string; readonly sha256: Sha256; readonly exhibit: string | null }[]
  /** Whether what stands behind it was disclosed or discovered, and why. */
  readonly standing: string
  readonly why: string
}

/** A document that is cited or stands behind a source, whose bytes are whole. */
export type ExhibitNode = {
  readonly number: string
  readonly path: string
  /** Null where its bytes go with the bundle; else why they don't, in the researcher's words, which may be none. */
  readonly keptOut: string | null
  readonly name: string
  readonly sha256: Sha256
  readonly bytes: number
  readonly pages: number
  readonly pagesWithText: number
  readonly media: DocumentMedia
  readonly pagesImageOnly: number
  readonly importedAt: Timestamp
  readonly copyingDiscouraged: boolean
  readonly encrypted: boolean
  /** Its place among the versions that the library knows, and its neighbours by name; null where it has no other version. */
  readonly version: { readonly n: number; readonly of: number; readonly earlier: string | null; readonly later: string | null } | null
  /** Numbers of the claims whose evidence cites it. */
  readonly claims: readonly string[]
  /** What else cites it: `purchases`, `chronology`, `a recorded search`, `the parity matrix`. */
  readonly uses: readonly string[]
  /** Why it counts as disclosed or discovered, in a sentence. */
  readonly whyDisclosure: string
  readonly disclosures: readonly {
    readonly author: string
    readonly trigger: string
    readonly disclosed: boolean
    readonly date: string | null
    readonly obtainedBy: string
    readonly reference: string
    readonly note: string
  }[]
}

/** A document that the analysis relies on but whose bytes could not be put into the dossier. */
export type AbsentFileNode = { readonly name: string; readonly sha256: Sha256; readonly state: 'damaged' | 'missing' }

/** The figures at the head of a dossier. */
export type DossierCounts = {
  readonly claims: number
  readonly byStatus: readonly { readonly status: AssessmentStatus; readonly claims: number }[]
  /** Claims to which no evidence and no search note is linked. */
  readonly withoutEvidence: number
  readonly evidence: number
  readonly byStanding: Readonly<Record<Standing, number>>
  readonly byRelation: readonly { readonly relation: Relation; readonly evidence: number }[]
  readonly exhibits: number
  readonly pagesCited: number
  readonly searches: number
}

/** Redactions of one page with the same codes, confirmed by the same person. */
export type RedactionNode = {
  readonly exhibit: string | null
  readonly document: string
  readonly page: string
  readonly codes: readonly string[]
  readonly count: number
  /** Share of the page's area that they cover together, 0 to 1. */
  readonly share: number
  readonly state: string
  readonly by: string
  readonly at: Timestamp
}

/** A composed dossier: what every rendering shows, in its order. */
export type DossierTree = {
  readonly title: string
  readonly question: string
  readonly asOf: string | null
  readonly answer: string
  readonly method: string
  readonly subject: string | null
  readonly comparator: string | null
  readonly counts: DossierCounts
  readonly sections: readonly { readonly number: number; readonly label: string; readonly claims: readonly ClaimNode[] }[]
  readonly unverified: readonly EvidenceNode[]
  readonly absentFiles: readonly AbsentFileNode[]
  readonly limits: readonly string[]
  readonly openQuestions: readonly { readonly text: string; readonly status: string }[]
  readonly tensions: readonly TensionNode[]
  /** How far second readers have come; null where the analysis has not been checked at all. */
  readonly checks: string | null
  /** Search notes that bear on no claim of the analysis. */
  readonly searches: readonly SearchNode[]
  readonly sources: readonly SourceNode[]
  /** Null where nothing is known of how anything came out. */
  readonly channels: ClaimsByChannel | null
  readonly exhibits: readonly ExhibitNode[]
  readonly money: MoneyAndTime
  readonly vouch: string
  readonly composer: number
  readonly custody: {
    readonly entries: number
    readonly firstAt: Timestamp
    readonly at: Timestamp
    readonly head: Sha256
    readonly actors: readonly { readonly name: string; readonly entries: number }[]
  }
  /** Heads of the custody logs of bundles that were taken up here, in the order of their files. */
  readonly keptLogs: readonly CustodyHead[]
  /** Time stamps that were added, with the path of each in a bundle: who stamped, when, and what is covered. */
  readonly timeStamps: readonly { readonly path: string; readonly words: string }[]
  readonly extractors: readonly string[]
  readonly parity: readonly ParityMatrixNode[]
  readonly redactions: readonly RedactionNode[]
  /** How its document is put together. */
  readonly settings: DossierSettings
}
