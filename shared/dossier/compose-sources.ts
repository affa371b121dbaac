import type { Claim } from '../claims/claim'
import { sourceStanding } from './compose-channels'
import { documentRef } from './compose-searches'
import type { DossierTree } from './dossier-tree'
import type { ExhibitNumbers } from './exhibits'
import type { DossierSnapshot } from './snapshot'

/** The sources by number, each with the claims that cite it and the documents in which it was found. */
export const composeSources = (snapshot: DossierSnapshot, claims: readonly Claim[], exhibits: ExhibitNumbers): DossierTree['sources'] =>
  [...snapshot.records.sources]
    .sort((a, b) => a.number - b.number)
    .map((source) => ({
      number: source.number,
      title: source.title,
      author: source.author,
      publisher: source.publisher,
      date: source.date,
      url: source.url,
      known: source.known,
      toFind: source.toFind,
      channels: source.channels,
      channelConfidence: source.channelConfidence,
      citedBy: claims.filter((claim) => claim.citedSources.includes(source.number)).map((claim) => claim.number),
      documents: source.documentIds.map((id) => documentRef(snapshot, exhibits, id)),
      ...sourceStanding(snapshot, source),
    }))
