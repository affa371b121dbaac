import './ui/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { Start } from './app/start'
import { showRememberedTheme } from './app/use-theme'
import { getDesktop } from './desktop/desktop'

showRememberedTheme()
const desktop = getDesktop()
const job = await desktop.job.get()
if (job === null) openWindow()
else await (await import('./headless/run-job')).runJob(desktop, job)

function openWindow(): void {
  const place = document.getElementById('interface')
  if (place === null) throw new Error('index.html has no place for the interface')
  createRoot(place).render(<Start desktop={desktop}>{(opened) => <App {...opened} />}</Start>)
}
