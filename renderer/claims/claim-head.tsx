import { isCited } from '@shared/claims/weigh-evidence'
import { progressWords } from '@shared/claims/check-standing'
import { CLAIM_KIND_WORDS } from '@shared/claims/claim'
import type { ReadingId } from '@shared/claims/reading'
import { statusOf } from '@shared/claims/assessment'
import {
  ArrowDown,
  ArrowUp,
  ClipboardCheck,
  Ellipsis,
  ExternalLink,
  FolderPen,
  ListPlus,
  Merge,
  Search,
  Split,
  SplitSquareHorizontal,
  Trash2,
} from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { EditableText } from '../analyses/editing/editable-text'
import type { Act } from '../analyses/editing/use-act'
import { routes } from '../app/routes'
import { useCopyLink } from '../links/use-copy-link'
import { usePreference } from '../preferences/preferences'
import { AssessmentPill } from '../ui/assessment-pill'
import { Button, IconButton } from '../ui/button'
import { SelectField } from '../ui/field'
import { Menu } from '../ui/menu'
import { Segmented } from '../ui/segmented'
import { Tooltip } from '../ui/tooltip'
import { type ClaimDetail, weighedOf } from './claim-detail'
import styles from './claim-head.module.css'
import { deleteClaim } from './commands/delete-claim'
import { editClaim } from './commands/edit-claim'
import { moveClaim } from './commands/move-claim'
import { partClaim } from './commands/part-claim'

/** What the claim screen can be asked to open. */
export type ClaimDialogName = 'assess' | 'details' | 'readings' | 'search' | 'split' | 'merge'

type ClaimHeadProps = {
  readonly detail: ClaimDetail
  readonly readingId: ReadingId | null
  readonly onReading: (readingId: ReadingId | null) => void
  readonly act: Act
  readonly onOpen: (dialog: ClaimDialogName) => void
}

const ALL = 'all'

/** The head of a claim's page: number, kind, section, sources, the reading looked at, the claim itself, and its judgement. */
export function ClaimHead({ detail, readingId, onReading, act, onOpen }: ClaimHeadProps) {
  const { claim, analysis, assessments } = detail
  const [, navigate] = useLocation()
  const [, setLastClaim] = usePreference('lastClaim')
  const section = analysis.sections.find((one) => one.id === claim.sectionId)
  const assessment =
    assessments.find((one) => one.readingId === readingId) ??
    (readingId === null ? undefined : assessments.find((one) => one.readingId === null))
  const inherited = readingId !== null && assessment?.readingId === null
  const cited = weighedOf(detail).passages.filter(isCited).length
  const passages = detail.evidence.length
  const options = [
    { value: ALL, label: 'All readings' },
    ...claim.readings.map((reading) => ({ value: reading.id as string, label: reading.label })),
  ]
  const choose = (value: string): void => onReading(claim.readings.find((reading) => reading.id === value)?.id ?? null)
  const find = async (): Promise<void> => {
    await setLastClaim(claim.id)
    navigate(routes.library())
  }

  return (
    <header className={styles.head}>
      <div className={styles.top}>
        <p className={styles.facts}>
          <span className={styles.number}>{claim.number}</span>
          <span>{CLAIM_KIND_WORDS[claim.kind]}</span>
          <span title={section?.label}>section {section?.number ?? 'unknown'}</span>
          <Sources detail={detail} />
          {claim.splitFrom === undefined ? null : <span>split from {claim.splitFrom}</span>}
          {claim.mergedInto === undefined ? (
            <Link href={routes.check(analysis.id, claim.id)} className={styles.source} title="Claim and passages, by a second reader">
              {progressWords(detail.standings.progress)}
            </Link>
          ) : null}
        </p>
        {claim.readings.length === 0 ? null : claim.readings.length <= 3 ? (
          <Segmented label="Reading looked at" value={readingId ?? ALL} options={options} onChange={choose} />
        ) : (
          <SelectField label="Reading looked at" hideLabel value={readingId ?? ALL} options={options} onChange={choose} />
        )}
      </div>
      <EditableText
        label="claim"
        value={claim.text}
        serif
        className={styles.claim}
        hint="Evidence is linked to the claim by its number: a changed text keeps its links, and the history keeps the old text."
        onSave={(text) => act(editClaim, { id: claim.id, fields: { text } }, `${claim.number} changed.`)}
      >
        <h1 className={styles.text}>{claim.text}</h1>
      </EditableText>
      {claim.scopeLimit === null ? null : <p className={styles.scope}>Confined to {claim.scopeLimit}.</p>}
      <div className={styles.judgement}>
        <AssessmentPill status={statusOf(assessment)} />
        {inherited ? <span>for the claim as a whole</span> : null}
        {assessment === undefined || assessment.confidence === null ? null : <span>confidence: {assessment.confidence}</span>}
        {passages === 0 ? null : (
          <span title="Exact, moved, or confirmed by a person">
            {cited} of {passages} {passages === 1 ? 'quotation' : 'quotations'} verified
          </span>
        )}
        <Button kind="quiet" onClick={() => onOpen('assess')}>
          {assessment === undefined || inherited ? 'Assess' : 'Reassess'}
        </Button>
        <span className={styles.actions}>
          <Button icon={ListPlus} onClick={() => onOpen('search')}>
            Add search note
          </Button>
          <Button kind="primary" icon={Search} onClick={() => void find()}>
            Find evidence
          </Button>
          <ClaimMenu detail={detail} act={act} onOpen={onOpen} />
        </span>
      </div>
      {assessment === undefined || assessment.reasoning === '' ? null : <p className={styles.reasoning}>{assessment.reasoning}</p>}
    </header>
  )
}

/** What else is done with a claim. */
function ClaimMenu({ detail: { claim, analysis }, act, onOpen }: Pick<ClaimHeadProps, 'detail' | 'act' | 'onOpen'>) {
  const [, navigate] = useLocation()
  const copyLink = useCopyLink()
  const discard = async (): Promise<void> => {
    if (await act(deleteClaim, { id: claim.id }, `${claim.number} deleted. Its number will not be given again.`))
      navigate(routes.analysis(analysis.id))
  }
  return (
    <Menu
      align="end"
      trigger={<IconButton label={`More about ${claim.number}`} icon={Ellipsis} />}
      items={[
        { label: 'Kind, section, sources…', icon: FolderPen, onSelect: () => onOpen('details') },
        { label: 'Readings…', icon: SplitSquareHorizontal, onSelect: () => onOpen('readings') },
        {
          label: 'Check…',
          icon: ClipboardCheck,
          disabled: claim.mergedInto !== undefined,
          onSelect: () => navigate(routes.check(analysis.id, claim.id)),
        },
        { label: 'Copy link', icon: ExternalLink, onSelect: () => copyLink({ kind: 'claim', id: claim.id }) },
        'separator',
        { label: 'Split…', icon: Split, disabled: claim.mergedInto !== undefined, onSelect: () => onOpen('split') },
        claim.mergedInto === undefined
          ? { label: 'Merge into another claim…', icon: Merge, onSelect: () => onOpen('merge') }
          : {
              label: `Part from ${claim.mergedInto}`,
              icon: Split,
              onSelect: () => void act(partClaim, { id: claim.id }, `${claim.number} stands on its own again.`),
            },
        'separator',
        {
          label: 'Move up',
          icon: ArrowUp,
          onSelect: () => void act(moveClaim, { id: claim.id, by: -1 }, `${claim.number} moved up.`),
        },
        {
          label: 'Move down',
          icon: ArrowDown,
          onSelect: () => void act(moveClaim, { id: claim.id, by: 1 }, `${claim.number} moved down.`),
        },
        'separator',
        { label: `Delete ${claim.number}`, icon: Trash2, danger: true, onSelect: () => void discard() },
      ]}
    />
  )
}

/** "sources [1] [2] [3], as a cluster": each number says what is known of the source. */
function Sources({ detail: { claim, sources, analysis } }: { readonly detail: ClaimDetail }) {
  if (claim.citedSources.length === 0) return <span>no source cited</span>
  return (
    <span>
      {claim.citedSources.length === 1 ? 'source' : 'sources'}
      {claim.citedSources.map((number) => {
        const source = sources.find((one) => one.number === number)
        const words =
          source === undefined
            ? 'not among the sources'
            : [source.title ?? 'title unknown', source.publisher ?? 'publisher unknown', source.date ?? 'date unknown'].join(' · ')
        return (
          <Tooltip key={number} label={words}>
            <Link href={`${routes.analysis(analysis.id)}?source=${number}`} className={styles.source}>
              [{number}]
            </Link>
          </Tooltip>
        )
      })}
      {claim.citationScope === 'shared' ? (
        <span title="The text cites them together and does not say which of them carries the claim.">, as a cluster</span>
      ) : claim.citationScope === 'sole' ? (
        ', alone'
      ) : null}
    </span>
  )
}
