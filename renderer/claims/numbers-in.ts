/** The claim numbers that somebody wrote into a field: "c01, C23". */
export const numbersIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter((number) => number !== ''),
  ),
]
