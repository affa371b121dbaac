import { looksLikeVouchLink } from '@shared/links/vouch-link'
import { addressOfQuery } from '@shared/searches/query-address'
import { EVERYTHING } from '@shared/searches/search-query'
import { Command } from 'cmdk'
import { CornerDownLeft, ExternalLink, FileText, ListChecks, type LucideIcon, MessageSquareQuote, Search } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { useAll } from '../storage/live'
import { Kbd } from '../ui/kbd'
import { useReturnFocus } from '../ui/use-return-focus'
import { navigate } from './hash-location'
import styles from './palette.module.css'
import { best, type Findable } from './rank'
import { routes } from './routes'
import { keysOf, SHORTCUTS, type ShortcutId } from './shortcuts'
import type { Action } from './use-actions'
import { useAnalyses, useCurrentAnalysis } from './use-current-analysis'

type Choice = Findable & {
  readonly id: string
  readonly icon: LucideIcon
  readonly run: () => void
  readonly keys?: string | undefined
  readonly mono?: boolean
}

/** How many answers a group shows. */
const SHOWN = 7

/** Finds claims, documents and analyses by their words, and does whatever the menus can do. */
export function Palette({
  open,
  onClose,
  actions,
}: {
  readonly open: boolean
  readonly onClose: () => void
  readonly actions: readonly Action[]
}) {
  const giveBack = useReturnFocus(open)
  return (
    <Radix.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className={styles.veil} />
        <Radix.Content onCloseAutoFocus={giveBack} className={styles.palette} aria-describedby={undefined}>
          <Radix.Title className={styles.hidden}>Find, jump, do</Radix.Title>
          <Finder actions={actions} onClose={onClose} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function Finder({ actions, onClose }: { readonly actions: readonly Action[]; readonly onClose: () => void }) {
  const [query, setQuery] = useState('')
  const { ready, groups: all } = useChoices(actions)
  const words = query.trim()
  const isLink = looksLikeVouchLink(query)
  const groups: readonly Pick<Group, 'name' | 'choices'>[] = isLink
    ? [
        {
          name: 'Link',
          choices: [{ id: 'open-link', words: `Open ${words}`, icon: ExternalLink, run: () => navigate(routes.open(words)) }],
        },
      ]
    : all
        .map((group) => ({ ...group, choices: best(query, group.choices, query === '' ? group.atRest : SHOWN) }))
        .filter((group) => group.choices.length > 0)
  return (
    <Command label="Find, jump, do" shouldFilter={false} loop className={styles.command}>
      <Command.Input
        className={styles.input}
        value={query}
        onValueChange={setQuery}
        placeholder="A claim’s number or words, a document, an action, a link…"
      />
      <Command.List className={styles.list} label="Answers">
        <Command.Empty className={styles.empty}>
          Nothing is called that. Words inside documents are found by the search of the library (Alt 3).
        </Command.Empty>
        {groups.map((group) => (
          <Command.Group key={group.name} heading={group.name} className={styles.group}>
            {group.choices.map((choice) => (
              <Command.Item
                key={choice.id}
                value={choice.id}
                className={styles.item}
                onSelect={() => {
                  onClose()
                  choice.run()
                }}
              >
                <choice.icon size={16} strokeWidth={1.6} aria-hidden className={styles.icon} />
                <Words choice={choice} />
                {choice.keys === undefined ? (
                  <CornerDownLeft size={13} strokeWidth={1.6} aria-hidden className={styles.enter} />
                ) : (
                  <Kbd keys={choice.keys} />
                )}
              </Command.Item>
            ))}
          </Command.Group>
        ))}
        {/* Not before the rest is read: what stands first is what Enter does. */}
        {words === '' || isLink || !ready ? null : (
          <Command.Group heading="In the library" className={styles.group}>
            <Command.Item
              value="search-library"
              className={styles.item}
              onSelect={() => {
                onClose()
                navigate(routes.search(addressOfQuery({ ...EVERYTHING, words })))
              }}
            >
              <Search size={16} strokeWidth={1.6} aria-hidden className={styles.icon} />
              <span className={styles.words}>Search the library for “{words}”</span>
              <CornerDownLeft size={13} strokeWidth={1.6} aria-hidden className={styles.enter} />
            </Command.Item>
          </Command.Group>
        )}
      </Command.List>
    </Command>
  )
}

function Words({ choice }: { readonly choice: Choice }): ReactNode {
  if (!choice.mono) return <span className={styles.words}>{choice.words}</span>
  return (
    <span className={styles.words}>
      <span className={styles.number}>{choice.words}</span> {choice.also}
    </span>
  )
}

const isShortcut = (id: string): id is ShortcutId => SHORTCUTS.some((shortcut) => shortcut.id === id)

type Group = { readonly name: string; readonly atRest: number; readonly choices: readonly Choice[] }

/** `ready` once claims and documents are read. */
function useChoices(actions: readonly Action[]): { readonly ready: boolean; readonly groups: readonly Group[] } {
  const analyses = useAnalyses() ?? []
  const current = useCurrentAnalysis()
  const [knownClaims, knownDocuments] = [useAll('claims'), useAll('documents')]
  const [claims, documents] = [knownClaims ?? [], knownDocuments ?? []]
  const groups: readonly Group[] = [
    {
      name: 'Claims',
      atRest: 4,
      choices: claims
        .filter((claim) => claim.analysisId === current?.id)
        .map((claim) => ({
          id: claim.id,
          words: claim.number,
          also: claim.text,
          mono: true,
          icon: MessageSquareQuote,
          run: () => navigate(routes.claim(claim.analysisId, claim.id)),
        })),
    },
    {
      name: 'Documents',
      atRest: 4,
      choices: documents.map((document) => ({
        id: document.id,
        words: document.name,
        also: document.id,
        icon: FileText,
        run: () => navigate(routes.document(document.id)),
      })),
    },
    {
      name: 'Do',
      atRest: 20,
      choices: actions
        .filter((action) => action.id !== 'palette')
        .map((action) => ({
          id: action.id,
          words: action.words,
          icon: action.icon,
          run: action.run,
          keys: isShortcut(action.id) ? keysOf(action.id) : undefined,
        })),
    },
    {
      name: 'Analyses',
      atRest: 4,
      choices: analyses.map((analysis) => ({
        id: analysis.id,
        words: analysis.title,
        also: analysis.question,
        icon: ListChecks,
        run: () => navigate(routes.analysis(analysis.id)),
      })),
    },
  ]
  return { ready: knownClaims !== undefined && knownDocuments !== undefined, groups }
}
