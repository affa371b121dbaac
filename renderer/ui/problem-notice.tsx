import type { Problem } from '@shared/errors/outcome'
import type { ReactNode } from 'react'
import { Notice } from './notice'

/** Expected trouble in two sentences: what happened, and what can be done. */
export function ProblemNotice({ problem, action }: { readonly problem: Problem; readonly action?: ReactNode }) {
  return (
    <Notice kind="danger" action={action}>
      <p>{problem.what}</p>
      <p>{problem.remedy}</p>
    </Notice>
  )
}
