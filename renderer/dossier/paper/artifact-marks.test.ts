import { describe, expect, it } from 'vitest'
import { markArtifacts } from './artifact-marks'

const marked = (content: string): string =>
  markArtifacts(content, ({ name }) => (name.startsWith('X') ? 'form' : 'picture')).replaceAll('\n', ' ')

describe('what a page draws outside of its structure', () => {
  it.each([
    ['a rule', '1 0 0 RG\n0 0 m\n9 0 l\nS', '1 0 0 RG /Artifact BMC 0 0 m 9 0 l S EMC'],
    ['a filled box behind a clip', 'q\n0 0 5 5 re\nW n\n0 0 1 1 re\nf\nQ', 'q 0 0 5 5 re W n /Artifact BMC 0 0 1 1 re f EMC Q'],
    ['words of a running head', 'BT\n/F4 8 Tf\n<0041> Tj\nET', '/Artifact BMC BT /F4 8 Tf <0041> Tj ET EMC'],
    [
      'words beside words of the text',
      'BT\n<41> Tj\n/P <</MCID 1>> BDC\n(a\\)b) Tj\nEMC\nET',
      'BT /Artifact BMC <41> Tj EMC /P <</MCID 1>> BDC (a\\)b) Tj EMC ET',
    ],
    ['a picture', '/I5 Do', '/Artifact BMC /I5 Do EMC'],
  ])('is marked: %s', (_name, content, expected) => {
    expect(marked(content)).toBe(expected)
  })
  it.each([
    ['what is part of the text', '/P <</MCID 1>> BDC BT <41> Tj ET 0 0 m 1 1 l S /I1 Do EMC'],
    ['a form, which has a stream of its own', '/X5 Do'],
    ['a clip that paints nothing', '0 0 5 5 re W n'],
    ['an empty text', 'BT /F1 5 Tf ET'],
  ])('is left: %s', (_name, content) => {
    expect(marked(content)).toBe(content)
  })
})
