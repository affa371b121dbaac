import { statusOf } from '@shared/claims/assessment'
import type { Reading } from '@shared/claims/reading'
import { bearsOn } from '@shared/claims/weigh-evidence'
import { countEvidence, occurring } from '@shared/claims/evidence-counts'
import { momentWords } from '../analyses/editing/date-words'
import { AssessmentPill } from '../ui/assessment-pill'
import { Button } from '../ui/button'
import { RelationSign } from '../ui/relation-sign'
import type { ClaimDetail } from './claim-detail'
import styles from './claim-screen.module.css'

/** The judgement of the claim as a whole and on each reading, beside the evidence that bears on it. */
export function JudgementTable({
  detail,
  onAssess,
  onReadings,
}: {
  readonly detail: ClaimDetail
  readonly onAssess: (reading: Reading | null) => void
  readonly onReadings: () => void
}) {
  const { claim } = detail
  return (
    <section className={styles.block} aria-labelledby="judgement">
      <div className={styles.blockHead}>
        <h2 id="judgement" className={styles.blockTitle}>
          Judgement
        </h2>
        <Button kind="quiet" onClick={onReadings}>
          {claim.readings.length === 0 ? 'Add readings…' : 'Readings…'}
        </Button>
      </div>
      <div className={styles.judgements}>
        {[null, ...claim.readings].map((reading) => {
          const assessment = detail.assessments.find((one) => one.readingId === (reading?.id ?? null))
          const counts = countEvidence(detail.evidence.map(({ link }) => link).filter((link) => bearsOn(link, reading?.id ?? null)))
          return (
            <div key={reading?.id ?? 'whole'} className={styles.judgement}>
              <div>
                <h3 className={styles.on}>{reading === null ? 'The claim as a whole' : `“${reading.label}”`}</h3>
                {reading === null || reading.description === '' ? null : <p className={styles.second}>{reading.description}</p>}
              </div>
              <div className={styles.pills}>
                <AssessmentPill status={statusOf(assessment)} />
                {assessment === undefined || assessment.confidence === null ? null : (
                  <span className={styles.second}>confidence {assessment.confidence}</span>
                )}
                {occurring(counts).map(([relation, count]) => (
                  <RelationSign key={relation} relation={relation} count={count} />
                ))}
                <Button
                  kind="quiet"
                  aria-label={reading === null ? 'Assess the claim as a whole' : `Assess on the reading “${reading.label}”`}
                  onClick={() => onAssess(reading)}
                >
                  {assessment === undefined ? 'Assess' : 'Reassess'}
                </Button>
              </div>
              {assessment === undefined ? null : (
                <p className={styles.second}>
                  {assessment.reasoning === '' ? null : `${assessment.reasoning} `}
                  <span className={styles.third}>
                    {assessment.author}, {momentWords(assessment.at)}
                  </span>
                </p>
              )}
            </div>
          )
        })}
      </div>
    </section>
  )
}
