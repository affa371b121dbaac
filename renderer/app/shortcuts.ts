/** Where a key works. The help page lists them in this order. */
export const SHORTCUT_SCOPES = {
  everywhere: 'Everywhere',
  reading: 'While reading',
  linking: 'With a passage selected',
  checking: 'While checking',
  lists: 'In lists',
  matrix: 'In the parity matrix',
} as const
export type ShortcutScope = keyof typeof SHORTCUT_SCOPES

type Shortcut = {
  readonly id: string
  /** Chords, the first of them shown: `Mod` is Ctrl, or ⌘ on a Mac. A single capital letter is that key alone. */
  readonly keys: readonly [string, ...string[]]
  readonly words: string
  readonly scope: ShortcutScope
}

/** Every key of Vouch, once: handlers, tooltips, the palette and the help page read this table. */
export const SHORTCUTS = [
  { id: 'palette', keys: ['Mod+K'], words: 'Find, jump to or do anything', scope: 'everywhere' },
  { id: 'import', keys: ['Mod+O'], words: 'Import files: PDF, CSV, XLSX', scope: 'everywhere' },
  { id: 'import-folder', keys: ['Mod+Shift+O'], words: 'Import a folder', scope: 'everywhere' },
  { id: 'export', keys: ['Mod+E'], words: 'Export the dossier', scope: 'everywhere' },
  { id: 'undo', keys: ['Mod+Z'], words: 'Undo', scope: 'everywhere' },
  { id: 'redo', keys: ['Mod+Shift+Z', 'Mod+Y'], words: 'Redo', scope: 'everywhere' },
  { id: 'analysis', keys: ['Alt+1'], words: 'Go to the analysis', scope: 'everywhere' },
  { id: 'library', keys: ['Alt+2'], words: 'Go to the library', scope: 'everywhere' },
  { id: 'search', keys: ['Alt+3', 'Mod+Shift+F'], words: 'Search the library', scope: 'everywhere' },
  { id: 'marks', keys: ['Alt+4'], words: 'Go to all marks', scope: 'everywhere' },
  { id: 'parity', keys: ['Alt+5'], words: 'Go to the parity matrix', scope: 'everywhere' },
  { id: 'purchases', keys: ['Alt+6'], words: 'Go to the ledger of purchases', scope: 'everywhere' },
  { id: 'chronology', keys: ['Alt+7'], words: 'Go to the chronology', scope: 'everywhere' },
  { id: 'dossier', keys: ['Alt+8'], words: 'Go to the dossier', scope: 'everywhere' },
  { id: 'settings', keys: ['Mod+,'], words: 'Settings', scope: 'everywhere' },
  { id: 'back', keys: ['Alt+ArrowLeft'], words: 'Back', scope: 'everywhere' },
  { id: 'forward', keys: ['Alt+ArrowRight'], words: 'Forward', scope: 'everywhere' },
  { id: 'print', keys: ['Mod+P'], words: 'How to print', scope: 'everywhere' },
  { id: 'keys', keys: ['?'], words: 'All keys', scope: 'everywhere' },
  { id: 'next-mark', keys: ['J'], words: 'Next mark', scope: 'reading' },
  { id: 'previous-mark', keys: ['K'], words: 'Previous mark', scope: 'reading' },
  { id: 'go-to-page', keys: ['G'], words: 'Go to a page: file page, label or stamp', scope: 'reading' },
  { id: 'find', keys: ['/', 'Mod+F'], words: 'Find in the document', scope: 'reading' },
  { id: 'next-hit', keys: ['F3'], words: 'Next hit', scope: 'reading' },
  { id: 'previous-hit', keys: ['Shift+F3'], words: 'Previous hit', scope: 'reading' },
  { id: 'mark-hit', keys: ['M'], words: 'Mark the hit you are at', scope: 'reading' },
  { id: 'box', keys: ['B'], words: 'Draw a box', scope: 'reading' },
  { id: 'link-mark', keys: ['L'], words: 'Link the chosen mark to a claim', scope: 'reading' },
  { id: 'delete-mark', keys: ['Delete'], words: 'Delete the chosen mark', scope: 'reading' },
  { id: 'copy-citation', keys: ['Mod+Shift+C'], words: 'Copy the passage or mark with its citation', scope: 'reading' },
  { id: 'edit-mark', keys: ['E'], words: 'Edit the chosen mark', scope: 'reading' },
  { id: 'mark-to-purchase', keys: ['$'], words: 'Put the chosen mark into the ledger of purchases', scope: 'reading' },
  { id: 'mark-to-event', keys: ['T'], words: 'Put the chosen mark into the chronology', scope: 'reading' },
  { id: 'page-note', keys: ['P'], words: 'Note on this page', scope: 'reading' },
  { id: 'recognise-page', keys: ['O'], words: 'Recognise the text of this page', scope: 'reading' },
  { id: 'caret', keys: ['V'], words: 'Select with the arrow keys', scope: 'reading' },
  { id: 'next-page', keys: ['ArrowRight'], words: 'Next page', scope: 'reading' },
  { id: 'previous-page', keys: ['ArrowLeft'], words: 'Previous page', scope: 'reading' },
  { id: 'first-page', keys: ['Home'], words: 'First page', scope: 'reading' },
  { id: 'last-page', keys: ['End'], words: 'Last page', scope: 'reading' },
  { id: 'next-tab', keys: ['Mod+PageDown', 'Alt+]'], words: 'Next tab', scope: 'reading' },
  { id: 'previous-tab', keys: ['Mod+PageUp', 'Alt+['], words: 'Previous tab', scope: 'reading' },
  { id: 'close-tab', keys: ['Alt+W'], words: 'Close the tab or the second column', scope: 'reading' },
  { id: 'split', keys: ['Alt+\\'], words: 'Show a second place beside, or only one', scope: 'reading' },
  { id: 'other-column', keys: ['F6'], words: 'Go to the other column', scope: 'reading' },
  { id: 'sides', keys: ['Shift+F6'], words: 'Go to the panel at the right, at the left, and back to the pages', scope: 'reading' },
  { id: 'turn-right', keys: ['R'], words: 'Turn the pages to the right', scope: 'reading' },
  { id: 'turn-left', keys: ['Shift+R'], words: 'Turn the pages to the left', scope: 'reading' },
  { id: 'fit-width', keys: ['W'], words: 'Fit the width', scope: 'reading' },
  { id: 'fit-page', keys: ['Shift+W'], words: 'Fit the page', scope: 'reading' },
  { id: 'zoom-in', keys: ['Mod++', 'Mod+='], words: 'Larger', scope: 'reading' },
  { id: 'zoom-out', keys: ['Mod+-'], words: 'Smaller', scope: 'reading' },
  { id: 'zoom-reset', keys: ['Mod+0'], words: 'Actual size', scope: 'reading' },
  { id: 'supports', keys: ['S'], words: 'Supports the claim', scope: 'linking' },
  { id: 'contradicts', keys: ['D'], words: 'Contradicts the claim', scope: 'linking' },
  { id: 'qualifies', keys: ['Q'], words: 'Qualifies the claim', scope: 'linking' },
  { id: 'undercuts', keys: ['U'], words: 'Undercuts the inference', scope: 'linking' },
  { id: 'context', keys: ['C'], words: 'Is context', scope: 'linking' },
  { id: 'defines', keys: ['F'], words: 'Defines a word', scope: 'linking' },
  { id: 'mark-only', keys: ['H'], words: 'Mark without linking', scope: 'linking' },
  { id: 'note', keys: ['N'], words: 'Add a note', scope: 'linking' },
  { id: 'underline', keys: ['-'], words: 'Underline instead of highlighting', scope: 'linking' },
  { id: 'tags', keys: ['T'], words: 'Add tags', scope: 'linking' },
  { id: 'redaction', keys: ['R'], words: 'Mark as a redaction', scope: 'linking' },
  { id: 'correct-text', keys: ['X'], words: 'Correct the text', scope: 'linking' },
  { id: 'add-to-mark', keys: ['+'], words: 'Add the passage to the chosen mark', scope: 'linking' },
  { id: 'choose-claim', keys: ['ArrowUp', 'ArrowDown'], words: 'Choose the claim', scope: 'linking' },
  { id: 'link', keys: ['Enter'], words: 'Link', scope: 'linking' },
  { id: 'check-right', keys: ['R'], words: 'Right', scope: 'checking' },
  { id: 'check-wrong', keys: ['W'], words: 'Wrong', scope: 'checking' },
  { id: 'check-out-of-context', keys: ['O'], words: 'Out of context', scope: 'checking' },
  { id: 'check-unfair', keys: ['U'], words: 'Unfair', scope: 'checking' },
  { id: 'check-next', keys: ['J', 'ArrowDown'], words: 'Next', scope: 'checking' },
  { id: 'check-previous', keys: ['K', 'ArrowUp'], words: 'Previous', scope: 'checking' },
  { id: 'check-note', keys: ['N'], words: 'Add a note', scope: 'checking' },
  { id: 'check-open', keys: ['Enter'], words: 'Open the page', scope: 'checking' },
  { id: 'next-row', keys: ['ArrowDown'], words: 'Next', scope: 'lists' },
  { id: 'previous-row', keys: ['ArrowUp'], words: 'Previous', scope: 'lists' },
  { id: 'open-row', keys: ['Enter'], words: 'Open', scope: 'lists' },
  { id: 'open-row-in-tab', keys: ['Mod+Enter'], words: 'Open in a new tab', scope: 'lists' },
  { id: 'move-row-up', keys: ['Alt+ArrowUp'], words: 'Move the claim up', scope: 'lists' },
  { id: 'move-row-down', keys: ['Alt+ArrowDown'], words: 'Move the claim down', scope: 'lists' },
  { id: 'rename-row', keys: ['F2'], words: 'Rename', scope: 'lists' },
  { id: 'remove-row', keys: ['Delete'], words: 'Remove', scope: 'lists' },
  { id: 'open-cell', keys: ['Enter', 'Space'], words: 'Open the cell with its evidence', scope: 'matrix' },
  { id: 'take-over-cell', keys: ['A'], words: 'Take over what was computed', scope: 'matrix' },
  { id: 'edit-cell', keys: ['E'], words: 'Fill the cell by hand', scope: 'matrix' },
  { id: 'empty-cell', keys: ['Delete'], words: 'Empty the cell', scope: 'matrix' },
  { id: 'claim-cell', keys: ['C'], words: 'Make a claim of the cell, or open it', scope: 'matrix' },
  { id: 'cell-specific', keys: ['S'], words: 'Specific', scope: 'matrix' },
  { id: 'cell-same-text', keys: ['T'], words: 'Same text everywhere', scope: 'matrix' },
  { id: 'cell-withheld', keys: ['W'], words: 'Withheld in place', scope: 'matrix' },
  { id: 'cell-blank', keys: ['B'], words: 'Blank', scope: 'matrix' },
  { id: 'cell-column-omitted', keys: ['O'], words: 'Column omitted', scope: 'matrix' },
  { id: 'cell-not-asked', keys: ['N'], words: 'Not asked that year', scope: 'matrix' },
  { id: 'cell-not-applicable', keys: ['D'], words: 'Does not apply', scope: 'matrix' },
  { id: 'cell-not-looked', keys: ['L'], words: 'Not yet looked', scope: 'matrix' },
  { id: 'cell-not-found', keys: ['F'], words: 'Looked and not found: asks for the search', scope: 'matrix' },
] as const satisfies readonly Shortcut[]

export type ShortcutId = (typeof SHORTCUTS)[number]['id']

/** The chord shown for an action. */
export const keysOf = (id: ShortcutId): string => SHORTCUTS.find((shortcut) => shortcut.id === id)?.keys[0] ?? ''

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** A key event as a chord of the table: `Mod+Shift+Z`. Shift is left out where the character itself says it (`?`, `+`). */
export function chordOf(event: Pressed): string {
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key
  const letter = key.length > 1 || /[A-Z]/.test(key)
  return [(event.ctrlKey || event.metaKey) && 'Mod', event.altKey && 'Alt', event.shiftKey && letter && 'Shift', key]
    .filter(Boolean)
    .join('+')
}

/** The action that a key event asks for within a scope; null when it asks for none. */
export function shortcutFor(event: Pressed, scope: ShortcutScope): ShortcutId | null {
  const chord = chordOf(event)
  return SHORTCUTS.find((shortcut) => shortcut.scope === scope && (shortcut.keys as readonly string[]).includes(chord))?.id ?? null
}

/** Whether the event belongs to a field in which people write: there, letters are text and Ctrl Z takes back typing. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)
}
