import { describe, expect, test } from 'vitest'
import { compareWithRecognised } from './compare-texts'

const PRINTED =
  'The Office has concluded its investigation into links and coordination between the Russian government and individuals associated with the campaign.'
const recognised = (text: string, confidence = 95) => ({
  text,
  words: [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => [index, index + word.length, confidence] as const),
})

describe('an embedded text beside what was recognised on the page', () => {
  test('agrees where it says the same', () =>
    expect(compareWithRecognised(PRINTED, recognised(PRINTED))).toMatchObject({ share: 1, agrees: true }))
  test('agrees where the recognition erred here and there', () =>
    expect(compareWithRecognised(PRINTED, recognised(PRINTED.replace('links', 'Iinks').replace('Russian', 'Russlan')))).toMatchObject({
      agrees: true,
    }))
  test('does not agree where its letters are shifted', () => {
    const shifted = PRINTED.replace(/[a-y]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1))
    expect(compareWithRecognised(shifted, recognised(PRINTED))).toMatchObject({ agrees: false })
  })
  test('does not agree where it is the layer of another page', () =>
    expect(
      compareWithRecognised('Nothing of this was ever printed there, but on the sheet that came before it.', recognised(PRINTED)),
    ).toMatchObject({ agrees: false }))
  test('is not judged by a few words, or by unsure ones', () => {
    expect(compareWithRecognised(PRINTED, recognised('The Office has concluded'))).toBeNull()
    expect(compareWithRecognised(PRINTED, recognised(PRINTED, 50))).toBeNull()
  })
})
