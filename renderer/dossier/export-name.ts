import type { DossierTree } from '@shared/dossier/dossier-tree'
import type { Audience } from '@shared/dossier/audience'

export type ExportShape = 'bundle' | 'zip' | 'files'

/** The name offered for an export: `dossier-who-bought-what-2026-11-22`, and `-for-a-colleague` where it holds what is not to be published. Plain letters only, so that every file system takes it. */
export function exportName({ title, custody }: Pick<DossierTree, 'title' | 'custody'>, audience: Audience): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 50)
    .replace(/-+$/, '')
  return [
    'dossier',
    ...(words === '' ? [] : [words]),
    custody.at.slice(0, 10),
    ...(audience === 'colleague' ? ['for-a-colleague'] : []),
  ].join('-')
}
