import { bytesToBase64 } from '@shared/units/base64'

const ADDRESS = /url\((['"]?)(.*?)\1\)/

/**
 * The faces of the program's own fonts with their bytes inside, as a style sheet: so the lines of a PDF break alike on every machine, and
 * every sign that these fonts have looks as it does in the window.
 */
export async function ownFontFaces(): Promise<string> {
  const faces = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) =>
      rule instanceof CSSFontFaceRule ? [{ css: rule.cssText, base: sheet.href ?? document.baseURI }] : [],
    ),
  )
  const whole = await Promise.all(
    faces.map(async ({ css, base }) => {
      const address = ADDRESS.exec(css)?.[2]
      if (address === undefined) return ''
      const response = await fetch(new URL(address, base))
      return response.ok
        ? css.replace(ADDRESS, `url("data:font/woff2;base64,${bytesToBase64(new Uint8Array(await response.arrayBuffer()))}")`)
        : ''
    }),
  )
  return whole.join('\n')
}

/** The page with a style sheet more, whose fonts it may use. Only what it looks like on paper changes, no word of it. */
export const withFonts = (html: string, faces: string): string =>
  html.replace('img-src data:;', 'img-src data:; font-src data:;').replace('</head>', () => `<style>${faces}</style>\n</head>`)
