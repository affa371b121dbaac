import type { ChannelCell, ClaimBasis, ClaimsByChannel } from '../sources/claims-by-channel'

/** What the table of claims by channel says, in the dossier and in `channels.csv`. */

export const filledChannels = ({ cells }: Pick<ClaimsByChannel, 'cells'>): readonly ChannelCell[] => cells.filter(({ recorded, inferred }) => recorded.length + inferred.length > 0)
export const countsAs = (cell: ChannelCell): string => (cell.disclosed ? 'disclosed' : 'discovered')
export const basisNumber = ({ number, from }: ClaimBasis): string => `${number}${from === 'channels' ? ' (inferred)' : ''}`
