/**
 * Gives back the object that it gave before for as long as all fields are the same: for a context, whose readers are drawn again with each
 * new object.
 */
export function sameFields<Fields extends object>(): (fields: Fields) => Fields {
  let kept: Fields | null = null
  return (fields) => {
    const before = new Map(Object.entries(kept ?? {}))
    if (kept === null || Object.entries(fields).some(([name, value]) => !Object.is(before.get(name), value))) kept = fields
    return kept
  }
}
