import { z } from 'zod'
import { journalLineSchema } from '../custody/journal-line'
import { sha256Schema } from '../units/hashes'
import { list, record } from '../units/strict-schema'
import { timestampSchema } from '../units/time'
import type { CallArguments, CallName } from './desktop-from'

/**
 * How a call crosses the border. `bytes: 'in'` means that the last argument is a Uint8Array (over HTTP it is the body of the
 * request, the others travel in a header); `bytes: 'out'` that the value of the outcome is one; `bytes: 'both'` that both are.
 */
type CallShape<Name extends CallName> = {
  readonly args: z.ZodType<Readonly<CallArguments<Name>>>
  readonly bytes: 'none' | 'in' | 'out' | 'both'
}

const token = z.string().min(1).max(200)
const bytes = z.instanceof(Uint8Array)
/** No call moves more than this many bytes at once. */
const piece = z
  .int()
  .min(0)
  .max(64 * 1024 * 1024)
const offset = z.int().min(0)

/** All calls of the contract: the HTTP host, the IPC host, the preload and the page read this one table. */
export const CALLS: { readonly [Name in CallName]: CallShape<Name> } = {
  'app.info': { args: z.tuple([]), bytes: 'none' },
  'app.refusedRequests': { args: z.tuple([]), bytes: 'none' },
  'app.copyText': { args: z.tuple([z.string().max(10_000_000)]), bytes: 'none' },
  'vault.open': { args: z.tuple([]), bytes: 'none' },
  'vault.readJournal': { args: z.tuple([z.int().min(0), z.int().min(1).max(100_000)]), bytes: 'none' },
  'vault.append': { args: z.tuple([list(journalLineSchema)]), bytes: 'none' },
  'vault.setJournalAside': { args: z.tuple([]), bytes: 'none' },
  'vault.keepAside': { args: z.tuple([z.string().max(200), z.string()]), bytes: 'none' },
  'vault.beginDocument': { args: z.tuple([]), bytes: 'none' },
  'vault.writeDocument': { args: z.tuple([token, bytes]), bytes: 'in' },
  'vault.finishDocument': { args: z.tuple([token]), bytes: 'none' },
  'vault.abandonDocument': { args: z.tuple([token]), bytes: 'none' },
  'vault.adoptDocument': { args: z.tuple([token]), bytes: 'none' },
  'vault.readDocument': { args: z.tuple([sha256Schema, offset, piece]), bytes: 'out' },
  'vault.writeText': { args: z.tuple([sha256Schema, bytes]), bytes: 'in' },
  'vault.readText': { args: z.tuple([sha256Schema]), bytes: 'none' },
  'vault.checkDocuments': { args: z.tuple([]), bytes: 'none' },
  'vault.reveal': { args: z.tuple([]), bytes: 'none' },
  'files.choose': { args: z.tuple([z.enum(['files', 'folder'])]), bytes: 'none' },
  'files.read': { args: z.tuple([token, offset, piece]), bytes: 'out' },
  'exports.begin': {
    args: z.tuple([z.string().min(1).max(1000), z.union([z.enum(['folder', 'file']), record({ zipAt: timestampSchema })])]),
    bytes: 'none',
  },
  'exports.write': { args: z.tuple([token, z.string().min(1).max(4000), bytes]), bytes: 'in' },
  'exports.writeDocument': { args: z.tuple([token, z.string().min(1).max(4000), sha256Schema, offset]), bytes: 'none' },
  'exports.finish': { args: z.tuple([token]), bytes: 'none' },
  'exports.abandon': { args: z.tuple([token]), bytes: 'none' },
  'exports.reveal': { args: z.tuple([token]), bytes: 'none' },
  'paper.print': { args: z.tuple([token, bytes]), bytes: 'both' },
  'paper.cancel': { args: z.tuple([token]), bytes: 'none' },
  'job.get': { args: z.tuple([]), bytes: 'none' },
  'job.progress': { args: z.tuple([z.string()]), bytes: 'none' },
  'job.done': { args: z.tuple([z.string(), z.int().min(0).max(255)]), bytes: 'none' },
}

/** Whether the last argument of a call is bytes. */
export const takesBytes = (name: CallName): boolean => CALLS[name].bytes === 'in' || CALLS[name].bytes === 'both'
/** Whether the value that a call's outcome carries is bytes. */
export const givesBytes = (name: CallName): boolean => CALLS[name].bytes === 'out' || CALLS[name].bytes === 'both'

export const isCallName = (name: string): name is CallName => Object.hasOwn(CALLS, name)
