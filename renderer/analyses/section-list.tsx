import type { Analysis, Section } from '@shared/analyses/analysis'
import { CLAIM_KIND_WORDS } from '@shared/claims/claim'
import { occurring } from '@shared/claims/evidence-counts'
import type { LedgerLine } from '@shared/claims/ledger'
import { derivedId } from '@shared/units/derived-id'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { routes } from '../app/routes'
import { AddClaimDialog } from '../claims/add-claim-dialog'
import { AssessmentPill } from '../ui/assessment-pill'
import { Button, IconButton } from '../ui/button'
import { Pill } from '../ui/pill'
import { RelationSign } from '../ui/relation-sign'
import styles from './analysis-screen.module.css'
import { editAnalysis } from './commands/edit-analysis'
import { EditableText } from './editing/editable-text'
import type { Act } from './editing/use-act'

/** Claims of a section shown here, and in an analysis so large that all of them would take long to draw; the ledger shows any number. */
const AT_FIRST = { usual: 40, large: 3 }
const LARGE = 300

/** The sections with their claims in full; sections are added, renamed and, when empty, removed here. */
export function SectionList({
  analysis,
  lines,
  act,
}: {
  readonly analysis: Analysis
  readonly lines: readonly LedgerLine[]
  readonly act: Act
}) {
  const [, navigate] = useLocation()
  const [adding, setAdding] = useState<string | null>(null)
  const atFirst = lines.length > LARGE ? AT_FIRST.large : AT_FIRST.usual
  const sections = analysis.sections.toSorted((a, b) => a.number - b.number)
  const keep = (next: readonly Section[], said: string): Promise<boolean> =>
    act(editAnalysis, { id: analysis.id, fields: { sections: next } }, said)
  const addSection = (): void => {
    const number = Math.max(-1, ...sections.map((section) => section.number)) + 1
    void keep(
      [...sections, { id: derivedId('section', analysis.id, String(number), String(sections.length)), number, label: 'New section' }],
      'Section added.',
    )
  }
  return (
    <section className={styles.block} aria-labelledby="claims">
      <div className={styles.blockHead}>
        <h2 id="claims" className={styles.blockTitle}>
          Claims by section
        </h2>
        <span className={styles.buttons}>
          <Button kind="quiet" icon={Plus} onClick={addSection}>
            Add section
          </Button>
          <Button icon={Plus} disabled={sections.length === 0} onClick={() => setAdding(sections[0]?.id ?? null)}>
            Add claim
          </Button>
        </span>
      </div>
      {sections.map((section) => (
        <SectionOfClaims
          key={section.id}
          analysis={analysis}
          section={section}
          lines={lines.filter((line) => line.claim.sectionId === section.id)}
          atFirst={atFirst}
          onAdd={() => setAdding(section.id)}
          onRename={(label) =>
            keep(
              sections.map((one) => (one.id === section.id ? { ...one, label } : one)),
              'Section renamed.',
            )
          }
          onRemove={() =>
            void keep(
              sections.filter((one) => one.id !== section.id),
              'Section removed.',
            )
          }
        />
      ))}
      {adding === null ? null : (
        <AddClaimDialog
          analysis={analysis}
          sectionId={adding}
          act={act}
          onClose={() => setAdding(null)}
          onAdded={(id) => {
            setAdding(null)
            navigate(routes.claim(analysis.id, id))
          }}
        />
      )}
    </section>
  )
}

type SectionOfClaimsProps = {
  readonly analysis: Analysis
  readonly section: Section
  /** Its claims. */
  readonly lines: readonly LedgerLine[]
  /** How many of them are shown here. */
  readonly atFirst: number
  readonly onAdd: () => void
  readonly onRename: (label: string) => Promise<boolean>
  readonly onRemove: () => void
}

function SectionOfClaims({ analysis, section, lines, atFirst, onAdd, onRename, onRemove }: SectionOfClaimsProps) {
  return (
    <section className={styles.section} aria-label={`Section ${section.number}: ${section.label}`}>
      <div className={styles.sectionHead}>
        <span className={styles.mono}>{section.number}</span>
        <EditableText label={`name of section ${section.number}`} value={section.label} multiline={false} onSave={onRename}>
          <h3>{section.label}</h3>
        </EditableText>
        <span className={styles.buttons}>
          <IconButton label={`Add a claim to section ${section.number}`} icon={Plus} onClick={onAdd} />
          {lines.length === 0 ? <IconButton label={`Remove section ${section.number}`} icon={Trash2} onClick={onRemove} /> : null}
        </span>
      </div>
      {lines.length === 0 ? <p className={styles.nothing}>No claims yet.</p> : null}
      <ul>
        {lines.slice(0, atFirst).map((line) => (
          <ClaimOfSection key={line.claim.id} line={line} />
        ))}
      </ul>
      {lines.length <= atFirst ? null : (
        <p className={styles.nothing}>
          <Link href={`${routes.ledger(analysis.id)}?section=${section.id}`}>
            All {lines.length.toLocaleString('en-US')} claims of this section in the ledger
          </Link>
        </p>
      )}
    </section>
  )
}

function ClaimOfSection({ line: { claim, whole, searches } }: { readonly line: LedgerLine }) {
  return (
    <li className={styles.claim}>
      <span className={styles.mono}>{claim.number}</span>
      <Link href={routes.claim(claim.analysisId, claim.id)} className={styles.claimText}>
        {claim.text}
      </Link>
      <span className={styles.claimFacts}>
        <span className={styles.third}>{CLAIM_KIND_WORDS[claim.kind]}</span>
        {occurring(whole.evidence).map(([relation, count]) => (
          <RelationSign key={relation} relation={relation} count={count} />
        ))}
        {searches === 0 ? null : <span className={styles.third}>{searches === 1 ? '1 search' : `${searches} searches`}</span>}
        {claim.mergedInto === undefined ? <AssessmentPill status={whole.status} /> : <Pill>merged into {claim.mergedInto}</Pill>}
      </span>
    </li>
  )
}
