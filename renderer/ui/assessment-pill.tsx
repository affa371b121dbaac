import { ASSESSMENT_WORDS, type AssessmentStatus } from '@shared/claims/assessment'
import { Pill, type PillTone } from './pill'

const TONES: Readonly<Record<AssessmentStatus, PillTone>> = {
  undeveloped: 'absent',
  supported: 'supports',
  contradicted: 'contradicts',
  mixed: 'undercuts',
  'depends-on-reading': 'qualifies',
  'outside-scope': 'plain',
}

/** The researcher's judgement of a claim, as a word; dashed where there is none yet. */
export function AssessmentPill({ status }: { readonly status: AssessmentStatus }) {
  return <Pill tone={TONES[status]}>{ASSESSMENT_WORDS[status]}</Pill>
}
