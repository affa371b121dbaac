import type { Packer } from '@shared/bundle/packer'
import type { DossierFormat } from '@shared/desktop/desktop'
import type { Audience } from '@shared/dossier/audience'
import { useState } from 'react'
import { usePreference } from '../preferences/preferences'
import type { ExportShape } from './export-name'

/** What the researcher chooses for an export. Who packed it and whom it is for are remembered once something is exported. */
export type ExportChoices = {
  readonly shape: ExportShape
  readonly setShape: (shape: ExportShape) => void
  /** The single files, where no bundle is wanted. */
  readonly formats: readonly DossierFormat[]
  readonly setFormats: (formats: readonly DossierFormat[]) => void
  readonly packer: Packer
  /** Whether somebody was named as the packer before. */
  readonly isNamed: boolean
  readonly setPacker: (packer: Packer) => void
  readonly audience: Audience
  readonly setAudience: (audience: Audience) => void
  /** Remembers the choices, and gives the packer as it goes out. */
  readonly remember: () => Promise<Packer>
}

/** The choices as they were made last, of which each can be changed. */
export function useExportChoices(): ExportChoices {
  const [shape, setShape] = useState<ExportShape>('bundle')
  const [formats, setFormats] = useState<readonly DossierFormat[]>(['html', 'pdf', 'docx', 'md', 'csv'])
  const [known, keepPacker] = usePreference('packer')
  const [typed, setPacker] = useState<Packer | null>(null)
  const packer = typed ?? known
  const [remembered, keepAudience] = usePreference('bundleAudience')
  const [chosen, setAudience] = useState<Audience | null>(null)
  const audience = chosen ?? remembered
  const remember = async (): Promise<Packer> => {
    const named = { organization: packer.organization.trim(), contact: packer.contact.trim() }
    await keepPacker(named)
    await keepAudience(audience)
    return named
  }
  const isNamed = known.organization !== '' || known.contact !== ''
  return { shape, setShape, formats, setFormats, packer, isNamed, setPacker, audience, setAudience, remember }
}
