import { describe, expect, it } from 'vitest'
import { postingInPieces } from './posting-in-pieces'

type Said = { readonly action: string; readonly data: Readonly<Record<string, unknown>> }
const instructions = (count: number, page = 'page 1'): Said => ({
  action: 'AppendOperatorList',
  data: {
    pageProxyId: page,
    operatorListId: 7,
    fnArray: Array.from({ length: count }, (_, at) => at),
    argsArray: Array.from({ length: count }, (_, at) => [at]),
  },
})
const says = (action: string, page = 'page 1'): Said => ({ action, data: { pageProxyId: page } })

/** A half that draws and hears, and rests that end when they are told to. */
function listening() {
  const heard: Said[] = []
  let end: (() => void) | null = null
  const post = postingInPieces(
    (message) => heard.push(message as Said),
    () => new Promise<void>((go) => (end = go)),
  )
  return {
    heard,
    post: (message: Said) => post(message, []),
    goOn: async (): Promise<void> => {
      end?.()
      await new Promise((later) => setTimeout(later))
    },
  }
}
const actions = (heard: readonly Said[]): readonly string[] => heard.map(({ action }) => action)
const codesOf = (heard: readonly Said[]): readonly unknown[] =>
  heard.flatMap(({ data }) => (data['fnArray'] as unknown[] | undefined) ?? [])

describe('what the half of pdf.js that draws is told', () => {
  it('goes as it is said, where a page has few instructions', () => {
    const { heard, post } = listening()
    const said = [says('InitializeGraphics'), instructions(900), says('ExecuteOperatorList'), says('cleanupPage')]
    for (const message of said) post(message)
    expect(heard).toEqual(said)
  })

  it('comes in pieces where there are very many, and is carried out when all are there', async () => {
    const { heard, post, goOn } = listening()
    for (const message of [instructions(2500), says('ExecuteOperatorList'), instructions(3), says('ExecuteOperatorList')]) post(message)
    expect(codesOf(heard)).toHaveLength(1000)
    for (const _ of [1, 2, 3]) await goOn()
    expect(actions(heard)).toEqual([
      'AppendOperatorList',
      'AppendOperatorList',
      'AppendOperatorList',
      'ExecuteOperatorList',
      'AppendOperatorList',
    ])
    await goOn()
    expect(actions(heard).at(-1)).toBe('ExecuteOperatorList')
    expect(codesOf(heard)).toEqual([...(instructions(2500).data['fnArray'] as number[]), 0, 1, 2])
    expect(heard[2]?.data).toMatchObject({ pageProxyId: 'page 1', operatorListId: 7, argsArray: { length: 500 } })
  })

  it('lets what depends on no instruction go first, so that a drawing is stopped at once', async () => {
    const { heard, post, goOn } = listening()
    for (const message of [instructions(5000), says('ExecuteOperatorList'), says('obj'), says('CleanupRenderTask')]) post(message)
    expect(actions(heard)).toEqual(['AppendOperatorList', 'obj', 'CleanupRenderTask'])
    await goOn()
    expect(actions(heard)).toEqual(['AppendOperatorList', 'obj', 'CleanupRenderTask', 'AppendOperatorList'])
  })

  it('ends with a page that is let go, and goes on with the next', async () => {
    const { heard, post, goOn } = listening()
    for (const message of [instructions(5000), instructions(2000), says('cleanupPage'), instructions(4, 'page 2')]) post(message)
    for (const _ of [1, 2, 3]) await goOn()
    expect(heard.map(({ action, data }) => `${action} ${String(data['pageProxyId'])}`)).toEqual([
      'AppendOperatorList page 1',
      'cleanupPage page 1',
      'AppendOperatorList page 2',
    ])
  })
})
