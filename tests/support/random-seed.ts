import { configureGlobal } from 'fast-check'

/**
 * Properties are tried on the same random values in every run, so that a commit passes or fails and does not do both. `VOUCH_SEED=random`
 * tries others, `VOUCH_SEED=<number>` those of a run that failed.
 */
const { VOUCH_SEED } = process.env
if (VOUCH_SEED !== 'random') configureGlobal({ seed: Number(VOUCH_SEED ?? 20_261_127) })
