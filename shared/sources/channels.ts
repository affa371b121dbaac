import type { DisclosureAuthor, DisclosureTrigger } from '../documents/disclosure-standing'

/** A place on the two axes: who authored what came out, and what set it off. */
export type Channel = { readonly author: DisclosureAuthor; readonly trigger: DisclosureTrigger }

/**
 * The channels by name in which a source can be said to have come out, where they are inferred and no document stands behind it.
 * A consolidation repeats what the departments had to report, so it stands with them.
 */
const NAMED: Readonly<Record<string, Channel>> = {
  'agency-inventory': { author: 'department', trigger: 'required' },
  'consolidated-inventory': { author: 'department', trigger: 'required' },
  'cots-list': { author: 'department', trigger: 'required' },
  'waiver-summary': { author: 'department', trigger: 'required' },
  'privacy-document': { author: 'department', trigger: 'required' },
  'award-record': { author: 'agency', trigger: 'required' },
  'solicitation-notice': { author: 'agency', trigger: 'required' },
  'reading-room': { author: 'agency', trigger: 'required' },
  'foia-release': { author: 'agency', trigger: 'on-request' },
  'court-record': { author: 'agency', trigger: 'compelled' },
  'agency-statement': { author: 'agency', trigger: 'on-request' },
  'oversight-report': { author: 'oversight-body', trigger: 'independent' },
  leak: { author: 'leaker', trigger: 'unauthorised' },
  'press-report': { author: 'press', trigger: 'independent' },
  tracker: { author: 'civil-society', trigger: 'independent' },
  'advocacy-analysis': { author: 'civil-society', trigger: 'independent' },
  'vendor-statement': { author: 'vendor', trigger: 'independent' },
}

/** Where a channel stands on the axes; null for a name that the table does not know. */
export const channelNamed = (name: string): Channel | null => NAMED[name.trim().toLowerCase().replace(/\s+/g, '-')] ?? null
