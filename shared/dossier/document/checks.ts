import type { DossierTree } from '../dossier-tree'
import type { Inline, PartBlock } from './blocks'
import { column, narrow, paragraph, part, place, rowOf, tableOf } from './inline'

const MEANS =
  'A second reader reads a claim, or a passage beside its claim, and says whether it is right. A check holds only for what was read: whatever was changed since counts as unchecked.'

/** What second readers found of each claim and passage; null where nobody has checked anything. */
export function checksPart(tree: DossierTree): PartBlock | null {
  if (tree.checks === null) return null
  const evidence = [
    ...tree.sections.flatMap(({ claims }) => claims.flatMap(({ groups }) => groups.flatMap(({ items }) => items))),
    ...tree.unverified,
  ]
  const looked: readonly (readonly [number: string, what: readonly Inline[], check: string])[] = tree.sections.flatMap(({ claims }) =>
    claims.flatMap((claim) => [
      ...(claim.check === null ? [] : [[claim.number, ['the claim’s own text'], claim.check] as const]),
      ...evidence.flatMap((item) =>
        item.claimNumber === claim.number && item.check !== null
          ? [[item.number, ['a passage linked to ', place(claim.number)], item.check] as const]
          : [],
      ),
    ]),
  )
  const read = looked.filter(([, , check]) => check !== 'unchecked')
  const left = looked.length - read.length
  return part(
    'checks',
    'Checks by the second reader',
    paragraph(
      'plain',
      `${tree.checks} (claims and linked passages together).${left === 0 ? '' : ` ${left} that nobody has looked at are left out of the table.`}`,
    ),
    paragraph('quiet', MEANS),
    tableOf(
      null,
      [narrow('No.'), column('What'), column('Found')],
      read.map(([number, what, check]) => rowOf(null, [place(number)], what, [check])),
    ),
  )
}
