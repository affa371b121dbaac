import type { Block, DossierDocument, Inline, PartBlock } from './blocks'

/**
 * The document with links to places that are not in it reduced to their words: a part that is switched off takes its claims, passages and
 * exhibits with it, and what was said of them elsewhere stays readable.
 */
export function withLiveLinks(document: DossierDocument): DossierDocument {
  const there = new Set([...document.front, ...document.parts].flatMap(placesIn))
  const run = (content: readonly Inline[]): readonly Inline[] => content.flatMap((each) => inline(each))
  const inline = (each: Inline): readonly Inline[] => {
    if (typeof each === 'string' || !('content' in each)) return [each]
    if (each.kind === 'link' && each.to.kind === 'place' && !there.has(each.to.id)) return run(each.content)
    return [{ ...each, content: run(each.content) }]
  }
  const orNull = (content: readonly Inline[] | null): readonly Inline[] | null => content && run(content)
  const stretch = (part: PartBlock): PartBlock => ({
    ...part,
    heading: orNull(part.heading),
    overline: orNull(part.overline),
    blocks: part.blocks.map(block),
  })
  const block = (each: Block): Block => {
    switch (each.kind) {
      case 'part':
        return stretch(each)
      case 'heading':
      case 'paragraph':
        return { ...each, content: run(each.content) }
      case 'quotation':
        return { ...each, citation: run(each.citation) }
      case 'facts':
        return { ...each, facts: each.facts.map(({ term, content }) => ({ term: run(term), content: run(content) })) }
      case 'list':
        return { ...each, items: each.items.map(({ id, content }) => ({ id, content: run(content) })) }
      case 'table':
        return {
          ...each,
          caption: orNull(each.caption),
          groups: each.groups.map((group) => ({
            heading: orNull(group.heading),
            rows: group.rows.map(({ id, cells }) => ({ id, cells: cells.map(run) })),
          })),
        }
      case 'picture':
      case 'chart':
        return each
    }
  }
  return { ...document, front: document.front.map(block), parts: document.parts.map(stretch) }
}

/** The ids of all places in a block. */
function placesIn(block: Block): readonly string[] {
  if (block.kind === 'part') return [block.id, ...block.blocks.flatMap(placesIn)]
  if (block.kind === 'list') return block.items.flatMap(({ id }) => id ?? [])
  return block.kind === 'table' ? block.groups.flatMap(({ rows }) => rows.flatMap(({ id }) => id ?? [])) : []
}
