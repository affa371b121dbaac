import type { Desktop, Job } from '@shared/desktop/desktop'
import { messageOf, unreachable } from '@shared/errors/outcome'
import { runDossierJob } from './dossier-job'
import { runVerifyJob } from './verify-job'

/** Does the work that was asked for on the command line, with no window, and reports it to the shell. */
export async function runJob(desktop: Desktop, job: Job): Promise<void> {
  try {
    const { stdout, status } = await result(desktop, job)
    await desktop.job.done(stdout, status)
  } catch (thrown) {
    // A fault of Vouch, not of the documents: said and ended at once, so that whoever started the job does not wait.
    await desktop.job.progress(`The job ended because of a fault in Vouch: ${messageOf(thrown)}`)
    await desktop.job.done('', 1)
  }
}

function result(desktop: Desktop, job: Job): Promise<JobResult> {
  switch (job.kind) {
    case 'dossier':
      return runDossierJob(desktop, job)
    case 'verify':
      return runVerifyJob(desktop, job)
    default:
      return unreachable(job)
  }
}

/** Text for standard output, and the exit status. */
export type JobResult = { readonly stdout: string; readonly status: number }
