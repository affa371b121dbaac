import type { Problem } from '@shared/errors/outcome'

/** Whether both copies (database and vault) have all that was done. Shown in the top bar in these words. */
export type SaveState =
  | { readonly kind: 'saved-twice' }
  | { readonly kind: 'saving' }
  /** The vault refuses writes: new commands are refused until it takes them again. */
  | { readonly kind: 'trouble'; readonly problem: Problem }
