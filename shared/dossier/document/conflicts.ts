import type { DossierTree } from '../dossier-tree'
import type { Block, Inline, PartBlock } from './blocks'
import { figureWords } from './money'
import { heading, joined, listOf, listOrNone, paragraph, part, place, places, quiet } from './inline'

/** Where sources say different things: tensions between claims, claims with passages for and against, amounts that differ. Nothing is decided here. */
export const conflictsPart = (tree: DossierTree): PartBlock =>
  part(
    'conflicts',
    'Conflicts between sources',
    paragraph(
      'quiet',
      'Where what sources say does not go together, both stand here. Which of them is to be believed is said with the claims.',
    ),
    heading('Tensions between claims'),
    listOrNone(
      tree.tensions.map((tension) => [
        ...places(tension.claims, ''),
        tension.claims.length > 0 ? ' ' : '',
        quiet(`(${tension.kind})`),
        `: ${tension.text}`,
        ...(tension.settled === '' ? [] : [quiet(` Settled: ${tension.settled}`)]),
      ]),
    ),
    ...underHeading('Claims with passages for and against', forAndAgainst(tree)),
    ...underHeading('Amounts that differ', differingAmounts(tree)),
  )

const underHeading = (title: string, items: readonly (readonly Inline[])[]): readonly Block[] =>
  items.length === 0 ? [] : [heading(title), listOf(items)]

const forAndAgainst = ({ sections }: DossierTree): readonly (readonly Inline[])[] =>
  sections.flatMap(({ claims }) =>
    claims.flatMap((claim) => {
      const numbers = (relation: 'supports' | 'contradicts'): readonly string[] =>
        claim.groups.find((group) => group.relation === relation)?.items.map(({ number }) => number) ?? []
      const [pro, contra] = [numbers('supports'), numbers('contradicts')]
      return pro.length === 0 || contra.length === 0
        ? []
        : [[place(claim.number), `: ${claim.text} Supported by `, ...places(pro, ''), '; contradicted by ', ...places(contra, ''), '.']]
    }),
  )

const differingAmounts = ({ money: { ledger } }: DossierTree): readonly (readonly Inline[])[] =>
  (ledger?.purchases ?? []).flatMap((purchase) => {
    const figures = purchase.figures.filter(({ conflicts }) => conflicts)
    return figures.length === 0 ? [] : [[place(purchase.number), ` ${purchase.name}: `, ...joined(figures.map(figureWords), '; '), '.']]
  })
