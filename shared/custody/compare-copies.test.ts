import { assert, boolean, nat, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256OfText } from '../units/hashes'
import { compareCopies, type DatabaseFacts, type VaultFacts } from './compare-copies'

const head = (seq: number) => (seq === 0 ? null : { seq, hash: sha256OfText(String(seq)) })
const database = (seq: number, facts: Partial<DatabaseFacts> = {}): DatabaseFacts => ({
  head: head(seq),
  damagedAt: null,
  lastEntry: facts.damagedAt ?? seq,
  miscounted: [],
  ...facts,
})
const vault = (seq: number, facts: Partial<VaultFacts> = {}): VaultFacts => ({ head: head(seq), damagedAtLine: null, ...facts })
const lost = [{ table: 'claims', expected: 24, found: 3 }]

describe('comparing the copies', () => {
  test.each([
    ['both empty', database(0), vault(0), 0, 'nothing', 'nothing', []],
    ['both the same', database(5), vault(5), 5, 'nothing', 'nothing', []],
    ['vault behind', database(5), vault(3), 3, 'nothing', 'append', ['vault-behind']],
    ['vault missing', database(5), vault(0), 0, 'nothing', 'append', ['vault-empty']],
    ['database behind', database(3), vault(5), 3, 'replay', 'nothing', ['database-behind']],
    ['database emptied', database(0), vault(5), 0, 'replay', 'nothing', ['database-empty']],
    ['database shrunken', database(5, { miscounted: lost }), vault(5), 5, 'replay', 'nothing', ['database-shrunken']],
    [
      'database shrunken, vault behind',
      database(5, { miscounted: lost }),
      vault(3),
      3,
      'own-log',
      'append',
      ['database-shrunken', 'vault-behind'],
    ],
    ['database damaged', database(2, { damagedAt: 3 }), vault(5), 2, 'replay', 'nothing', ['database-damaged']],
    ['database damaged, vault shorter', database(4, { damagedAt: 5 }), vault(2), 2, 'own-log', 'append', ['database-damaged']],
    ['journal damaged', database(5), vault(2, { damagedAtLine: 3 }), 2, 'nothing', 'rewrite', ['journal-damaged']],
    ['journal damaged from the start', database(5), vault(0, { damagedAtLine: 1 }), 0, 'nothing', 'rewrite', ['journal-damaged']],
    [
      'journal damaged, database emptied',
      database(0),
      vault(2, { damagedAtLine: 3 }),
      0,
      'replay',
      'rewrite',
      ['database-empty', 'journal-damaged'],
    ],
    [
      'both damaged',
      database(1, { damagedAt: 2 }),
      vault(2, { damagedAtLine: 3 }),
      1,
      'replay',
      'rewrite',
      ['database-damaged', 'journal-damaged'],
    ],
    ['parted, vault longer', database(5), vault(6), 3, 'replay', 'nothing', ['histories-differ']],
    ['parted, database longer', database(6), vault(5), 3, 'nothing', 'rewrite', ['histories-differ']],
  ] as const)('%s', (_name, inDatabase, inVault, common, databaseStep, vaultStep, kinds) => {
    const plan = compareCopies(inDatabase, inVault, common)
    expect([plan.database.do, plan.vault.do, plan.report.map((one) => one.kind)]).toEqual([databaseStep, vaultStep, kinds])
  })

  test('says that nothing was lost only when the vault holds every entry of a damaged database', () => {
    const remedyWhen = (lastEntry: number): string | undefined =>
      compareCopies(database(3, { damagedAt: 4, lastEntry }), vault(5), 3).report[0]?.remedy
    expect(remedyWhen(5)).toBe('Nothing was lost; you need do nothing.')
    expect(remedyWhen(6)).toBe('Look at your latest work, and keep the file named below.')
  })

  test('is a first start only when neither copy holds anything and nothing is damaged', () => {
    expect(compareCopies(database(0), vault(0), 0).firstStart).toBe(true)
    expect(compareCopies(database(0), vault(0, { damagedAtLine: 1 }), 0).firstStart).toBe(false)
    expect(compareCopies(database(0, { damagedAt: 1 }), vault(0), 0).firstStart).toBe(false)
    expect(compareCopies(database(0, { miscounted: lost }), vault(0), 0).firstStart).toBe(false)
  })

  test('never writes anything without saying so, and leaves both copies with the longer sound history', () => {
    const facts = record({ d: nat(8), v: nat(8), part: nat(8), dDamaged: boolean(), vDamaged: boolean(), shrunken: boolean() })
    assert(
      property(facts, ({ d, v, part, dDamaged, vDamaged, shrunken }) => {
        const common = Math.min(d, v, part)
        const plan = compareCopies(
          database(d, { damagedAt: dDamaged ? d + 1 : null, miscounted: shrunken ? lost : [] }),
          vault(v, { damagedAtLine: vDamaged ? v + 1 : null }),
          common,
        )
        const writes = plan.database.do !== 'nothing' || plan.vault.do !== 'nothing'
        expect(plan.report.length > 0).toBe(writes)
        const after = plan.database.do === 'replay' ? v : d
        expect(after).toBe(Math.max(d, v))
        const parted = common < Math.min(d, v)
        const inVault = plan.vault.do === 'nothing' ? v : after
        expect(inVault).toBe(after)
        // Whatever does not stand is kept: entries of the database aside, the vault's journal under a dated name.
        const databaseLoses = parted && plan.database.do === 'replay'
        expect(!databaseLoses || plan.keepAsideAbove === common).toBe(true)
        expect(!dDamaged || plan.keepAsideAbove !== null).toBe(true)
        expect(!(vDamaged || (parted && !databaseLoses)) || plan.vault.do === 'rewrite').toBe(true)
      }),
    )
  })
})
