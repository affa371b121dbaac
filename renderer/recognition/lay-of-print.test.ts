import { expect, test } from 'vitest'
import type { GreyPicture } from '../pdf/grey-picture'
import { layOfPrint } from './lay-of-print'

const DOTS = 100
const [WIDTH, HEIGHT] = [500, 600]

/** Lines of print, 14 pixels apart and 7 high, climbing by so many pixels for each across; strokes of letters stand at uneven distances. */
function printed(climb = 0): GreyPicture {
  const greys = new Uint8Array(WIDTH * HEIGHT).fill(255)
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) {
      const along = y + Math.round(x * climb)
      const line = Math.floor(along / 14)
      if (along % 14 < 7 && ((x * 7 + line * 5) % 11) % 4 < 2) greys[y * WIDTH + x] = 0
    }
  return { width: WIDTH, height: HEIGHT, greys }
}

/** The picture turned by 90 degrees. */
function onItsSide({ width, height, greys }: GreyPicture): GreyPicture {
  const turned = new Uint8Array(greys.length)
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) turned[x * height + y] = greys[y * width + x] ?? 0
  return { width: height, height: width, greys: turned }
}

test('lines of print run across an upright page and along one that lies on its side, slanted or not', () => {
  for (const climb of [0, 0.05, -0.07]) {
    expect(layOfPrint(printed(climb), DOTS), `upright, ${climb}`).toBe('across')
    expect(layOfPrint(onItsSide(printed(climb)), DOTS), `on its side, ${climb}`).toBe('along')
  }
})

test('rules and dark borders are no lines of print', () => {
  const page = printed()
  for (let y = 0; y < HEIGHT; y += 1) for (let x = 0; x < WIDTH; x += 1) if (x < 40 || x % 90 === 0) page.greys[y * WIDTH + x] = 0
  expect(layOfPrint(page, DOTS)).toBe('across')
  expect(layOfPrint(onItsSide(page), DOTS)).toBe('along')
})

test('nobody can tell of an empty page, nor of a chequered one', () => {
  const empty = { width: WIDTH, height: HEIGHT, greys: new Uint8Array(WIDTH * HEIGHT).fill(255) }
  const chequered = {
    ...empty,
    greys: empty.greys.map((_, at) => ((Math.floor(at / WIDTH / 9) + Math.floor((at % WIDTH) / 9)) % 2 === 0 ? 0 : 255)),
  }
  expect(layOfPrint(empty, DOTS)).toBe('unclear')
  expect(layOfPrint(chequered, DOTS)).toBe('unclear')
})
