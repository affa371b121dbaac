/** Numbers of the ZIP format (APPNOTE.TXT 6.3.10 of PKWARE) that the writer and the reader share. */

export const SIGNATURE = { local: 0x0403_4b50, descriptor: 0x0807_4b50, central: 0x0201_4b50, wideEnd: 0x0606_4b50, wideEndPlace: 0x0706_4b50, end: 0x0605_4b50 } as const
/** Lengths without the parts that vary. */
export const LENGTH = { local: 30, central: 46, wideEnd: 56, wideEndPlace: 20, end: 22 } as const
export const METHOD = { stored: 0, deflated: 8 } as const
/** What stands in a field of 32 or 16 bits whose value is kept in the zip64 field instead. */
export const WIDE_32 = 0xffff_ffff
export const WIDE_16 = 0xffff
/** The extra field with sizes and places of 64 bits. */
export const WIDE_FIELD = 1
export const FLAG = { encrypted: 1, sizesFollow: 8, utf8: 0x0800 } as const
