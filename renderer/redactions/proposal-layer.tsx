import type { DocumentId } from '@shared/documents/document'
import type { RedactionProposal } from '@shared/redactions/propose-redactions'
import { quadOfRect } from '@shared/units/geometry'
import { useLiveQuery } from 'dexie-react-hooks'
import { memo } from 'react'
import { type PageShape, quadOnView, shownSize } from '../reader/page-geometry'
import { useWorkbench, type Workbench } from '../workbench/workbench'
import { readProposals } from './page-proposals'
import styles from './proposal-layer.module.css'

/** Least width of a box, points, in which its word has room. */
const ROOM = 40

async function openOnPage(
  stores: Pick<Workbench, 'db' | 'derived'>,
  documentId: DocumentId,
  index: number,
): Promise<readonly RedactionProposal[]> {
  const [row] = await readProposals(stores.derived, documentId, index, index)
  if (row === undefined) return []
  const decisions = await stores.db.where('proposalDecisions', 'documentId', documentId)
  const decided = new Set(decisions.filter(({ kind, pageIndex }) => kind === 'redaction' && pageIndex === index).map(({ key }) => key))
  return row.proposals.filter(({ key }) => !decided.has(key))
}

/** The redactions proposed on a page that nobody has decided about: outlined in dashes, with a word where there is room. */
export const ProposalLayer = memo(function ProposalLayer({
  documentId,
  index,
  shape,
}: {
  readonly documentId: DocumentId
  readonly index: number
  readonly shape: PageShape
}) {
  const { db, derived } = useWorkbench()
  const open = useLiveQuery(() => openOnPage({ db, derived }, documentId, index), [db, derived, documentId, index])
  if (open === undefined || open.length === 0) return null
  const size = shownSize(shape, 1)
  return (
    <svg
      className={styles.layer}
      viewBox={`0 0 ${size.width} ${size.height}`}
      preserveAspectRatio="none"
      aria-hidden
      data-proposals={open.length}
    >
      {open.map(({ key, area, shape: kind }) => {
        const { x, y, width, height } = quadOnView(shape, 1, quadOfRect(area))
        return (
          <g key={key}>
            <rect className={styles.outline} x={x - 1} y={y - 1} width={width + 2} height={height + 2} vectorEffect="non-scaling-stroke" />
            {kind === 'box' && width >= ROOM ? (
              <text className={styles.word} x={x} y={y - 2}>
                redaction?
              </text>
            ) : null}
          </g>
        )
      })}
    </svg>
  )
})
