import { z } from 'zod'
import { cslNameSchema } from './csl'

/** A name in parts, or the name of a body, which has none. */
export type WrittenName = { readonly family: string; readonly given: string; readonly suffix: string | null } | { readonly literal: string }

/** The names of a member, as BibTeX and RIS part them: particles go with the family name. */
export function writtenNames(value: unknown): readonly WrittenName[] {
  const names = z.array(cslNameSchema).safeParse(value)
  if (!names.success) return typeof value === 'string' && value.trim() !== '' ? [{ literal: folded(value) }] : []
  return names.data.flatMap((name): readonly WrittenName[] => {
    const family = folded(
      [name['dropping-particle'], name['non-dropping-particle'], name.family].filter((part) => part !== undefined).join(' '),
    )
    const [given, suffix] = [folded(name.given ?? ''), folded(name.suffix ?? '')]
    if (name.literal === undefined && family !== '' && given !== '') return [{ family, given, suffix: suffix === '' ? null : suffix }]
    const literal = folded(name.literal ?? [given, family, suffix].join(' '))
    return literal === '' ? [] : [{ literal }]
  })
}

// oxlint-disable-next-line no-control-regex -- control characters would break a line or a value
const folded = (text: string): string => text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim()
