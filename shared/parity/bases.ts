import { answerIn, columnsNamed, folded } from './headings'
import type { ParityBase } from './parity-matrix'

/** What the columns that a base asks are called in the forms, the question of the form before OMB's short name. */
const COLUMNS = {
  stage: ['Stage of Development', 'development_stage', 'Stage of System Development Life Cycle', 'Development_Stage'],
  impact: ['Is the AI use case high-impact?', 'is_high_impact'],
  contracting: [
    'Was the system involved in this use case purchased from a vendor or developed under contract(s) or in-house?',
    'contracting_usage',
    'Was the AI system involved in this use case developed (or is it to be developed) under contract(s) or in-house?',
  ],
  authorised: [
    'Does this AI use case have an associated Authorization to Operate (ATO)?',
    'have_ato',
    'Does this AI use case have an associated Authority to Operate (ATO) for an AI system?',
  ],
} as const
type Asked = keyof typeof COLUMNS

/** Which columns a base asks. */
const ASKS: Readonly<Record<ParityBase, readonly Asked[]>> = {
  all: [],
  'not-retired': ['stage'],
  running: ['stage'],
  'deployed-high-impact': ['stage', 'impact'],
  bought: ['stage', 'contracting'],
  authorised: ['stage', 'authorised'],
  'presumed-high-impact': ['impact'],
}

/** A choice as forms write it: `c) Deployed – The use case is …`; OMB's recoding drops the letter. */
const chosen = (answer: string, ...choices: readonly string[]): boolean => {
  const words = folded(answer.replace(/^\s*[a-z]\)\s*/i, ''))
  return choices.some((choice) => words.startsWith(folded(choice)))
}
const retired = (stage: string): boolean => chosen(stage, 'Retired', 'Disposal/Retired')
const deployed = (stage: string): boolean => chosen(stage, 'Deployed', 'Operation and Maintenance')
const running = (stage: string): boolean => deployed(stage) || chosen(stage, 'Pilot', 'Implementation and Assessment')
const bought = (contracting: string): boolean =>
  chosen(contracting, 'Purchased from a vendor', 'Vendor Purchased', 'Developed with', 'Contracting and In House')

const HOLDS: Readonly<Record<ParityBase, (says: (asked: Asked) => string) => boolean>> = {
  all: () => true,
  'not-retired': (says) => !retired(says('stage')),
  running: (says) => running(says('stage')),
  'deployed-high-impact': (says) => deployed(says('stage')) && chosen(says('impact'), 'High-impact'),
  bought: (says) => running(says('stage')) && bought(says('contracting')),
  authorised: (says) => running(says('stage')) && chosen(says('authorised'), 'Yes'),
  'presumed-high-impact': (says) => chosen(says('impact'), 'Presumed high-impact'),
}

/** Says of each row of a table whether a question with this base applied to it; null where the table has no column that tells. */
export function appliesTo(headings: readonly string[], base: ParityBase): ((row: readonly string[]) => boolean) | null {
  const columns = new Map(ASKS[base].map((asked) => [asked, columnsNamed(headings, COLUMNS[asked])]))
  if ([...columns.values()].some((found) => found.length === 0)) return null
  // Thousands of rows make a handful of choices.
  const known = new Map<string, boolean>()
  return (row) => {
    const answers = new Map([...columns].map(([asked, found]) => [asked, answerIn(row, found)]))
    const key = [...answers.values()].join('\n')
    const holds = known.get(key) ?? HOLDS[base]((asked) => answers.get(asked) ?? '')
    known.set(key, holds)
    return holds
  }
}
