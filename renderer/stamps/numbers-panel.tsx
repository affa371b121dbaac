import { proposeStamps, type StampProposal } from '@shared/stamps/propose-stamps'
import type { StampRule } from '@shared/stamps/stamp-rule'
import { newId } from '@shared/units/ids'
import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useAct } from '../analyses/editing/use-act'
import { useReading } from '../reader/reading'
import { useRecords } from '../storage/live'
import { Button, IconButton } from '../ui/button'
import { PanelHeader } from '../ui/panel'
import { Progress } from '../ui/progress'
import { putStampRules } from './commands/put-stamp-rules'
import styles from './numbers-panel.module.css'
import { openProposals } from './open-proposals'
import { PageNumberList } from './page-number-list'
import { ProposalCard, RuleCard } from './series-cards'
import { type RuleDraft, RuleDialog } from './rule-dialog'
import { usePageEdges } from './use-page-edges'

/** The three numbers of each page: its place in the file, its printed label, its stamp; and the series that were found or confirmed. */
export function NumbersPanel() {
  const { document, pages, column, goTo } = useReading()
  const act = useAct()
  const rules = useRecords('stampRules', 'documentId', document.id)
  const decisions = useRecords('proposalDecisions', 'documentId', document.id)
  const { edges, done } = usePageEdges(document.id, pages)
  const found = useMemo(() => (edges === undefined ? undefined : proposeStamps(edges)), [edges])
  const open = useMemo(
    () => (found === undefined || rules === undefined || decisions === undefined ? undefined : openProposals(found, rules, decisions)),
    [found, rules, decisions],
  )
  const [draft, setDraft] = useState<RuleDraft | null>(null)
  const sure = open?.filter((proposal) => proposal.kind !== 'printed' && proposal.confidence !== 'low') ?? []
  const confirm = (proposals: readonly StampProposal[]): void => {
    const said = proposals.length === 1 ? 'Page numbers confirmed.' : `${proposals.length} series of page numbers confirmed.`
    void act(putStampRules, { documentId: document.id, rules: proposals.map(ruleOfProposal) }, said)
  }

  return (
    <section className={styles.panel} aria-label="Page numbers">
      <PanelHeader title="Page numbers">
        <IconButton
          label="Add a series of page numbers"
          icon={Plus}
          onClick={() => setDraft({ id: null, ...emptySeries(column.get().current, pages.length) })}
        />
      </PanelHeader>
      <div className={styles.series}>
        {open === undefined ? (
          <div className={styles.remark}>
            <output>Looking for numbers at the edges of the pages…</output>
            <Progress label="Pages looked at" done={done} of={pages.length} />
          </div>
        ) : null}
        {open !== undefined && open.length === 0 && rules?.length === 0 ? (
          <p className={styles.remark}>
            No stamps were found at the edges of these pages: no Bates numbers, record pages or filing headers. Where there are some that no
            program can read, add a series by hand.
          </p>
        ) : null}
        {open !== undefined && open.length > 0 ? (
          <div className={styles.head}>
            <h3 className={styles.title}>Found at the edges · {open.length}</h3>
            {sure.length > 1 ? (
              <Button kind="quiet" onClick={() => confirm(sure)}>
                Confirm {sure.length}
              </Button>
            ) : null}
          </div>
        ) : null}
        {open?.map((proposal) => (
          <ProposalCard
            key={proposal.key}
            proposal={proposal}
            documentId={document.id}
            act={act}
            onConfirm={() => confirm([proposal])}
            onEdit={() => setDraft({ ...ruleOfProposal(proposal), id: null })}
            onGo={() => goTo({ page: proposal.from, fraction: 0 }, 'numbers')}
          />
        ))}
        {rules !== undefined && rules.length > 0 ? <h3 className={styles.title}>Confirmed · {rules.length}</h3> : null}
        {rules?.toSorted(byPlace).map((rule) => (
          <RuleCard
            key={rule.id}
            rule={rule}
            act={act}
            onEdit={() => setDraft(rule)}
            onGo={() => goTo({ page: rule.from, fraction: 0 }, 'numbers')}
          />
        ))}
      </div>
      <PageNumberList
        pages={pages}
        rules={rules ?? []}
        column={column}
        documentId={document.id}
        act={act}
        onGo={(page) => goTo({ page, fraction: 0 }, 'numbers')}
      />
      {draft === null ? null : (
        <RuleDialog
          draft={draft}
          pageCount={pages.length}
          edges={edges ?? []}
          documentId={document.id}
          act={act}
          onClose={() => setDraft(null)}
        />
      )}
    </section>
  )
}

const byPlace = (a: StampRule, b: StampRule): number => a.from - b.from || (a.at < b.at ? -1 : 1)

const emptySeries = (page: number, pageCount: number) => ({
  from: page as StampRule['from'],
  to: (pageCount - 1) as StampRule['to'],
  before: '',
  after: '',
  first: 1,
  step: 1,
  digits: 0,
  exceptions: [],
})

function ruleOfProposal({ from, to, before, after, first, step, digits }: StampProposal) {
  return { id: newId('stamprule'), from, to, before, after, first, step, digits, exceptions: [] }
}
