import type { Standing } from '@shared/documents/disclosure-standing'
import { Pill } from '../ui/pill'

const TONES = { disclosed: 'supports', discovered: 'context', both: 'defines', 'not recorded': 'absent' } as const satisfies Readonly<
  Record<Standing, string>
>
const WORDS: Readonly<Record<Standing, string>> = {
  disclosed: 'disclosed',
  discovered: 'discovered',
  both: 'disclosed and discovered',
  'not recorded': 'not recorded how it came out',
}

/** Whether documents were disclosed or discovered; dashed where nobody has said. */
export function StandingPill({ standing }: { readonly standing: Standing }) {
  return <Pill tone={TONES[standing]}>{WORDS[standing]}</Pill>
}
