import { join } from 'node:path'

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '../..')
export const OUT = join(ROOT, 'out')
export const inRoot = (...parts) => join(ROOT, ...parts)
