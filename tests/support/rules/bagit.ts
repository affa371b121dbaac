import { createHash } from 'node:crypto'

/**
 * The rules of RFC 8493 (BagIt 1.0) for a bag in memory, written from the RFC and not from the program: every sentence names what is broken.
 * Empty where the bag is complete and valid.
 */
export function brokenBagRules(files: ReadonlyMap<string, Uint8Array>): readonly string[] {
  const broken: string[] = []
  const rule = (holds: boolean, words: string): void => void (holds ? null : broken.push(words))
  const text = (path: string): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(files.get(path))
  const payload = [...files.keys()].filter((path) => path.startsWith('data/'))

  rule(
    /^BagIt-Version: \d+\.\d+\nTag-File-Character-Encoding: UTF-8\n$/.test(text('bagit.txt')),
    '2.1.1: bagit.txt has exactly its two lines and no byte order mark',
  )
  rule(text('bagit.txt').startsWith('BagIt-Version: 1.0\n'), '2.1.1: the version is 1.0')
  rule(payload.length > 0, '2.1.2: there is a payload')
  const manifests = [...files.keys()].filter((path) => /^manifest-[a-z0-9]+\.txt$/.test(path))
  rule(manifests.length > 0, '2.1.3: there is a payload manifest')
  for (const path of manifests) {
    const lines = linesOf(text(path))
    rule(
      lines.every(({ listed }) => listed.startsWith('data/')),
      `2.1.3: ${path} lists the payload alone`,
    )
    rule(new Set(lines.map(({ listed }) => listed)).size === lines.length, `2.1.3: ${path} lists no file twice`)
    rule(
      payload.every((file) => lines.some(({ listed }) => listed === file)),
      `3: every payload file is listed in ${path}`,
    )
    sums(path, lines)
  }
  const tagManifests = [...files.keys()].filter((path) => /^tagmanifest-[a-z0-9]+\.txt$/.test(path))
  for (const path of tagManifests) {
    const lines = linesOf(text(path))
    rule(
      lines.every(({ listed }) => !listed.startsWith('data/') && !listed.startsWith('tagmanifest-')),
      `2.2.1: ${path} lists tag files that are no tag manifests`,
    )
    rule(
      manifests.every((manifest) => lines.some(({ listed }) => listed === manifest)),
      `2.2.1: ${path} lists the payload manifests`,
    )
    sums(path, lines)
  }
  rule(
    tagManifests.every((path) => manifests.includes(path.replace(/^tag/, ''))),
    '2.2.1: tag manifests use the algorithms of the payload manifests',
  )
  if (files.has('bag-info.txt')) bagInfo(text('bag-info.txt'))
  for (const path of files.keys())
    rule(
      path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !/^~|[<>:"|?*\p{Cc}]|[. ]$/u.test(part)),
      `5.2: ${path} is a path that every system can write`,
    )
  rule(
    new Set([...files.keys()].map((path) => path.normalize('NFC').toLowerCase())).size === files.size,
    '6.1.2.1: no two paths differ only by case or normalisation',
  )
  return broken

  function sums(manifest: string, lines: readonly { readonly sum: string; readonly listed: string }[]): void {
    const algorithm = /-([a-z0-9]+)\.txt$/.exec(manifest)?.[1] ?? ''
    for (const { sum, listed } of lines) {
      const bytes = files.get(listed)
      rule(bytes !== undefined, `3: ${listed}, which ${manifest} lists, is there`)
      if (bytes !== undefined)
        rule(
          createHash(algorithm).update(bytes).digest('hex') === sum.toLowerCase(),
          `3: ${listed} has the checksum that ${manifest} gives it`,
        )
    }
  }

  function linesOf(manifest: string): readonly { readonly sum: string; readonly listed: string }[] {
    rule(manifest === '' || /[\n\r]$/.test(manifest), '2.1.3: a manifest ends its last line')
    return manifest
      .split(/\r\n|\n|\r/)
      .filter((line) => line !== '')
      .map((line) => {
        const match = /^([0-9a-fA-F]+)[ \t]+(.*)$/.exec(line)
        rule(
          match !== null && !/%(?!0[AaDd]|25)/.test(match[2] ?? ''),
          `2.1.3: a line is a checksum and a path, with only CR, LF and % escaped: ${line}`,
        )
        return { sum: match?.[1] ?? '', listed: decodeURIComponent(match?.[2] ?? '') }
      })
  }

  function bagInfo(info: string): void {
    const elements: [string, string][] = []
    for (const line of info.split(/\r\n|\n|\r/).filter((each) => each !== '')) {
      const match = /^([^\s:][^:]*): (.*)$/.exec(line)
      if (/^[ \t]/.test(line)) rule(elements.length > 0, '2.2.2: only a value is continued on the next line')
      else rule(match !== null, `2.2.2: an element is a label, a colon, a space and a value: ${line}`)
      if (match !== null) elements.push([match[1] ?? '', match[2] ?? ''])
    }
    const of = (label: string): readonly string[] =>
      elements.filter(([each]) => each.toLowerCase() === label.toLowerCase()).map(([, value]) => value)
    for (const label of ['Bagging-Date', 'Bag-Size', 'Payload-Oxum', 'Bag-Group-Identifier', 'Bag-Count'])
      rule(of(label).length <= 1, `2.2.2: ${label} stands once`)
    for (const date of of('Bagging-Date'))
      rule(/^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date)), '2.2.2: Bagging-Date is YYYY-MM-DD')
    for (const size of of('Bag-Size')) rule(/^\d+(\.\d+)? [kMGT]?B$/.test(size), '2.2.2: Bag-Size is a size and its unit')
    for (const oxum of of('Payload-Oxum'))
      rule(
        oxum === `${payload.reduce((sum, path) => sum + (files.get(path)?.length ?? 0), 0)}.${payload.length}`,
        '2.2.2: Payload-Oxum counts the payload',
      )
    rule(
      elements.every(([, value]) => value.trim() !== ''),
      '2.2.2: no element without a value',
    )
  }
}
