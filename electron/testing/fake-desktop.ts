import { type CallName, desktopFrom, type ShellDesktop } from '@shared/desktop/desktop-from'
import { ok } from '@shared/errors/outcome'

/** A desktop that notes every call and answers each with its name. */
export function fakeDesktop(): { readonly desktop: ShellDesktop; readonly calls: (readonly [CallName, ...unknown[]])[] } {
  const calls: (readonly [CallName, ...unknown[]])[] = []
  const desktop = desktopFrom(async (name, ...args: readonly unknown[]) => {
    calls.push([name, ...args])
    const answer: unknown =
      name === 'vault.readDocument' || name === 'paper.print'
        ? ok(new Uint8Array([37, 80, 68, 70]))
        : name === 'app.refusedRequests'
          ? 0
          : ok(name)
    return answer as never
  })
  return { desktop, calls }
}
