import type { Desktop, Job } from '@shared/desktop/desktop'
import type { BundleIdentity } from '@shared/verification/compare-given'
import { verifyBundle } from '@shared/verification/verify-bundle'
import { verifierPageOf } from '@shared/verification/verifier-seal'
import { builtVerifier } from '../dossier/built-verifier'
import type { JobResult } from './run-job'
import { shellBundle } from './shell-bundle'

/** Checks a bundle: one line a check, then by what it can be known, then a line that sums up. Status 1 if any check fails. */
export async function runVerifyJob(desktop: Desktop, job: Extract<Job, { kind: 'verify' }>): Promise<JobResult> {
  const { files, openExhibit } = shellBundle(desktop, job.files)
  const built = await builtVerifier()
  let identity: BundleIdentity = { entries: [], lists: [] }
  const checks = await verifyBundle(files, openExhibit, {
    own: built.ok ? verifierPageOf(new TextDecoder().decode(built.value)) : null,
    onIdentity: (read) => (identity = read),
  })
  const failed = checks.filter((check) => !check.ok).length
  const lines = checks.map((check) => `${check.ok ? 'ok  ' : 'FAIL'} ${check.name}: ${check.what}`)
  const asides = checks.flatMap(({ aside }) => (aside === undefined ? [] : [`; ${aside}`])).join('')
  const end =
    failed === 0
      ? `${job.shownName}: every check passed; quotations verified${asides}`
      : `${job.shownName}: ${failed} of ${checks.length} checks failed`
  const known = [
    `     head of the custody log: ${identity.entries.at(-1)?.hash ?? 'none'}`,
    ...identity.lists.map(({ path, sha256 }) => `     SHA-256 of ${path}: ${sha256}`),
  ]
  return { stdout: `${[...lines, ...known, end].join('\n')}\n`, status: failed === 0 ? 0 : 1 }
}
