import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }
type Checker = { run(what: string | Document, options: unknown): Promise<{ readonly violations: readonly Violation[] }> }

const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe finds wrong on the page, each as a line that names the rule and the element.
 * @param within a selector where only a part has changed since the page was looked at
 * @param rules the rules to be held where not all are meant
 */
export async function violations(
  page: Page,
  { within, rules = ALL }: { readonly within?: string; readonly rules?: readonly string[] } = {},
): Promise<readonly string[]> {
  // Playwright's evaluate reaches the page past its content security policy, as the policy allows no script from elsewhere.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const found = await page.evaluate(
    async ({ where, runOnly }) => {
      const { axe: checker } = window as unknown as { axe: Checker }
      const result = await checker.run(where ?? document, { runOnly })
      return result.violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary: failureSummary ?? '' })),
      }))
    },
    { where: within, runOnly: rules },
  )
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary.replace(/\s+/g, ' ')}`),
  )
}
