/** A rectangle of the window, CSS pixels. */
export type WindowRect = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** Space between the passage and the palette, and between the palette and the edges, CSS pixels. */
const GAP = 10

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, Math.max(low, high)))

/**
 * Where the palette stands so that it is near the passage and does not cover it: below, above, right or left of it.
 * Null when there is no room for that: it is then docked under the pages.
 * @param passage the part of the passage that is in view, window coordinates
 * @param desk the area of the pages
 */
export function placePalette(
  passage: WindowRect,
  size: { readonly width: number; readonly height: number },
  desk: WindowRect,
): { readonly left: number; readonly top: number } | null {
  const across = clamp((passage.left + passage.right - size.width) / 2, desk.left + GAP, desk.right - size.width - GAP)
  const down = clamp((passage.top + passage.bottom - size.height) / 2, desk.top + GAP, desk.bottom - size.height - GAP)
  if (passage.bottom + GAP + size.height <= desk.bottom - GAP) return { left: across, top: Math.max(desk.top + GAP, passage.bottom + GAP) }
  if (passage.top - GAP - size.height >= desk.top + GAP)
    return { left: across, top: Math.min(desk.bottom - GAP, passage.top - GAP) - size.height }
  if (passage.right + GAP + size.width <= desk.right - GAP) return { left: passage.right + GAP, top: down }
  if (passage.left - GAP - size.width >= desk.left + GAP) return { left: passage.left - GAP - size.width, top: down }
  return null
}
