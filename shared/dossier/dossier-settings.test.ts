import { describe, expect, it } from 'vitest'
import { DOSSIER_PARTS, dossierSettingsSchema, KEPT_PARTS, movedPart, orderedParts, shownPart, USUAL_SETTINGS } from './dossier-settings'

const names = (settings: Parameters<typeof orderedParts>[0]) => orderedParts(settings).map(({ part }) => part)

describe('the parts of a dossier', () => {
  it('stand in the given order, all of them shown, until another is set', () => {
    expect(names(USUAL_SETTINGS)).toEqual([...DOSSIER_PARTS])
  })
  it('stand once each, those that the settings do not name after the one that they usually follow', () => {
    const some = dossierSettingsSchema.parse({
      citationStyle: 'plain',
      parts: [
        { part: 'custody', shown: true },
        { part: 'claims', shown: true },
        { part: 'answer', shown: false },
        { part: 'custody', shown: true },
      ],
    })
    const ordered = names(some)
    expect([...ordered].sort()).toEqual([...DOSSIER_PARTS].sort())
    expect(ordered.slice(0, 3)).toEqual(['custody', 'claims', 'searches'])
    expect(ordered.indexOf('glance')).toBe(ordered.indexOf('answer') + 1)
  })
  it('move one place at a time and stop at the ends', () => {
    expect(names(movedPart(USUAL_SETTINGS, 'glance', -1)).slice(0, 2)).toEqual(['glance', 'answer'])
    expect(names(movedPart(USUAL_SETTINGS, 'answer', -1))).toEqual([...DOSSIER_PARTS])
    expect(names(movedPart(USUAL_SETTINGS, 'custody', 1))).toEqual([...DOSSIER_PARTS])
  })
  it('can be left out, but for those that say what the rest is worth', () => {
    const left = DOSSIER_PARTS.reduce((settings, part) => shownPart(settings, part, false), USUAL_SETTINGS)
    expect(new Set(orderedParts(left).flatMap(({ part, shown }) => (shown ? [part] : [])))).toEqual(KEPT_PARTS)
  })
})
