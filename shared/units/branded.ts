declare const brand: unique symbol

/** A value that carries what it measures, so that two numbers (or strings) of different meaning can't be mixed. */
export type Branded<Value, Mark extends string> = Value & { readonly [brand]: Mark }
