import { type AnnotationId, annotationIdSchema } from '../annotations/annotation'
import { type ClaimId, claimIdSchema } from '../claims/claim'
import { type Outcome, ok, problem, trouble } from '../errors/outcome'

/** What a `vouch://` link names: a record, never a place on the machine and never something to do. */
export type VouchLink = { readonly kind: 'claim'; readonly id: ClaimId } | { readonly kind: 'passage'; readonly id: AnnotationId }

/** The scheme that Vouch asks the system to hand over to it. */
export const LINK_SCHEME = 'vouch'
/** No link of ours is longer; beyond it nothing is looked at. */
const LONGEST = 200

/** The address of a claim or a passage, as exports show it: `vouch://claim/claim_3f9c…`, `vouch://passage/annotation_…`. */
export const vouchLink = ({ kind, id }: { readonly kind: VouchLink['kind']; readonly id: string }): string =>
  `${LINK_SCHEME}://${kind}/${id}`

/** Whether words are meant as a link of ours, well formed or not. */
export const looksLikeVouchLink = (words: string): boolean => /^\s*vouch:/i.test(words)

/**
 * Reads a link. Whoever makes a page or a mail can make one, so it is believed only as the name of a record: no query, no fragment,
 * nothing escaped. Problem: `link-unknown`.
 */
export function readVouchLink(words: string): Outcome<VouchLink> {
  const parts = words.length > LONGEST ? null : /^vouch:\/\/(claim|passage)\/([a-z0-9_-]+)\/?$/i.exec(words.trim())
  const [, kind, name] = parts ?? []
  if (kind?.toLowerCase() === 'claim') {
    const id = claimIdSchema.safeParse(name)
    if (id.success) return ok({ kind: 'claim', id: id.data })
  }
  if (kind?.toLowerCase() === 'passage') {
    const id = annotationIdSchema.safeParse(name)
    if (id.success) return ok({ kind: 'passage', id: id.data })
  }
  return trouble(
    problem(
      'link-unknown',
      `“${shortened(words)}” is no link to a claim or a passage.`,
      'Links look like vouch://claim/claim_… or vouch://passage/annotation_…; copy it again from the dossier, from beginning to end.',
    ),
  )
}

const shortened = (words: string): string => (words.length > 80 ? `${words.slice(0, 80)}…` : words)
