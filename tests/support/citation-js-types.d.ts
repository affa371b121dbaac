/** Of Citation.js, which has no types of its own, what the tests call. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      chain(data: string, options: { readonly forceType: string; readonly generateGraph: false; readonly strict: true }): unknown
    }
  }
}
declare module '@citation-js/core/lib/plugins/input/csl.js' {
  export function clean(items: readonly Readonly<Record<string, unknown>>[], guess: false): unknown
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
