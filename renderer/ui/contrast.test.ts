import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((found) => [
    found[1] ?? '',
    { light: found[2] ?? '', dark: found[3] ?? '' },
  ]),
)

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string, theme: 'light' | 'dark'): number {
  const colour = (name: string): string => {
    const token = tokens.get(name)
    if (token === undefined) throw new Error(`no token ${name}`)
    return token[theme]
  }
  const [a, b] = [luminance(colour(one)), luminance(colour(other))]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const GROUNDS = ['background', 'panel', 'raised', 'accent-soft']
const RELATIONS = ['supports', 'contradicts', 'qualifies', 'undercuts', 'context', 'defines']
const TEXT: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-2', 'ink-3', 'accent', ...RELATIONS].flatMap((ink) => GROUNDS.map((ground) => [ink, ground] as const)),
  ...RELATIONS.flatMap((relation) => [
    [relation, `${relation}-on`] as const,
    ['ink', `${relation}-on`] as const,
    ['ink-2', `${relation}-on`] as const,
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['ink', 'desk'],
  ['ink-2', 'desk'],
  ['ink-3', 'desk'],
]
const SHAPES: readonly (readonly [string, string])[] = ['line-control', 'accent'].flatMap((shape) =>
  ['background', 'panel', 'raised'].map((ground) => [shape, ground] as const),
)

test.each(['light', 'dark'] as const)('in %s every text is at least 4.5:1 against what it stands on', (theme) => {
  const weak = TEXT.map(([ink, ground]) => ({ pair: `${ink} on ${ground}`, ratio: contrast(ink, ground, theme) })).filter(
    ({ ratio }) => ratio < 4.5,
  )
  expect(weak).toEqual([])
})

test.each(['light', 'dark'] as const)('in %s every edge of a control and every focus ring is at least 3:1', (theme) => {
  const weak = SHAPES.map(([shape, ground]) => ({ pair: `${shape} on ${ground}`, ratio: contrast(shape, ground, theme) })).filter(
    ({ ratio }) => ratio < 3,
  )
  expect(weak).toEqual([])
})
