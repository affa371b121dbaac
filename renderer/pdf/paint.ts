/** The colour at hand: `light` from 0 to 1, null for a pattern. */
export type Paint = { readonly light: number | null; readonly neutral: boolean; readonly opaque: boolean }

export const BLACK: Paint = { light: 0, neutral: true, opaque: true }
/** A pattern, a picture, or no colour at all: of these nobody can say what they hide. */
export const NO_COLOUR: Paint = { light: null, neutral: false, opaque: false }

/** A colour as pdf.js gives it, `#rrggbb`; its lightness is that of its luma (ITU-R BT.601). */
export function paintOf([colour]: readonly unknown[]): Paint {
  const hex = typeof colour === 'string' ? /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour) : null
  if (hex === null) return NO_COLOUR
  const [red, green, blue] = [1, 2, 3].map((at) => Number.parseInt(hex[at] ?? '0', 16)) as [number, number, number]
  const spread = Math.max(red, green, blue) - Math.min(red, green, blue)
  return { light: (0.299 * red + 0.587 * green + 0.114 * blue) / 255, neutral: spread <= 28, opaque: true }
}
