import { describe, expect, test } from 'vitest'
import { judgeTexts } from './judge-text'

const ENGLISH = `The Office has concluded its investigation into links and coordination between the Russian government and individuals associated with the Trump Campaign. Certain
proceedings associated with the Office’s work remain ongoing. After consultation with the Office of the Deputy Attorney General, the Office has transferred responsibility for those remaining issues.
Two district courts confirmed the breadth of the Special Counsel’s authority to investigate election interference, and referred evidence of potential criminal activity elsewhere.`
const GERMAN = `Die Bundesregierung hat die Rechtsschutzversicherungsgesellschaften nicht verpflichtet, über die Beschaffung künstlicher Intelligenz Auskunft zu geben. Das Verzeichnis der
eingesetzten Verfahren wird jährlich fortgeschrieben und nach Prüfung durch die zuständigen Stellen veröffentlicht, soweit gesetzliche Vorschriften nicht entgegenstehen oder Rechte Dritter berührt sind.`
const kindsOf = (...texts: readonly string[]): readonly (readonly string[])[] =>
  judgeTexts(texts).map((doubts) => doubts.map(({ kind }) => kind))
const shift = (text: string, by: number): string =>
  text.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + by) % 26) + 97))

describe('a text layer', () => {
  test('of prose is believed, in English and in German', () => expect(kindsOf(ENGLISH, GERMAN)).toEqual([[], []]))
  test('of figures, codes and abbreviations is believed', () => {
    expect(
      kindsOf(
        'FY 2024 BPA NTE $1,200,000.00 CLIN 0001 PSC R431 NAICS 541512 '.repeat(12),
        'A Y N N Y\nB N N Y Y\n12 14 16 18\n'.repeat(12),
      ),
    ).toEqual([[], []])
  })
  test('of paths and addresses is believed', () =>
    expect(
      kindsOf(`${ENGLISH} H:\\projects\\friant\\reservoir\\species.mxd \\\\server\\share\\one https://www.ice.gov/~x/a|b`.repeat(3)),
    ).toEqual([[]]))
  test('of a script that parts no words is believed', () => {
    expect(
      kindsOf(
        'この文書は、加えた変更点を明確に記していれば自由に再配布、改変ができますが、原文からの変更点が明確に記されていることが条件です。\n'.repeat(
          12,
        ),
        '我們儘可能使用通俗的語言，並輔以大量實例來直觀地展示每一個細節；儘管已經有相當數量的軟件被打包，但有時還是需要安裝一些不是這一格式的軟件。\n'.repeat(
          12,
        ),
      ),
    ).toEqual([[], []])
  })
  test('of a program is believed: long names, braces that close, choices', () => {
    expect(
      kindsOf(
        'CoordinateConversionParametersForGeodetic = {value}; ~CoordinateConversion() \\renewcommand{\\ParallelMessageNumberFormatting}{text} [box|circle|ellipse] make rpm|deb|tbz2 \n'.repeat(
          12,
        ),
      ),
    ).toEqual([[]])
  })
  test('with the bullets of a symbol font is believed', () =>
    expect(kindsOf(`${ENGLISH.slice(0, 120)}\n${'\uf0b7 A point\n'.repeat(9)}`)).toEqual([[]]))
  test('whose letters are those of a symbol font is doubted', () =>
    expect(kindsOf('\uf054\uf068\uf065 \uf06f\uf066\uf066\uf069\uf063\uf065 '.repeat(9))).toEqual([['unmapped']]))
  test('with shifted letters is doubted, with examples', () => {
    for (let by = 1; by < 26; by += 1) expect({ by, kinds: kindsOf(shift(ENGLISH, by)) }).toEqual({ by, kinds: [['shifted']] })
    expect(judgeTexts([shift(ENGLISH, 3)])[0]?.[0]?.examples.join(' ')).toMatch(/^[a-z ]+$/i)
  })
  test('of glyphs without a meaning is doubted', () =>
    expect(kindsOf(`${ENGLISH.slice(0, 40)} ${'\ue012\ue013\ufffd '.repeat(9)}`)).toEqual([['unmapped']]))
  test('without spaces is doubted', () => expect(kindsOf(ENGLISH.replace(/ /g, ''))).toEqual([['no-spaces']]))
  test('with its letters set apart is doubted', () =>
    expect(kindsOf(ENGLISH.replace(/\S+/g, (word) => Array.from(word).join(' ')))).toEqual([['spaced-out']]))
  test('with a program’s punctuation for quotation marks and dashes is doubted, on every page that has some once they are many', () => {
    const odd = 'the so-called \\information warfare" was known {as stated| since 2014 '
    expect(kindsOf(odd.repeat(3))).toEqual([['substituted']])
    expect(kindsOf(...Array.from({ length: 6 }, () => odd), ENGLISH).map((kinds) => kinds.join())).toEqual([
      ...Array.from({ length: 6 }, () => 'substituted'),
      '',
    ])
    expect(kindsOf(`${ENGLISH} a|b`)).toEqual([[]])
  })
})
