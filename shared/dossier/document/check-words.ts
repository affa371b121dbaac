/** What second readers found, as a sentence; empty where nobody has checked anything. */
export const checkSentence = (check: string | null): string => (check === null ? '' : `Second reader: ${check}.`)
