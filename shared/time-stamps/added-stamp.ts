import { z } from 'zod'
import { record } from '../units/strict-schema'
import { timestampSchema } from '../units/time'

/** More than any answer of an authority takes, in bytes. */
export const MOST_STAMP_BYTES = 64 * 1024

/** A time stamp made elsewhere, as it was added: the bytes of its file in Base64. */
export const addedStampSchema = record({ name: z.string().min(1), data: z.base64(), by: z.string(), at: timestampSchema })
export type AddedStamp = z.infer<typeof addedStampSchema>

/** The bytes of a stamp as they were added (DER). */
export const bytesOfStamp = ({ data }: Pick<AddedStamp, 'data'>): Uint8Array => Uint8Array.from(atob(data), (char) => char.charCodeAt(0))

/** A stamp file of a bundle: in `data/timestamps/` those of the library, beside `bagit.txt` those of the packing lists, which can only be made afterwards. */
const ENDING = /\.(tsr|tst)$/i
const FOLDER = 'timestamps/'
/** Whether a path of a bundle is a stamp that was put beside it afterwards. */
export const isStampBeside = (path: string): boolean => !path.includes('/') && ENDING.test(path)
/** Whether a path of a bundle is a stamp that the payload holds. */
export const isStampInside = (path: string): boolean => path.startsWith(`data/${FOLDER}`)

/** Where the stamps of an analysis lie in a payload. Numbered, so that no name of a file goes out. */
export const stampFiles = (stamps: readonly AddedStamp[]): readonly { readonly path: string; readonly stamp: AddedStamp }[] =>
  stamps.map((stamp, at) => ({
    path: `${FOLDER}TS-${String(at + 1).padStart(2, '0')}.${/\.tst$/i.test(stamp.name) ? 'tst' : 'tsr'}`,
    stamp,
  }))
