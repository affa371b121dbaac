/** A name for a file from a title: letters, digits and hyphens only. */
export function plainName(title: string, instead = 'analysis'): string {
  const words =
    title
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join('-')
      .slice(0, 60) ?? ''
  return words === '' ? instead : words
}
