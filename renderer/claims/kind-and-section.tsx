import type { Analysis } from '@shared/analyses/analysis'
import { CLAIM_KIND_WORDS, CLAIM_KINDS, type ClaimKind } from '@shared/claims/claim'
import { SelectField } from '../ui/field'

type KindAndSectionProps = {
  readonly sections: Analysis['sections']
  readonly kind: ClaimKind
  readonly onKind: (kind: ClaimKind) => void
  readonly section: string
  readonly onSection: (id: string) => void
}

/** What kind of claim it is, and the section of the analysis it stands in. */
export function KindAndSection({ sections, kind, onKind, section, onSection }: KindAndSectionProps) {
  return (
    <>
      <SelectField
        label="Kind"
        value={kind}
        options={CLAIM_KINDS.map((one) => ({ value: one, label: CLAIM_KIND_WORDS[one] }))}
        onChange={onKind}
      />
      <SelectField
        label="Section"
        value={section}
        options={sections.map((one) => ({ value: one.id, label: `${one.number} · ${one.label}` }))}
        onChange={onSection}
      />
    </>
  )
}
