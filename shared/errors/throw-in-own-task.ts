/**
 * Throws in a task of its own: what goes wrong in a promise of a worker is told to the window as the error of the worker that it is,
 * where an unhandled rejection would be told to nobody.
 */
export function throwInOwnTask(thrown: unknown): void {
  setTimeout(() => {
    throw thrown
  })
}
