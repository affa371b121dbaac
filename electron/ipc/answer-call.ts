import { CALLS, isCallName } from '@shared/desktop/calls'
import type { CallArguments, CallName, CallResult, ShellDesktop } from '@shared/desktop/desktop-from'

/** Why a call was not answered: a fault in the caller, never something the researcher did. */
export class RefusedCall extends Error {}

/**
 * Answers a call by name with arguments from the other side of the border, after parsing them by the shared table.
 * @throws RefusedCall for an unknown name or arguments that are not what the call takes
 */
export function answerCall(desktop: ShellDesktop, name: string, args: readonly unknown[]): Promise<unknown> {
  if (!isCallName(name)) throw new RefusedCall(`there is no call “${name}”`)
  return answer(desktop, name, args)
}

async function answer<Name extends CallName>(desktop: ShellDesktop, name: Name, args: readonly unknown[]): Promise<CallResult<Name>> {
  const parsed = CALLS[name].args.safeParse(args)
  if (!parsed.success)
    throw new RefusedCall(
      `${name}: ${parsed.error.issues[0]?.path.join('.') ?? ''} ${parsed.error.issues[0]?.message ?? 'wrong arguments'}`,
    )
  return functionOf(desktop, name)(...parsed.data)
}

/** The contract's function of a name: `vault.append` is `desktop.vault.append`. */
function functionOf<Name extends CallName>(
  desktop: ShellDesktop,
  name: Name,
): (...args: Readonly<CallArguments<Name>>) => Promise<CallResult<Name>> {
  const [area, method] = name.split('.') as [keyof ShellDesktop, string]
  const found: unknown = Reflect.get(desktop[area], method)
  if (typeof found !== 'function') throw new Error(`${name} is in the table of calls, but nothing answers it`)
  return found as (...args: Readonly<CallArguments<Name>>) => Promise<CallResult<Name>>
}
