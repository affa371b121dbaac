/** The tables that a dossier may have, by the file each is. */
export const DOSSIER_TABLES = [
  'claims.csv',
  'evidence.csv',
  'sources.csv',
  'parity.csv',
  'purchases.csv',
  'chronology.csv',
  'passages.csv',
  'searches.csv',
  'channels.csv',
] as const
export type DossierTable = (typeof DOSSIER_TABLES)[number]

/** Every file that a dossier exported without a bundle may consist of. */
export const DOSSIER_FILES = ['dossier.html', 'dossier.pdf', 'dossier.docx', 'dossier.md', ...DOSSIER_TABLES] as const
export type DossierFile = (typeof DOSSIER_FILES)[number]
