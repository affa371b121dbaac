/** How the browser host's page and launcher speak: POST `/desktop/<call>`, see `calls.ts`. */
export const CALLS_PATH = '/desktop/'
/** Carries the token that the launcher put into the address it opened. */
export const TOKEN_HEADER = 'x-vouch-token'
/** Carries the arguments of a call whose body is bytes: JSON, percent-encoded. */
export const ARGUMENTS_HEADER = 'x-vouch-arguments'
