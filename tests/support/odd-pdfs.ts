import { hostilePdf } from './hostile-pdf'
import { oddAdditions } from './odd-pdf-additions'
import { oddContents } from './odd-pdf-contents'
import { oddFiles } from './odd-pdf-files'
import { type Outcome, READY } from './odd-pdf-parts'

/** Every kind of odd file that the project can make. `away` is where the hostile one would reach. */
export async function oddPdfs(
  away: string,
): Promise<readonly { readonly name: string; readonly bytes: Buffer; readonly comes: readonly Outcome[] }[]> {
  const odd = [
    ...oddContents(),
    ...(await oddFiles()),
    ...oddAdditions(),
    ['everything that reaches out', await hostilePdf(away), READY] as const,
  ]
  return odd.map(([name, bytes, comes]) => ({ name: `${name}.pdf`, bytes, comes }))
}
