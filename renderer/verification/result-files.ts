import { html, raw } from '@shared/markup/html'
import type { Check, QuotationResult } from '@shared/verification/bundle-files'
import Papa from 'papaparse'

/** What a verification found, as it is shown and kept. */
export type BundleResult = {
  readonly bundle: string
  readonly checkedAt: string
  /** Version of the page that checked. */
  readonly vouch: string
  readonly head: string | null
  readonly packingList: string | null
  /** What was compared with a hash that the reader was given, in words; null where none was entered. */
  readonly given: { readonly hash: string; readonly found: string } | null
  readonly checks: readonly Check[]
}

/** What each check asks, in words for a reader who has never seen Vouch. */
export const QUESTIONS: Readonly<Record<string, string>> = {
  bag: 'Are these the files that were packed?',
  tags: 'Are the packing lists themselves untouched?',
  custody: 'Is the log of changes whole?',
  records: 'Are the records those that the log states?',
  exhibits: 'Are the exhibits the documents that are cited?',
  pictures: 'Are the pictures those that were packed?',
  composition: 'Do the dossier and its tables follow from the records?',
  verifier: 'Is the bundle’s own verify.html untouched?',
  stamps: 'Do the time stamps cover this bundle?',
  quotations: 'Does each quotation stand on its page?',
}

export const RESULT_WORDS: Readonly<Record<QuotationResult['result'], string>> = {
  verified: '✓ quotation verified',
  failed: '✗ not found',
  'not-looked-for': 'not looked for',
}

/** What “quotation verified” says and does not say, short enough to stand with a result. */
const MEANS =
  'A quotation verified stands in the text of the stated page of the exhibit, apart from white space, line-end hyphens and equivalent Unicode forms. That does not show that what the document says is true, that the document is authentic, or that the passage proves the claim.'

/** What was found of every quotation, in the order of the checks. */
export const quotationsOf = ({ checks }: Pick<BundleResult, 'checks'>): readonly QuotationResult[] =>
  checks.flatMap(({ quotations }) => quotations ?? [])
const passed = ({ checks }: Pick<BundleResult, 'checks'>): boolean => checks.every(({ ok }) => ok)

/** One table (RFC 4180): the checks, then a row for each quotation. */
export const resultCsv = (result: BundleResult): string =>
  `${Papa.unparse(
    {
      fields: ['bundle', 'checked_at', 'kind', 'name', 'result', 'what', 'table', 'row', 'claim', 'exhibit', 'page', 'quote'],
      data: [
        ...result.checks.map(({ name, ok, what }) => [
          result.bundle,
          result.checkedAt,
          'check',
          name,
          ok ? 'passed' : 'failed',
          what,
          '',
          '',
          '',
          '',
          '',
          '',
        ]),
        ...quotationsOf(result).map(({ table, row, cited, exhibit, page, quote, result: found, why }) => [
          result.bundle,
          result.checkedAt,
          'quotation',
          '',
          found,
          why,
          table,
          row,
          cited,
          exhibit,
          page,
          quote,
        ]),
      ],
    },
    { newline: '\r\n', escapeFormulae: false },
  )}\r\n`

/** The result as `vouch-verification`, version 1 (docs/formats.md). */
export const resultJson = (result: BundleResult): string =>
  `${JSON.stringify({ format: 'vouch-verification', version: 1, ...result, passed: passed(result), checks: result.checks.map(({ name, ok, what, aside = null }) => ({ name, ok, what, aside })), quotations: quotationsOf(result), means: MEANS }, null, 2)}\n`

const STYLE =
  'body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1.5rem;color:#1d2126;background:#fff}table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border-bottom:1px solid #dedbd2;padding:.4rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}caption{text-align:left;font-weight:600;padding:.4rem 0}code{overflow-wrap:anywhere}'

/** A page to keep or print, without script. */
export function resultHtml(result: BundleResult): string {
  const quotations = quotationsOf(result)
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>Verification of ${result.bundle}</title><style>${raw(STYLE)}</style></head><body>
<h1>${passed(result) ? '✓ Every check passed' : '✗ Not every check passed'}: ${result.bundle}</h1>
<p>Checked ${result.checkedAt} with verify.html of Vouch ${result.vouch}. ${MEANS}</p>
<p>Head of the custody log: <code>${result.head ?? 'none'}</code><br>SHA-256 of manifest-sha256.txt: <code>${result.packingList ?? 'none'}</code>${result.given !== null && html`<br>Given another way: <code>${result.given.hash}</code>. ${result.given.found}`}</p>
<table><caption>Checks</caption><thead><tr><th scope="col">What was asked</th><th scope="col">Result</th><th scope="col">What was found</th></tr></thead><tbody>
${result.checks.map(({ name, ok, what }) => html`<tr><th scope="row">${QUESTIONS[name] ?? name}</th><td>${ok ? '✓ passed' : '✗ failed'}</td><td>${what}</td></tr>\n`)}</tbody></table>
<table><caption>Quotations</caption><thead><tr><th scope="col">Claim</th><th scope="col">Quotation</th><th scope="col">Exhibit</th><th scope="col">Page or row</th><th scope="col">Result</th></tr></thead><tbody>
${quotations.map(({ cited, quote, exhibit, page, result: found, why }) => html`<tr><th scope="row">${cited}</th><td><bdi>${quote}</bdi></td><td>${exhibit}</td><td>${page}</td><td>${RESULT_WORDS[found]}${why !== '' && html`<br>${why}`}</td></tr>\n`)}</tbody></table>
</body></html>
`.html
}
