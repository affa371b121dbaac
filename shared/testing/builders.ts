/**
 * Valid records for tests: each builder fills in everything, and the test states only what matters to it. All pass
 * through the record's own schema, so they cannot drift from it.
 */
export * from './analysis-builders'
export * from './document-builders'
export * from './mark-builders'
export * from './parity-builders'
export * from './ledger-builders'
export * from './custody-builders'
