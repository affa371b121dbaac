import type { CustodyEntry } from '../custody/custody-entry'
import { type AddedStamp, bytesOfStamp, stampFiles } from '../time-stamps/added-stamp'
import { readTimeStamp } from '../time-stamps/read-time-stamp'
import { stampWords, whatItCovers } from '../time-stamps/what-it-covers'
import type { DossierTree } from './dossier-tree'

/** Says of each time stamp who stamped, when, and what it covers of the custody log. */
export const composeTimeStamps = (stamps: readonly AddedStamp[], entries: readonly CustodyEntry[]): DossierTree['timeStamps'] =>
  stampFiles(stamps).map(({ path, stamp }) => {
    const read = readTimeStamp(bytesOfStamp(stamp), path)
    return {
      path,
      words: read.ok ? `${stampWords(read.value)}: covers ${whatItCovers(read.value, { entries, files: [] }).words}.` : read.problem.what,
    }
  })
