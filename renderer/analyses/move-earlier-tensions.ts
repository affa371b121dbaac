import type { Problem } from '@shared/errors/outcome'
import type { Workbench } from '../workbench/workbench'
import { moveTensions } from './commands/move-tensions'

/**
 * Moves the tensions of a library that was made before they were records. Done at the start, by the workbench, so that it stands in the
 * custody log under its own name; a library without any is not touched.
 * @returns what went wrong; it is tried again at the next start
 */
export async function moveEarlierTensions({ db, run }: Pick<Workbench, 'db' | 'run'>): Promise<readonly Problem[]> {
  const troubles: Problem[] = []
  for (const { id, tensions = [] } of await db.all('analyses')) {
    if (tensions.length === 0) continue
    const done = await run(moveTensions, { id }, { by: 'workbench' })
    if (!done.ok) troubles.push(done.problem)
  }
  return troubles
}
