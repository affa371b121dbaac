import { isStampBeside, isStampInside, MOST_STAMP_BYTES } from '../time-stamps/added-stamp'
import { checkSignature } from '../time-stamps/check-signature'
import { readTimeStamp } from '../time-stamps/read-time-stamp'
import { STAMP_MEANS, stampWords, whatItCovers } from '../time-stamps/what-it-covers'
import type { BundleFiles, Check } from './bundle-files'
import type { BundleIdentity } from './compare-given'

/**
 * The time stamps of a bundle, inside it and beside its tag files: each can be read, covers something that is here, and its signature holds as far
 * as that can be checked here, which the words say. Null where there is none.
 */
export async function checkStamps(files: BundleFiles, identity: BundleIdentity): Promise<Check | null> {
  const stamps = files.list.filter(({ path }) => isStampInside(path) || isStampBeside(path))
  if (stamps.length === 0) return null
  const lists = await Promise.all(identity.lists.map(async ({ path }) => ({ path, bytes: await files.read(path) })))
  const said: string[] = []
  const wrong: string[] = []
  for (const { path, bytes } of stamps) {
    const name = path.replace(/^data\//, '')
    if (bytes > MOST_STAMP_BYTES) {
      wrong.push(`${name} is too long for a time stamp.`)
      continue
    }
    const content = await files.read(path)
    const stamp = readTimeStamp(content, name)
    if (!stamp.ok) {
      wrong.push(stamp.problem.what)
      continue
    }
    const covers = whatItCovers(stamp.value, { entries: identity.entries, files: lists })
    const signature = await checkSignature(content)
    if (covers.kind === 'nothing')
      wrong.push(`${name} (${stampWords(stamp.value)}) stamps ${stamp.value.algorithm} ${stamp.value.imprint}, which is ${covers.words}.`)
    if (signature.kind === 'broken') wrong.push(`${name} (${stampWords(stamp.value)}): its signature does not hold: ${signature.words}.`)
    said.push(`${name}: ${stampWords(stamp.value)} covers ${covers.words}. It is ${signature.words}.`)
  }
  return wrong.length > 0
    ? { name: 'stamps', ok: false, what: wrong.join(' ') }
    : { name: 'stamps', ok: true, what: `${said.join(' ')} ${STAMP_MEANS}` }
}
