import { RELATION_SIGNS, RELATIONS, type Relation } from '@shared/claims/evidence-link'
import { type RefObject, useEffect } from 'react'
import { isTyping } from '../app/shortcuts'

/** What the keys of the palette do. */
export type PaletteKeys = {
  readonly relation: (relation: Relation) => void
  readonly move: (step: 1 | -1) => void
  /** Letters and digits that stand for nothing else narrow the claims. */
  readonly type: (text: string) => void
  readonly link: () => void
  readonly mark: () => void
  readonly note: () => void
  readonly underline: () => void
  readonly tags: () => void
  readonly redaction: () => void
  readonly correct: () => void
  /** Adds the passage to the mark that is chosen. */
  readonly add: () => void
  readonly leave: () => void
}

/** Keys work while the palette is open, wherever the focus is, except in fields of other parts of the window. */
export function usePaletteKeys(root: RefObject<HTMLElement | null>, keys: PaletteKeys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      const inside = event.target instanceof Node && root.current?.contains(event.target) === true
      if (isTyping(event.target) && !inside) return
      if (document.querySelector('[role="dialog"][data-state="open"]') !== null) return
      if (handle(event, keys, inside)) {
        event.preventDefault()
        event.stopPropagation()
      }
    }
    addEventListener('keydown', press, { capture: true })
    return () => removeEventListener('keydown', press, { capture: true })
  }, [root, keys])
}

/** Whether the key meant something. */
function handle(event: KeyboardEvent, keys: PaletteKeys, inside: boolean): boolean {
  const { key, target } = event
  const writing = isTyping(target)
  // A field with a list of its own walks through it with the arrows, and takes what is chosen in it with Enter.
  const own = target instanceof HTMLElement ? target.dataset['ownKeys'] : undefined
  if (own !== undefined && (key.startsWith('Arrow') || (key === 'Enter' && own.includes('enter')))) return false
  if (key === 'Escape') return did(keys.leave)
  if (target instanceof HTMLTextAreaElement && !(key === 'Enter' && !event.shiftKey)) return false
  // Enter on a button of the palette presses the button.
  if (key === 'Enter') return inside && target instanceof HTMLButtonElement && target.ariaPressed === null ? false : did(keys.link)
  if (!event.shiftKey && (key === 'ArrowDown' || key === 'ArrowUp')) return did(() => keys.move(key === 'ArrowDown' ? 1 : -1))
  if (writing || key.length !== 1 || key === ' ') return false
  const letter = key.toLowerCase()
  const relation = RELATIONS.find((one) => RELATION_SIGNS[one].key === letter)
  if (relation !== undefined) return did(() => keys.relation(relation))
  if (letter === 'h') return did(keys.mark)
  const act = { n: keys.note, '-': keys.underline, t: keys.tags, r: keys.redaction, x: keys.correct, '+': keys.add }[letter]
  if (act !== undefined) return did(act)
  return did(() => keys.type(key === '/' ? '' : key))
}

function did(act: () => void): true {
  act()
  return true
}
