// The whole test command: lint and build, unit tests, journeys, the acceptance of the main job. Ends with `N passed, N failed`.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'

const root = join(import.meta.dirname, '..')
const results = join(root, 'test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

let passed = 0
let failed = 0
let skipped = 0
/** What failed, told once more at the end, where it is seen. */
const failures = []

/** Runs something that reports on itself, with its output shown. */
function run(title, command, args) {
  console.log(`\n== ${title}`)
  spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, FORCE_COLOR: '0' } })
}

/** A step that counts as one test. Such steps run beside each other, so the output of each is shown when it has ended. */
function step(title, command, args) {
  return new Promise((ended) => {
    let output = ''
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, FORCE_COLOR: '0' } })
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
    child.once('error', (thrown) => (output += `${command} could not be started: ${thrown.message}\n`))
    child.once('close', (status) => {
      console.log(`\n== ${title}\n${output}`)
      const fine = status === 0
      if (fine) passed += 1
      else {
        failed += 1
        failures.push(title)
      }
      ended(fine)
    })
  })
}

/** The failed ones of Playwright's suites, with the files they stand in. */
function failedJourneys(suites) {
  return suites.flatMap((suite) => [
    ...suite.specs.filter(({ ok }) => !ok).map(({ title }) => `${suite.file}: ${title}`),
    ...failedJourneys(suite.suites ?? []),
  ])
}

/** Reads a runner's JSON report; a step without one has failed as a whole. */
function report(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

// Beside each other, as parts of each keep one core only.
const [, built] = await Promise.all([
  step('lint: types, walls, unused code, lock file', 'npm', ['run', '--silent', 'lint']),
  step('build', 'npm', ['run', '--silent', 'build']),
])

run('unit tests', 'npx', ['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile=test-results/unit.json'])
const unit = report(join(results, 'unit.json'))
passed += unit?.numPassedTests ?? 0
failed += unit === null ? 1 : unit.numFailedTests + (unit.numFailedTestSuites > 0 && unit.numFailedTests === 0 ? 1 : 0)
skipped += (unit?.numPendingTests ?? 0) + (unit?.numTodoTests ?? 0)
for (const { name, message, assertionResults } of unit?.testResults ?? []) {
  const bad = assertionResults.filter(({ status }) => status === 'failed')
  failures.push(
    ...bad.map(
      ({ fullName, failureMessages }) => `${relative(root, name)}: ${fullName}\n    ${failureMessages.join('\n    ').slice(0, 600)}`,
    ),
  )
  if (bad.length === 0 && message) failures.push(`${relative(root, name)}: ${message}`)
}

if (built) {
  run('journeys in a real Chromium', 'npx', ['playwright', 'test'])
  const journeys = report(join(results, 'journeys.json'))
  passed += journeys?.stats.expected ?? 0
  failed += journeys === null ? 1 : journeys.stats.unexpected + journeys.stats.flaky + (journeys.errors?.length ?? 0)
  skipped += journeys?.stats.skipped ?? 0
  failures.push(...failedJourneys(journeys?.suites ?? []), ...(journeys?.errors ?? []).map(({ message }) => message))
}

if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `  - ${failure}`).join('\n')}`)

console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed === 0 ? 0 : 1)
