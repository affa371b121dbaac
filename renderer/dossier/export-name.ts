import type { DossierTree } from '@shared/dossier/dossier-tree'

export type ExportShape = 'bundle' | 'zip' | 'files'

/** The name offered for an export: `dossier-who-bought-what-2026-11-22`. Plain letters only, so that every file system takes it. */
export function exportName({ title, custody }: Pick<DossierTree, 'title' | 'custody'>): string {
  const words = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+/, '').slice(0, 50).replace(/-+$/, '')
  return ['dossier', ...(words === '' ? [] : [words]), custody.at.slice(0, 10)].join('-')
}
