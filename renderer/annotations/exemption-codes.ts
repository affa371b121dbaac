/** The exemption codes in a text typed by hand: `(b)(6), (b)(7)(E)`. Separated by commas, semicolons or line breaks; each kept as typed, once. */
export const codesIn = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(/[,;\n]+/)
      .map((code) => code.trim().replace(/\s+/g, ' '))
      .filter(Boolean),
  ),
]
