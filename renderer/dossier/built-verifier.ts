import { messageOf, type Outcome, ok, problem, trouble } from '@shared/errors/outcome'

/** `verify.html` as it is built beside the renderer. */
export async function builtVerifier(): Promise<Outcome<Uint8Array>> {
  const missing = (why: string) =>
    trouble(
      problem(
        'verifier-missing',
        `The page that checks a bundle is not part of this build (${why}).`,
        'Build Vouch again with npm run build, then export.',
      ),
    )
  try {
    const response = await fetch(new URL('verify.html', document.baseURI))
    if (!response.ok) return missing(`status ${response.status}`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    // A development server answers an unknown address with the application's own page.
    return new TextDecoder().decode(bytes.subarray(0, 2000)).includes('name="vouch-verifier"')
      ? ok(bytes)
      : missing('another page stands at its address')
  } catch (thrown) {
    return missing(messageOf(thrown))
  }
}
