import type { Branded } from '../units/branded'

/** A page's picture in 64 bits, as 16 hexadecimal digits. Pages that look alike differ in few of them. */
export type PictureHash = Branded<string, 'picture-hash'>

/** Width and height in pixels of the picture that is hashed. */
export const HASHED_WIDTH = 9
export const HASHED_HEIGHT = 8
/** A step in brightness below this (of 255) is noise of scanning and scaling. */
const NOISE = 4

/**
 * The hash of a page's picture: for each pixel of a 9 by 8 picture, whether its right neighbour is darker (the difference hash that
 * N. Krawetz described in 2013).
 * @param grey brightness 0 to 255 of 9 x 8 pixels, row by row
 */
export function pictureHash(grey: ArrayLike<number>): PictureHash {
  let digits = ''
  for (let row = 0; row < HASHED_HEIGHT; row += 1) {
    let byte = 0
    for (let column = 0; column < HASHED_WIDTH - 1; column += 1) {
      const at = row * HASHED_WIDTH + column
      byte = byte * 2 + ((grey[at] ?? 0) - (grey[at + 1] ?? 0) > NOISE ? 1 : 0)
    }
    digits += byte.toString(16).padStart(2, '0')
  }
  return digits as PictureHash
}

const BITS = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4] as const
const digit = (hash: PictureHash, at: number): number => Number.parseInt(hash.charAt(at), 16)

/** In how many of 64 bits two pictures differ. */
export function picturesDiffer(a: PictureHash, b: PictureHash): number {
  let bits = 0
  for (let at = 0; at < 16; at += 1) bits += BITS[digit(a, at) ^ digit(b, at)] ?? 0
  return bits
}

/** How many of the bits are set: a page that is blank, or nearly, has none and looks like every other blank page. */
export function marksIn(hash: PictureHash): number {
  let bits = 0
  for (let at = 0; at < 16; at += 1) bits += BITS[digit(hash, at)] ?? 0
  return bits
}
