import type { Balance } from '@shared/balance/balance'
import type { SourceImport } from '@shared/sources/reference-formats/plan-import'
import { BalanceDialog } from '../balance/balance-dialog'

const WORDS = { title: 'title', author: 'author', publisher: 'publisher', date: 'date', url: 'address' } as const

/** What a file of references brought: each of its items is added, matched or refused. */
export function ImportBalance({
  name,
  balance,
  onClose,
}: {
  readonly name: string
  readonly balance: SourceImport
  readonly onClose: () => void
}) {
  return <BalanceDialog title={`Sources from ${name}`} balance={balanceOf(balance)} onClose={onClose} />
}

const balanceOf = ({ added, matched, refused }: SourceImport): Balance => ({
  thing: 'item',
  parts: [
    {
      title: 'Added',
      lines: added.map(({ line, source }) => ({
        where: `line ${line}`,
        words: `[${source.number}] ${source.title ?? source.author ?? source.url ?? ''}`,
      })),
    },
    {
      title: 'There already',
      lines: matched.map(({ line, source, by, filled }) => ({
        where: `line ${line}`,
        words: `[${source.number}] ${source.title ?? 'title unknown'}: the same ${by}; ${filled.length === 0 ? 'nothing new' : `now known: ${filled.map((field) => WORDS[field]).join(', ')}`}`,
      })),
    },
    { title: 'Refused', lines: refused.map(({ line, why }) => ({ where: `line ${line}`, words: why })) },
  ],
})
