import type { DossierTree, SearchNode } from './dossier-tree'

/** Every recorded search once, in the order of the dossier: those of claims first; empty where there is none. */
export const allSearches = (tree: Pick<DossierTree, 'sections' | 'searches'>): readonly SearchNode[] => [
  ...new Map(
    [...tree.sections.flatMap((section) => section.claims.flatMap((claim) => claim.searches)), ...tree.searches].map((note) => [
      note.id,
      note,
    ]),
  ).values(),
]
