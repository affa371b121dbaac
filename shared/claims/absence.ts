import type { Annotation } from '../annotations/annotation'

/** How a passage of a no-records letter is marked: the letter is a document, and says at the same time that somebody looked. */
const NO_RECORDS = /^no[\s-]*records?(\s+letter)?$/i
/** The tag, as it is proposed to people. */
export const NO_RECORDS_TAG = 'no records'

/** Whether a mark is tagged as a letter that says that no records were found. */
export const isNoRecordsLetter = ({ tags }: Pick<Annotation, 'tags'>): boolean => tags.some((tag) => NO_RECORDS.test(tag.trim()))
