// npm run package: builds, checks electron-builder.yml, and packs for this system. Where Electron's binary is not installed
// it packs with a stand-in for it, to check what goes into the archive; the result then can't be run, and says so.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { electronBinary } from './lib/electron-binary.mjs'
import { ensureBuilt } from './lib/built.mjs'
import { inRoot, ROOT } from './lib/project.mjs'

const require = createRequire(import.meta.url)
const BUILDER = require.resolve('electron-builder/cli.js')
/** What the archive must hold, and all that it may hold. */
const NEEDED = [
  '/out/main/main.js',
  '/out/preload/preload.cjs',
  '/out/renderer/index.html',
  '/out/renderer/verify.html',
  '/out/renderer/pdfjs/wasm/openjpeg.wasm',
  '/resources/icons/icon.png',
  '/package.json',
]
const ALLOWED = /^\/(out(\/(main|preload|renderer)(\/.*)?)?|out\/built-from|resources(\/icons(\/icon\.png)?)?|package\.json)$/

/** Stands in Electron's executable before its fuses: a version, their number, and a digit for each (@electron/fuses). */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSES = [
  'RunAsNode',
  'CookieEncryption',
  'NodeOptions',
  'NodeCliInspect',
  'AsarIntegrity',
  'OnlyLoadAppFromAsar',
  'V8Snapshot',
  'FileProtocolPrivileges',
  'WasmTrapHandlers',
]
/** As electron-builder.yml sets them; the last is left as it is. */
const FUSES_SET = '010011001'

const say = (line) => process.stdout.write(`${line}\n`)

function pack(args) {
  const { status } = spawnSync(process.execPath, [BUILDER, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
  })
  if (status !== 0) throw new Error(`electron-builder ended with status ${status}`)
}

/** The files that electron-builder expects of Electron for Linux, empty but for their names. */
function standIn() {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-stand-in-'))
  const { version } = JSON.parse(readFileSync(inRoot('node_modules/electron/package.json'), 'utf8'))
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome_crashpad_handler', 'chrome-sandbox'])
    writeFileSync(join(folder, name), '')
  writeFileSync(join(folder, 'version'), version)
  mkdirSync(join(folder, 'resources'))
  mkdirSync(join(folder, 'locales'))
  writeFileSync(join(folder, 'locales/en-US.pak'), '')
  writeFileSync(
    join(folder, 'electron'),
    Buffer.concat([Buffer.from(FUSE_MARK), Buffer.from([1, FUSES.length]), Buffer.from('1'.repeat(FUSES.length))]),
  )
  chmodSync(join(folder, 'electron'), 0o755)
  return folder
}

/** The paths in an asar archive: after four 32-bit numbers, of which the last is its length, stands the directory as JSON (github.com/electron/asar). */
function namesIn(archive) {
  const bytes = readFileSync(archive)
  const directory = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8'))
  const walk = (folder, path) =>
    Object.entries(folder.files ?? {}).flatMap(([name, entry]) => [`${path}/${name}`, ...walk(entry, `${path}/${name}`)])
  return walk(directory, '')
}

function checkArchive(archive) {
  const names = namesIn(archive)
  const missing = NEEDED.filter((name) => !names.includes(name))
  const extra = names.filter((name) => !ALLOWED.test(name))
  for (const name of missing) say(`missing from the archive: ${name}`)
  for (const name of extra) say(`does not belong into the archive: ${name}`)
  say(`${archive}: ${names.length} entries, ${missing.length} missing, ${extra.length} too many`)
  return missing.length === 0 && extra.length === 0
}

function checkFuses(executable) {
  const bytes = readFileSync(executable)
  const at = bytes.indexOf(FUSE_MARK) + FUSE_MARK.length + 2
  const set = bytes.subarray(at, at + FUSES.length).toString('latin1')
  const wrong = FUSES.filter((_name, index) => set[index] !== FUSES_SET[index])
  say(`fuses: ${wrong.length === 0 ? 'as electron-builder.yml sets them' : `not as expected: ${wrong.join(', ')} (${set})`}`)
  return wrong.length === 0
}

await ensureBuilt()
if (electronBinary() !== null) {
  pack([])
} else {
  say('Electron’s binary is not here: the configuration and the archive are checked with a stand-in; no installer is made.')
  const dist = standIn()
  try {
    pack(['--linux', '--dir', `-c.electronDist=${dist}`])
    const archive = checkArchive(inRoot('release/linux-unpacked/resources/app.asar'))
    const fuses = checkFuses(inRoot('release/linux-unpacked/vouch'))
    if (!archive || !fuses) process.exitCode = 1
    say('The folder release/linux-unpacked can’t be run: it holds a stand-in for Electron.')
  } finally {
    rmSync(dist, { recursive: true, force: true })
  }
}
