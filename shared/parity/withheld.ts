/** Markings that agencies put in the place of an answer. A text about redaction is none: the marking begins the answer, or ends it as what was done. */
const MARKING = String.raw`law enforcement sensitive|LES\b|redacted\b|withheld\b|for official use only|FOUO\b|controlled unclassified information|CUI\b|sensitive but unclassified|SBU\b|not (?:publicly )?releasable|not for (?:public )?release|exempt(?:ed)? from (?:public )?(?:disclosure|release)|classified\b|\(b\)\s*\(\d\)`
const BEGINS = new RegExp(String.raw`^[^\p{L}\p{N}(]*(?:\()?(?:${MARKING})`, 'iu')
const ENDS = /\b(?:is|are|was|were|been|being)\s+(?:redacted|withheld|classified|not releasable)[^\p{L}\p{N}]*$/iu
/** A notice is short; a long text that begins like one goes on to say something. */
const MOST_WORDS = 12
const MOST_CHARACTERS = 160

/** Whether an answer is only a notice that it is withheld: a sensitivity marking, or that it was redacted. */
export const isWithheld = (answer: string): boolean =>
  answer.length <= MOST_CHARACTERS && answer.split(/\s+/).length <= MOST_WORDS && (BEGINS.test(answer) || ENDS.test(answer))
