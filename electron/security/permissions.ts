import type { Session } from 'electron'
import type { OwnAddress } from './origin'

/** What the window may do beyond showing itself, each with the reason. Everything that is not here is refused. */
const ALLOWED: Readonly<Record<string, string>> = {
  'clipboard-sanitized-write': 'copies a citation, a hash or the address of a link to the clipboard',
  'persistent-storage': 'asks Chromium not to clear the library when the disk runs short',
}

const isAllowed = (permission: string): boolean => Object.hasOwn(ALLOWED, permission)

/** Refuses every permission but those of the table, to everyone but the window itself. */
export function guardPermissions(session: Session, isOwn: OwnAddress): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(isAllowed(permission) && isOwn(details.requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission) && isOwn(origin))
  session.setDevicePermissionHandler(() => false)
}
