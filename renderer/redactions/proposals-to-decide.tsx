import type { RedactionProposal } from '@shared/redactions/propose-redactions'
import { pageIndex } from '@shared/units/pages'
import { useAct } from '../analyses/editing/use-act'
import { segmentOfBox } from '../reader/passages'
import { useReading } from '../reader/reading'
import { Button } from '../ui/button'
import { SelectField } from '../ui/field'
import { Segmented } from '../ui/segmented'
import { acceptRedactions } from './commands/accept-redactions'
import { dismissRedactions } from './commands/dismiss-redactions'
import { ProposalList } from './proposal-list'
import styles from './redactions-panel.module.css'
import { ALL_CODES, type ProposalFilter } from './use-proposal-filter'
import { codeWithWords } from './words'

type ProposalsToDecideProps = {
  readonly filter: ProposalFilter
  /** How many are open, whatever the filter. */
  readonly of: number
  readonly onGo: (page: number, area: RedactionProposal['area']) => void
}

/** The proposed redactions of the document, narrowed: confirmed or dismissed one by one, or all that are shown. */
export function ProposalsToDecide({ filter, of, onGo }: ProposalsToDecideProps) {
  const { document, pages } = useReading()
  const act = useAct()
  const { shown } = filter
  const confirm = (proposals: readonly RedactionProposal[]): void => {
    const redactions = proposals.flatMap((proposal) => {
      const page = pages[proposal.pageIndex]
      return page === undefined
        ? []
        : [{ key: proposal.key, codes: [...proposal.codes], segment: segmentOfBox(document, page, null, proposal.area, '') }]
    })
    const words = redactions.length === 1 ? 'One redaction' : `${redactions.length} redactions`
    void act(acceptRedactions, { documentId: document.id, redactions }, `${words} confirmed.`)
  }
  const dismiss = (dismissed: readonly RedactionProposal[]): void => {
    const proposals = dismissed.map((proposal) => ({ pageIndex: pageIndex(proposal.pageIndex), key: proposal.key }))
    const words = proposals.length === 1 ? 'One proposal' : `${proposals.length} proposals`
    void act(dismissRedactions, { documentId: document.id, proposals }, `${words} dismissed.`)
  }
  return (
    <>
      <div className={styles.tools}>
        <SelectField
          label="Code"
          value={filter.code}
          options={[
            { value: ALL_CODES, label: `All codes (${of})` },
            ...filter.codes.map((code) => ({ value: code, label: codeWithWords(code) })),
          ]}
          onChange={filter.setCode}
        />
        <Segmented
          label="Where"
          value={filter.where}
          options={[
            { value: 'document', label: 'Whole document' },
            { value: 'page', label: 'This page' },
          ]}
          onChange={filter.setWhere}
        />
      </div>
      <div className={styles.buttons}>
        <Button kind="primary" disabled={shown.length === 0} onClick={() => confirm(shown)}>
          Confirm {shown.length === 1 ? 'this one' : `these ${shown.length}`}
        </Button>
        <Button kind="quiet" disabled={shown.length === 0} onClick={() => dismiss(shown)}>
          Dismiss
        </Button>
      </div>
      <ProposalList
        proposals={shown}
        onGo={(proposal) => onGo(proposal.pageIndex, proposal.area)}
        onConfirm={(proposal) => confirm([proposal])}
        onDismiss={(proposal) => dismiss([proposal])}
      />
    </>
  )
}
