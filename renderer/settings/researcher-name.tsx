import { useState } from 'react'
import { usePreference } from '../preferences/preferences'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import { useToast } from '../ui/toast'
import styles from './settings-screen.module.css'

/** The name that stands beside every change in the custody log. */
export function ResearcherName() {
  const [name, setName] = usePreference('researcherName')
  const [typed, setTyped] = useState<string | null>(null)
  const toasts = useToast()
  const save = async (): Promise<void> => {
    await setName(typed ?? name)
    setTyped(null)
    toasts.show({ text: 'From now on this name stands in the custody log.' })
  }
  return (
    <form
      className={styles.nameForm}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField
        label="Your name"
        value={typed ?? name}
        onChange={setTyped}
        hint="Stands in the custody log and in dossiers beside what you do from now on; what is written there already is never changed. It is never taken from the system."
      />
      <Button type="submit" disabled={typed === null || typed.trim() === '' || typed.trim() === name}>
        Save
      </Button>
    </form>
  )
}
