/** A page drawn small, one byte a pixel: 0 black to 255 white, row after row from the top. */
export type GreyPicture = { readonly width: number; readonly height: number; readonly greys: Uint8Array | Uint8ClampedArray }
/** Pixels from the upper left corner, right and bottom exclusive. */
export type PixelBox = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** Darker than this is ink. */
const INK = 80
/** Half the side of the square that must be all ink around a pixel, which strokes of letters and rules never are (at 100 dpi). */
const REACH = 3
/** Share of a box that must be ink: codes in white may stand on it. */
const FILLED = 0.72
/** Share of the ink along each side of a box, just inside it: seals and photographs have ragged sides. */
const STRAIGHT = 0.9
/** Largest share of the page; least width and height in pixels. */
const MOST = 0.9
const LEAST = { width: 16, height: 9 }

/**
 * The solid dark boxes in the picture of a page. What is thinner than seven pixels is rubbed out (a morphological opening by
 * means of an integral image), and what is left is taken in connected pieces.
 */
export function darkAreas({ width, height, greys }: GreyPicture): readonly PixelBox[] {
  const sums = integral(greys, width, height)
  const count = ({ left, top, right, bottom }: PixelBox): number => {
    const row = width + 1
    return (
      (sums[bottom * row + right] ?? 0) - (sums[top * row + right] ?? 0) - (sums[bottom * row + left] ?? 0) + (sums[top * row + left] ?? 0)
    )
  }
  const side = 2 * REACH + 1
  const core = new Uint8Array(width * height)
  for (let y = REACH; y < height - REACH; y += 1) {
    for (let x = REACH; x < width - REACH; x += 1) {
      if (count({ left: x - REACH, top: y - REACH, right: x + REACH + 1, bottom: y + REACH + 1 }) === side * side) core[y * width + x] = 1
    }
  }
  return pieces(core, width, height)
    .map(({ left, top, right, bottom }) => ({
      left: Math.max(0, left - REACH),
      top: Math.max(0, top - REACH),
      right: Math.min(width, right + REACH),
      bottom: Math.min(height, bottom + REACH),
    }))
    .filter((box) => isBox(box, width, height, count))
}

function isBox(box: PixelBox, width: number, height: number, count: (box: PixelBox) => number): boolean {
  const { left, top, right, bottom } = box
  const [wide, high] = [right - left, bottom - top]
  if (wide < LEAST.width || high < LEAST.height || wide * high > MOST * width * height) return false
  // The shadow of a scanner lies along the edges of the page.
  const edges = [left <= 1, top <= 1, right >= width - 1, bottom >= height - 1].filter(Boolean).length
  if (edges > 0 && (edges > 1 || Math.min(wide, high) < 0.05 * width)) return false
  const strips: readonly PixelBox[] = [
    { left, right, top: top + 1, bottom: top + 3 },
    { left, right, top: bottom - 3, bottom: bottom - 1 },
    { top, bottom, left: left + 1, right: left + 3 },
    { top, bottom, left: right - 3, right: right - 1 },
  ]
  return (
    count(box) >= FILLED * wide * high &&
    strips.every((strip) => count(strip) >= STRAIGHT * (strip.right - strip.left) * (strip.bottom - strip.top))
  )
}

/** Sums of ink over all rectangles from the upper left corner. */
function integral(greys: GreyPicture['greys'], width: number, height: number): Uint32Array {
  const sums = new Uint32Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y += 1) {
    let row = 0
    for (let x = 0; x < width; x += 1) {
      if ((greys[y * width + x] ?? 255) < INK) row += 1
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row
    }
  }
  return sums
}

/** The bounds of each connected piece of a mask (pixels that share a side), by filling from each in turn. Empties the mask. */
function pieces(mask: Uint8Array, width: number, height: number): readonly PixelBox[] {
  const found: PixelBox[] = []
  const waiting: number[] = []
  for (let start = 0; start < mask.length; start += 1) {
    if (mask[start] !== 1) continue
    let [left, top, right, bottom] = [width, height, 0, 0]
    mask[start] = 0
    waiting.push(start)
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)]
      ;[left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)]
      for (const next of [x > 0 ? at - 1 : -1, x + 1 < width ? at + 1 : -1, at - width, at + width]) {
        if (mask[next] !== 1) continue
        mask[next] = 0
        waiting.push(next)
      }
    }
    found.push({ left, top, right, bottom })
  }
  return found
}
