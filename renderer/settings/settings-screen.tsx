import type { AppInfo } from '@shared/desktop/desktop'
import { FolderOpen, ShieldCheck } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { KeysTable } from '../app/keys-help'
import { usePreference } from '../preferences/preferences'
import { RecognitionSettings } from '../recognition/recognition-settings'
import { Button } from '../ui/button'
import { Segmented } from '../ui/segmented'
import { useWorkbench } from '../workbench/workbench'
import { CitationStyleChoice } from './citation-style-choice'
import { KeptPictures } from './kept-pictures'
import { BUILT_FROM } from './licences'
import { ResearcherName } from './researcher-name'
import styles from './settings-screen.module.css'
import { VaultCheck } from './vault-check'

/** What a person sets, what can be checked, and what Vouch is made of. */
export function SettingsScreen() {
  const { desktop } = useWorkbench()
  const [theme, setTheme] = usePreference('theme')
  const [info, setInfo] = useState<AppInfo | null>(null)
  useEffect(() => void desktop.app.info().then(setInfo), [desktop])
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>Settings</h1>

      <Part name="You">
        <ResearcherName />
      </Part>

      <Part name="Appearance">
        <Segmented
          label="Theme"
          value={theme}
          options={[
            { value: 'system', label: 'As the system has it' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
          onChange={(next) => void setTheme(next)}
        />
      </Part>

      <Part name="Citations">
        <CitationStyleChoice />
      </Part>

      <Part name="Vault">
        <p>
          The second copy of everything: a folder of ordinary files, with each document under its SHA-256 and a journal of every change. It
          can be read without Vouch, and the library can be rebuilt from it.
        </p>
        <p className={styles.mono}>{info?.vaultPath ?? '…'}</p>
        <VaultCheck>
          <Button icon={FolderOpen} onClick={() => void desktop.vault.reveal()}>
            Show the folder
          </Button>
        </VaultCheck>
      </Part>

      <Part name="Page pictures">
        <KeptPictures />
      </Part>

      <Part name="Text recognition">
        <RecognitionSettings />
      </Part>

      <Part name="Offline">
        <p className={styles.promise}>
          <ShieldCheck size={19} strokeWidth={1.6} aria-hidden />
          Nothing leaves this machine. No request goes out, in any state.
        </p>
        <p>
          To see it for yourself: take the machine off every network. Everything works as before, as nothing was ever fetched: fonts, the
          PDF engine and its data, and the bundled documents lie beside the program. A PDF that asks for something outside is refused, and
          the refusal is counted at the top of the window.
        </p>
      </Part>

      <Part name="Keys">
        <div className={styles.wide}>
          <KeysTable />
        </div>
      </Part>

      <Part name="About">
        <dl className={styles.facts}>
          <dt>Vouch</dt>
          <dd>{info?.version ?? '…'}, Apache-2.0</dd>
          <dt>Runs in</dt>
          <dd>
            {info === null
              ? '…'
              : info.electron === null
                ? 'a browser on this machine, served from 127.0.0.1'
                : `Electron ${info.electron}`}
          </dd>
          <dt>System</dt>
          <dd>{info?.platform ?? '…'}</dd>
        </dl>
        <table className={styles.parts}>
          <caption>Built from</caption>
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col">Version</th>
              <th scope="col">Licence</th>
            </tr>
          </thead>
          <tbody>
            {BUILT_FROM.map((part) => (
              <tr key={part.name}>
                <td>{part.name}</td>
                <td className={styles.mono}>{part.version}</td>
                <td>{part.licence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
    </div>
  )
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={name}>
      <h2 className={styles.name}>{name}</h2>
      <div className={styles.body}>{children}</div>
    </section>
  )
}
