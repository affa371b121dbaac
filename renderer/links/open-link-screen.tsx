import { type Outcome, ok, type Problem, problem, trouble } from '@shared/errors/outcome'
import { readVouchLink } from '@shared/links/vouch-link'
import { useEffect, useState } from 'react'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import type { Database } from '../storage/database'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { useWorkbench } from '../workbench/workbench'

/**
 * Goes where a `vouch://` link leads, in place of this address, so that Back skips it; or says why it leads nowhere. A link does nothing
 * else: it may come from anybody.
 */
export function OpenLinkScreen({ words }: { readonly words: string }) {
  const { db } = useWorkbench()
  const [why, setWhy] = useState<Problem | null>(null)
  useEffect(() => {
    let gone = false
    void placeOfLink(db, words).then((place) => {
      if (gone) return
      if (place.ok) navigate(place.value, { replace: true })
      else setWhy(place.problem)
    })
    return () => {
      gone = true
    }
  }, [db, words])
  if (why === null) return null
  return (
    <EmptyState
      title="This link leads nowhere here"
      actions={<Button onClick={() => navigate(routes.analyses())}>Go to the analyses</Button>}
    >
      <p>{why.what}</p>
      <p>{why.remedy}</p>
    </EmptyState>
  )
}

/** The address of what a link names. Problems: `link-unknown`, `link-elsewhere`. */
async function placeOfLink(db: Database, words: string): Promise<Outcome<string>> {
  const link = readVouchLink(words)
  if (!link.ok) return link
  if (link.value.kind === 'claim') {
    const claim = await db.get('claims', link.value.id)
    return claim === undefined ? trouble(elsewhere('claim')) : ok(routes.claim(claim.analysisId, claim.id))
  }
  const mark = await db.get('annotations', link.value.id)
  return mark === undefined ? trouble(elsewhere('passage')) : ok(routes.document(mark.documentId, { mark: mark.id }))
}

const elsewhere = (what: 'claim' | 'passage'): Problem =>
  problem(
    'link-elsewhere',
    `The ${what} that it names is not in this library.`,
    'It may have been deleted here, or belong to the library of whoever sent the link: ask them for the bundle, which holds it with its documents.',
  )
