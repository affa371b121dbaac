import type { DossierSnapshot } from '../dossier/snapshot'
import type { Check } from './bundle-files'
import { verifierPageOf, type VerifierPage } from './verifier-seal'

/**
 * The page `verify.html` of a bundle: that it is the one that this version of Vouch puts there. Who changes it can make it say anything, so
 * this says something only where another copy looks at it.
 * @param text null where the page is missing or no text
 * @param own the page that belongs to the program that checks; null where it is not known
 */
export function checkVerifier(text: string | null, snapshot: DossierSnapshot | null, own: VerifierPage | null): Check {
  const fail = (what: string): Check => ({ name: 'verifier', ok: false, what })
  if (text === null) return fail('data/verify.html is missing or is no text.')
  const page = verifierPageOf(text)
  if (page === null) return fail('data/verify.html was changed after it was built: it does not have the SHA-256 that is written in it.')
  if (snapshot !== null && snapshot.vouch !== page.version)
    return fail(`data/verify.html is that of Vouch ${page.version}, and the dossier says that Vouch ${snapshot.vouch} composed it.`)
  if (own === null) return { name: 'verifier', ok: true, what: 'data/verify.html has the SHA-256 that is written in it.' }
  if (own.version !== page.version) {
    return {
      name: 'verifier',
      ok: true,
      what: `data/verify.html is that of Vouch ${page.version}; this is Vouch ${own.version}, which can’t tell whether it is whole.`,
      aside: `The verify.html in the bundle is of another version (${page.version}), and was not compared`,
    }
  }
  return own.seal === page.seal
    ? { name: 'verifier', ok: true, what: `data/verify.html is, byte for byte, the page that Vouch ${own.version} puts into a bundle.` }
    : fail(
        `data/verify.html is not the page that Vouch ${own.version} puts into a bundle: it was changed, or another build made it. Do not rely on what it says.`,
      )
}
