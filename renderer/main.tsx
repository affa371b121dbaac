import './ui/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { CannotOpen, Opening } from './app/start-pages'
import { showRememberedTheme } from './app/use-theme'
import { getDesktop } from './desktop/desktop'
import { openWorkbench } from './workbench/open-workbench'

showRememberedTheme()
const desktop = getDesktop()
const job = await desktop.job.get()
if (job === null) await openWindow()
else await (await import('./headless/run-job')).runJob(desktop, job)

async function openWindow(): Promise<void> {
  const place = document.getElementById('vouch')
  if (place === null) throw new Error('index.html has no place for the interface')
  const root = createRoot(place)
  root.render(<Opening />)
  const opened = await openWorkbench(desktop)
  root.render(opened.ok ? <App workbench={opened.value.workbench} /> : <CannotOpen problem={opened.problem} />)
}
