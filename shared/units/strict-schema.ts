import { z } from 'zod'

// zod compiles parsers with `new Function` where it may; the content security policy forbids eval, so it must not try.
z.config({ jitless: true })

/** An object schema that keeps only the fields it names and makes them readonly. */
export const record = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.object(shape).readonly()
/** The schema of a readonly list. */
export const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
