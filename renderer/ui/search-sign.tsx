import { LOOKED_SIGN, NOT_FOUND_SIGN } from '@shared/searches/search-words'
import { Pill } from './pill'

/** How a recorded search bears on a claim: a sign of its own, dashed, as it never has the weight of a document. */
export function SearchSign({ notFound = true, count }: { readonly notFound?: boolean; readonly count?: number | undefined }) {
  const { shape, word } = notFound ? NOT_FOUND_SIGN : LOOKED_SIGN
  return (
    <Pill tone="absent">
      <span aria-hidden>{shape}</span>
      {word}
      {count === undefined ? null : ` · ${count}`}
    </Pill>
  )
}
