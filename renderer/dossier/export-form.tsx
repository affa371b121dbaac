import type { DossierFormat } from '@shared/desktop/desktop'
import type { Audience } from '@shared/dossier/audience'
import { ExplainedChoice } from '../ui/explained-choice'
import { CheckField, TextField } from '../ui/field'
import styles from './dossier-screen.module.css'
import type { ExportShape } from './export-name'
import type { ExportChoices } from './use-export-choices'

const SHAPES: readonly { readonly value: ExportShape; readonly label: string; readonly hint: string }[] = [
  {
    value: 'bundle',
    label: 'The bundle, as a folder',
    hint: 'The dossier as HTML, PDF, Word and text with its exhibits, tables, marks, custody log, and a page that checks it all without Vouch.',
  },
  { value: 'zip', label: 'The bundle, as one zip file', hint: 'The same, to be sent.' },
  { value: 'files', label: 'Single files only', hint: 'Without the exhibits, so a reader can check nothing but the hashes.' },
]
const FOR: readonly { readonly value: Audience; readonly label: string; readonly hint: string }[] = [
  {
    value: 'publication',
    label: 'For publication: only what the dossier rests on',
    hint: 'Your other marks, corrections and decisions stay here.',
  },
  {
    value: 'colleague',
    label: 'For a colleague: all marks and decisions on its documents',
    hint: 'Also marks that no claim cites, with your comments, corrections, choices of text, page stamps and decisions on redactions, so that they can go on with the work. Nothing on documents that you keep out, and no words under a redaction. Not to be published.',
  },
]
const SINGLE: readonly { readonly format: DossierFormat; readonly label: string }[] = [
  { format: 'html', label: 'A page to read (HTML)' },
  { format: 'pdf', label: 'Pages to print or send (PDF)' },
  { format: 'docx', label: 'A text to edit (Word)' },
  { format: 'md', label: 'Text (Markdown)' },
  { format: 'csv', label: 'Tables (CSV): claims, evidence, sources, and others where there are any' },
]

/** What an export is to be: its form, for whom, which files, and who is named as the packer. */
export function ExportForm({ choices }: { readonly choices: ExportChoices }) {
  const { shape, setShape, audience, setAudience } = choices
  return (
    <>
      <ExplainedChoice legend="Form" options={SHAPES} value={shape} onChange={setShape} />
      {shape === 'files' ? (
        <SingleFiles {...choices} />
      ) : (
        <>
          <ExplainedChoice legend="For whom" options={FOR} value={audience} onChange={setAudience} />
          <WhoPacked {...choices} />
        </>
      )}
    </>
  )
}

function SingleFiles({ formats, setFormats }: Pick<ExportChoices, 'formats' | 'setFormats'>) {
  const choose = (format: DossierFormat, on: boolean): void =>
    setFormats(SINGLE.map((each) => each.format).filter((each) => (each === format ? on : formats.includes(each))))
  return (
    <fieldset className={styles.choices}>
      <legend>Files</legend>
      {SINGLE.map(({ format, label }) => (
        <CheckField key={format} label={label} checked={formats.includes(format)} onChange={(on) => choose(format, on)} />
      ))}
    </fieldset>
  )
}

function WhoPacked({ packer, isNamed, setPacker }: Pick<ExportChoices, 'packer' | 'isNamed' | 'setPacker'>) {
  return (
    <details className={styles.packer} open={isNamed}>
      <summary>Who packed it, if you want to be named</summary>
      <div>
        <TextField label="Organisation" value={packer.organization} onChange={(organization) => setPacker({ ...packer, organization })} />
        <TextField label="Whom to ask" value={packer.contact} onChange={(contact) => setPacker({ ...packer, contact })} />
        <p className={styles.quiet}>
          They stand in the bundle, in bag-info.txt and ro-crate-metadata.json. Left empty, nobody is named as the packer.
        </p>
      </div>
    </details>
  )
}
