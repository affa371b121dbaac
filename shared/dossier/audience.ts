/** For whom a bundle is made. Published, it holds only what the dossier rests on; a colleague is to go on with the work and gets the working records too. */
export const AUDIENCES = ['publication', 'colleague'] as const
export type Audience = (typeof AUDIENCES)[number]
