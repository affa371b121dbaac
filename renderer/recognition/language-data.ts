/** Kinds of parts in a file of language data at most; Tesseract 5 knows 24. */
const MOST_PARTS = 64
/** The part that holds the neural model; Tesseract's `TESSDATA_LSTM`. */
const MODEL = 17

/**
 * Says what is wrong with the bytes of a `.traineddata` file; null when it can be used. The file begins with the number of parts
 * (int32), then the place of each part in the file (int64, -1 where it is absent), all little-endian (Tesseract, `tessdatamanager.cpp`).
 */
export function checkLanguageData(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = bytes.length < 4 ? 0 : view.getInt32(0, true)
  if (parts < 1 || parts > MOST_PARTS || bytes.length < 4 + 8 * parts) return 'it holds no language data'
  const places = Array.from({ length: parts }, (_, part) => view.getBigInt64(4 + 8 * part, true))
  if (places.some((place) => place < -1n || place > BigInt(bytes.length))) return 'its language data is cut off or damaged'
  return (places[MODEL] ?? -1n) < 0n ? 'it holds only the model of old versions of the program (before Tesseract 4)' : null
}
