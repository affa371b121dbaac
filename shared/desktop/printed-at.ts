/**
 * The address of a page while it is printed. `.invalid` is nobody's (RFC 2606), so that a printed link tells nothing of the machine; what is
 * linked relative to the page begins with it.
 */
export const PRINTED_AT = 'https://dossier.invalid/'
