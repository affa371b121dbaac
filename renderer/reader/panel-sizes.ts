/** Which parts stand beside the first document. */
type Parts = { readonly left: boolean; readonly beside: boolean; readonly right: boolean }

/** Sizes are kept apart for each set of open parts, since shares of the width mean something else in each. */
export const groupName = ({ left, beside, right }: Parts): string =>
  `reader${left ? '-left' : ''}${beside ? '-beside' : ''}${right ? '-right' : ''}`
