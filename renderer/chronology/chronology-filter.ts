import type { ChronologyLine } from '@shared/chronology/derived-events'
import type { EventKind } from '@shared/chronology/event'
import { isWithin, type Years } from '@shared/chronology/timeline'

/** What narrows the chronology. An empty text narrows nothing; years are as they are typed. */
export type ChronologyFilter = {
  readonly words: string
  readonly kind: EventKind | ''
  readonly origin: 'own' | 'derived' | 'bare' | ''
  readonly from: string
  readonly to: string
}
export const NO_FILTER: ChronologyFilter = { words: '', kind: '', origin: '', from: '', to: '' }

const isYear = (text: string): boolean => /^\d{4}$/.test(text)

/** The years that a filter lets through, within those that there are. */
export function yearsWanted({ from, to }: Pick<ChronologyFilter, 'from' | 'to'>, all: Years): Years {
  const first = isYear(from) ? Number(from) : all.from
  return { from: first, to: Math.max(first, isYear(to) ? Number(to) : all.to) }
}

/** The lines that a filter lets through, in their order. */
export function filtered(lines: readonly ChronologyLine[], { words, kind, origin, from, to }: ChronologyFilter): readonly ChronologyLine[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const years = { from: isYear(from) ? Number(from) : 0, to: isYear(to) ? Number(to) : 9999 }
  if (wanted.length === 0 && kind === '' && origin === '' && from === '' && to === '') return lines
  return lines.filter(
    (line) =>
      (kind === '' || line.kind === kind) &&
      (origin === '' ||
        (origin === 'derived'
          ? line.origin.from !== 'event'
          : line.origin.from === 'event' && (origin === 'own' || line.annotationIds.length === 0))) &&
      (!isYear(from) && !isYear(to) ? true : isWithin(line, years)) &&
      wanted.every((word) => `${line.title}\n${line.note}\n${line.date}`.toLowerCase().includes(word)),
  )
}
