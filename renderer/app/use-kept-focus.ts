import { useEffect } from 'react'

const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex]'
const FIELD = 'input, select, textarea'
/** What holds things of one kind, and what holds everything that one works in. */
const LIST = 'ul, ol, tbody, [role="list"], [role="listbox"], [role="tree"]'
const PLACE = 'section, [role="tabpanel"], form, main'

/**
 * Keeps the focus from being lost when what has it goes away, as a row does that was decided or deleted: it passes to the same thing in the next
 * row, else in the one before, else to what stands nearest, else to the screen. Lists that place the focus themselves come first.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    const left = ({ target, relatedTarget }: FocusEvent): void => {
      if (relatedTarget !== null || !(target instanceof HTMLElement)) return
      const successors = successorsOf(target)
      requestAnimationFrame(() => {
        const gone = !target.isConnected || target.matches(':disabled') || !target.checkVisibility()
        if (!gone || !document.hasFocus() || (document.activeElement !== null && document.activeElement !== document.body)) return
        const next =
          successors.find(
            ({ element, like }) =>
              element.isConnected && (like || element.tabIndex >= 0) && !element.matches(':disabled') && element.checkVisibility(),
          )?.element ?? document.querySelector<HTMLElement>('main')
        next?.focus({ preventScroll: next.tagName === 'MAIN' })
      })
    }
    addEventListener('focusout', left)
    return () => removeEventListener('focusout', left)
  }, [])
}

/** An element that may take over the focus; one that is like the other may do so though Tab does not lead to it, as in a list that arrows walk. */
type Successor = { readonly element: HTMLElement; readonly like: boolean }

/** What may take over the focus of an element, best first. */
function successorsOf(from: HTMLElement): readonly Successor[] {
  const [list, place] = [from.closest<HTMLElement>(LIST), from.closest<HTMLElement>(PLACE)]
  const inList = list === null ? [] : besideIn(list, from)
  const inPlace = place === null ? [] : besideIn(place, from)
  // A field that closes is not followed by whatever other field there is: what is typed would land there.
  const alike = [...inList, ...(from instanceof HTMLButtonElement ? inPlace : [])].filter((one) => isLike(one, from))
  // A field that nobody went into takes no focus: the keys of the screen would be written into it.
  const others = [...inList, ...(place !== null && place.tabIndex >= 0 ? [place] : []), ...inPlace].filter((one) => !one.matches(FIELD))
  return [...alike.map((element) => ({ element, like: true })), ...others.map((element) => ({ element, like: false }))]
}

/** What can have the focus within an element: what follows in its order, then what comes before, nearest first. */
function besideIn(within: HTMLElement, from: HTMLElement): readonly HTMLElement[] {
  const all = [...within.querySelectorAll<HTMLElement>(FOCUSABLE)]
  const follows = (one: HTMLElement): boolean => (from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  return [...all.filter((one) => one !== from && follows(one)), ...all.filter((one) => one !== from && !follows(one)).reverse()]
}

/** Whether two elements do the same for different things: they look alike, and have the same sign or the same words. */
const isLike = (one: HTMLElement, other: HTMLElement): boolean =>
  one.tagName === other.tagName && one.className === other.className && signOf(one) === signOf(other) && wordsOf(one) === wordsOf(other)
const signOf = (one: HTMLElement): string => one.querySelector('svg')?.getAttribute('class') ?? ''
/** What is written on it; a name that only screen readers have tells the things apart, and not what is done to them. */
const wordsOf = (one: HTMLElement): string => (one.hasAttribute('aria-label') || one.hasAttribute('data-row') ? '' : one.textContent)
