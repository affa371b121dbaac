// Proportional memory (PSS) of a browser with all its processes, from /proc: shared pages count in parts, so the sum is what the machine gives.
import { readdirSync, readFileSync } from 'node:fs'

const read = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch (thrown) {
    // Processes end while they are counted.
    if (['ENOENT', 'ESRCH'].includes(thrown.code)) return ''
    throw thrown
  }
}

/** Processes whose command line names the profile folder, and all their descendants. */
function processesOf(profile) {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const parents = new Map(
    all.map((pid) => [
      pid,
      read(`/proc/${pid}/stat`)
        .replace(/^.*\) . /s, '')
        .split(' ')[0],
    ]),
  )
  const found = new Set(all.filter((pid) => read(`/proc/${pid}/cmdline`).includes(`--user-data-dir=${profile}`)))
  for (let before = -1; before !== found.size;) {
    before = found.size
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid)
  }
  return [...found]
}

/** MiB of one process. */
export const pssOf = (pid) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024

/** MiB of a browser started with this profile folder, by kind of process. */
export function memoryByKind(profile) {
  const kinds = {}
  for (const pid of processesOf(profile)) {
    const kind = /--type=([\w-]+)/.exec(read(`/proc/${pid}/cmdline`))?.[1] ?? 'browser'
    kinds[kind] = (kinds[kind] ?? 0) + pssOf(pid)
  }
  return kinds
}

export const memoryOf = (profile) => Object.values(memoryByKind(profile)).reduce((sum, mib) => sum + mib, 0)

/** Samples the memory of a browser until stopped; `stop` gives the peak in MiB and its kinds of process. */
export function watchMemory(profile, every = 500) {
  let peak = { total: 0, kinds: {} }
  const look = () => {
    const kinds = memoryByKind(profile)
    const total = Object.values(kinds).reduce((sum, mib) => sum + mib, 0)
    if (total > peak.total) peak = { total, kinds }
  }
  const timer = setInterval(look, every)
  return {
    stop() {
      clearInterval(timer)
      look()
      return peak
    },
  }
}
