/**
 * Tells annotations of some subtypes from others before they are parsed: refusing a hundred thousand by their schema takes half a second.
 */
export const isA =
  (subtypes: readonly string[]) =>
  (annotation: unknown): boolean =>
    typeof annotation === 'object' &&
    annotation !== null &&
    'subtype' in annotation &&
    typeof annotation.subtype === 'string' &&
    subtypes.includes(annotation.subtype)
