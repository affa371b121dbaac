import { type ReactNode, useEffect, useRef, useState } from 'react'

/** How far from what is in sight groups are drawn, CSS pixels. */
const NEAR = '600px 0px'

type NearGroupsProps<Item> = {
  /** Names the list; where it has several groups, each says which of the items it holds. */
  readonly label: string
  readonly items: readonly Item[]
  /** Items in a group. */
  readonly size: number
  /** Height of an item that was not drawn yet, CSS pixels. */
  readonly height: number
  /** `div`: a group of a text, which is no list. */
  readonly as?: 'ul' | 'ol' | 'dl' | 'div'
  readonly className?: string | undefined
  /** Whether an item is drawn wherever it stands. */
  readonly always?: (item: Item) => boolean
  readonly children: (item: Item) => ReactNode
}

/** What is known of the groups: those near what is in sight, and how high those were that no longer are. */
type Seen = { readonly near: ReadonlySet<number>; readonly heights: ReadonlyMap<number, number> }
const FIRST: Seen = { near: new Set([0]), heights: new Map() }

/** The items of a list in groups, of which only those near what is in sight are drawn: the others are empty boxes, so that a list of thousands stays light. */
export function NearGroups<Item>({ label, items, size, height, as: List = 'ul', className, always, children }: NearGroupsProps<Item>) {
  const box = useRef<HTMLDivElement>(null)
  const [{ near, heights }, setSeen] = useState(FIRST)
  const count = Math.ceil(items.length / size)
  const groups = Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size))
  useEffect(() => {
    const place = box.current
    if (place === null || count === 0) return undefined
    const places = new Map([...place.children].map((group, at) => [group, at]))
    const watch = new IntersectionObserver((entries) => setSeen((before) => seenNow(before, entries, places)), {
      root: scrollerOf(place),
      rootMargin: NEAR,
    })
    for (const group of places.keys()) watch.observe(group)
    return () => watch.disconnect()
  }, [count])
  return (
    <div ref={box}>
      {groups.map((group, at) => {
        const drawn = near.has(at) || (always !== undefined && group.some(always))
        return (
          // A group is its place in the list.
          // oxlint-disable-next-line react/no-array-index-key
          <List
            key={at}
            className={className}
            role={List === 'div' ? 'group' : undefined}
            aria-label={
              groups.length === 1
                ? label
                : `${label} ${(at * size + 1).toLocaleString('en-US')} to ${(at * size + group.length).toLocaleString('en-US')} of ${items.length.toLocaleString('en-US')}`
            }
            style={drawn ? undefined : { height: heights.get(at) ?? group.length * height }}
          >
            {drawn ? group.map(children) : null}
          </List>
        )
      })}
    </div>
  )
}

function seenNow(before: Seen, entries: readonly IntersectionObserverEntry[], places: ReadonlyMap<Element, number>): Seen {
  const [near, heights] = [new Set(before.near), new Map(before.heights)]
  for (const { target, isIntersecting, boundingClientRect } of entries) {
    const at = places.get(target)
    if (at === undefined) continue
    if (isIntersecting) near.add(at)
    else if (near.delete(at) && boundingClientRect.height > 0) heights.set(at, boundingClientRect.height)
  }
  return { near, heights }
}

/** The element in which another one is scrolled; null for the window. */
function scrollerOf(element: Element): Element | null {
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around
  }
  return null
}
