import type { ChainBreak } from '@shared/custody/custody-entry'

/** To the worker that checks the custody log: how many entries it has now. */
export type ChainJob = { readonly database: string; readonly entries: number }

/** From it: whether the chain holds, or where it does not. */
export type ChainState = 'checking' | 'whole' | ChainBreak
