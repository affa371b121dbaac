import { expect, test } from 'vitest'
import { chordOf, SHORTCUTS, shortcutFor } from './shortcuts'

const press = (key: string, held: { readonly ctrl?: boolean; readonly shift?: boolean; readonly alt?: boolean } = {}) => ({
  key,
  ctrlKey: held.ctrl ?? false,
  metaKey: false,
  altKey: held.alt ?? false,
  shiftKey: held.shift ?? false,
})

test.each([
  ['Mod+K', press('k', { ctrl: true })],
  ['Mod+Shift+Z', press('Z', { ctrl: true, shift: true })],
  ['?', press('?', { shift: true })],
  ['Mod++', press('+', { ctrl: true, shift: true })],
  ['Alt+ArrowLeft', press('ArrowLeft', { alt: true })],
  ['Space', press(' ')],
  ['J', press('j')],
])('%s is read from the keyboard', (chord, event) => {
  expect(chordOf(event)).toBe(chord)
})

test('a key is looked up only in its scope', () => {
  expect(shortcutFor(press('j'), 'reading')).toBe('next-mark')
  expect(shortcutFor(press('j'), 'everywhere')).toBeNull()
})

test('no two actions of one scope share a key', () => {
  const taken = SHORTCUTS.flatMap((shortcut) => shortcut.keys.map((key) => `${shortcut.scope} ${key}`))
  expect(taken.filter((key, at) => taken.indexOf(key) !== at)).toEqual([])
})

test('keys that work everywhere are not taken by another scope', () => {
  const everywhere = new Set<string>(SHORTCUTS.filter((shortcut) => shortcut.scope === 'everywhere').flatMap((shortcut) => shortcut.keys))
  expect(SHORTCUTS.filter((shortcut) => shortcut.scope !== 'everywhere' && shortcut.keys.some((key) => everywhere.has(key)))).toEqual([])
})
