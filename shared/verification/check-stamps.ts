import { isStampBeside, isStampInside } from '../time-stamps/added-stamp'
import { readTimeStamp } from '../time-stamps/read-time-stamp'
import { STAMP_MEANS, stampWords, whatItCovers } from '../time-stamps/what-it-covers'
import type { BundleFiles, Check } from './bundle-files'
import type { BundleIdentity } from './compare-given'

/** A file beside the bag that says it is a stamp and is longer is not read at all. */
const MOST_BYTES = 1024 * 1024

/**
 * The time stamps of a bundle, inside it and beside its tag files: each can be read and covers something that is here. Null where there is none.
 * Signatures are not checked, and the words say so.
 */
export async function checkStamps(files: BundleFiles, identity: BundleIdentity): Promise<Check | null> {
  const stamps = files.list.filter(({ path }) => isStampInside(path) || isStampBeside(path))
  if (stamps.length === 0) return null
  const lists = await Promise.all(identity.lists.map(async ({ path }) => ({ path, bytes: await files.read(path) })))
  const said: string[] = []
  const wrong: string[] = []
  for (const { path, bytes } of stamps) {
    const name = path.replace(/^data\//, '')
    const stamp = bytes > MOST_BYTES ? null : readTimeStamp(await files.read(path), name)
    if (stamp === null) wrong.push(`${name} is too long for a time stamp.`)
    else if (!stamp.ok) wrong.push(stamp.problem.what)
    else {
      const covers = whatItCovers(stamp.value, { entries: identity.entries, files: lists })
      if (covers.kind === 'nothing') wrong.push(`${name} (${stampWords(stamp.value)}) stamps ${stamp.value.algorithm} ${stamp.value.imprint}, which is ${covers.words}.`)
      else said.push(`${name}: ${stampWords(stamp.value)} covers ${covers.words}.`)
    }
  }
  return wrong.length > 0 ? { name: 'stamps', ok: false, what: wrong.join(' ') } : { name: 'stamps', ok: true, what: `${said.join(' ')} ${STAMP_MEANS}` }
}
