import type { ClaimsByChannel } from '../sources/claims-by-channel'
import { countsAs, filledChannels } from './channel-words'

/** The rows of `channels.csv`: one a claim and channel. */
export const channelRows = ({ cells }: ClaimsByChannel): readonly (readonly string[])[] =>
  filledChannels({ cells }).flatMap((cell) =>
    (['recorded', 'inferred'] as const).flatMap((from) =>
      cell[from].map((number) => [number, cell.author, cell.trigger, countsAs(cell), from]),
    ),
  )
