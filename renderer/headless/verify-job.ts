import type { Desktop, Job } from '@shared/desktop/desktop'
import { verifyBundle } from '@shared/verification/verify-bundle'
import type { JobResult } from './run-job'
import { shellBundle } from './shell-bundle'

/** Checks a bundle: one line a check, then a line that sums up. Status 1 if any check fails. */
export async function runVerifyJob(desktop: Desktop, job: Extract<Job, { kind: 'verify' }>): Promise<JobResult> {
  const { files, openExhibit } = shellBundle(desktop, job.files)
  const checks = await verifyBundle(files, openExhibit)
  const failed = checks.filter((check) => !check.ok).length
  const lines = checks.map((check) => `${check.ok ? 'ok  ' : 'FAIL'} ${check.name}: ${check.what}`)
  const asides = checks.flatMap(({ aside }) => (aside === undefined ? [] : [`; ${aside}`])).join('')
  const end = failed === 0 ? `${job.shownName}: every check passed; quotations verified${asides}` : `${job.shownName}: ${failed} of ${checks.length} checks failed`
  return { stdout: `${[...lines, end].join('\n')}\n`, status: failed === 0 ? 0 : 1 }
}
