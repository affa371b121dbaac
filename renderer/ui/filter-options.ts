/** A choice of a filter. */
export type FilterOption<Value extends string> = { readonly value: Value; readonly label: string }

/** The choices of a filter, with the empty one that narrows nothing before them. */
export const withAny = <Value extends string>(
  any: string,
  options: readonly FilterOption<Value>[],
): readonly FilterOption<Value | ''>[] => [{ value: '', label: any }, ...options]

/** Choices from what there is, each with how often: `Clearview AI (3)`. */
export const counted = (facet: readonly (readonly [string, number])[]): readonly FilterOption<string>[] =>
  facet.map(([value, count]) => ({ value, label: `${value} (${count})` }))
