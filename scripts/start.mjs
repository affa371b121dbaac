// npm start: opens Vouch. In Electron where its binary is (or can be had), else in an installed Chromium, else it serves the workbench.
import { ensureBuilt } from './lib/built.mjs'
import { electronOrInstall, hasDisplay } from './lib/electron-binary.mjs'
import { hostCommand, runToEnd } from './lib/host.mjs'

const say = (line) => process.stdout.write(`${line}\n`)
const args = process.argv.slice(2)

await ensureBuilt()
const electron = hasDisplay() && !args.includes('--no-open') && !args.includes('--headless') ? await electronOrInstall(say) : null
if (electron === null && hasDisplay())
  say('Electron is not on this machine, so Vouch opens in an installed browser. (npx install-electron gets it.)')
process.exitCode = await runToEnd(hostCommand(electron, args))
