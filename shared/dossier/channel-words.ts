import type { ChannelCell, ClaimBasis, ClaimsByChannel } from '../sources/claims-by-channel'

/** What the table of claims by channel says, in the dossier and in `channels.csv`. */

/** Channels through which something came out. */
export const filledChannels = ({ cells }: Pick<ClaimsByChannel, 'cells'>): readonly ChannelCell[] =>
  cells.filter(({ recorded, inferred }) => recorded.length + inferred.length > 0)
/** Whether what came out so was disclosed or discovered. */
export const countsAs = (cell: ChannelCell): string => (cell.disclosed ? 'disclosed' : 'discovered')
/** A claim’s number, with a word where its channel is only inferred. */
export const basisNumber = ({ number, from }: ClaimBasis): string => `${number}${from === 'channels' ? ' (inferred)' : ''}`
