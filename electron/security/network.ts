import type { App, Session } from 'electron'
import type { OwnAddress } from './origin'

/** Schemes that never leave the machine: what the page made itself, and the developer tools. */
const INSIDE = /^(blob|data|devtools):/

/** Switches for the parts of Chromium that speak to the network on their own. Must be called before the application is ready. */
export function quietChromium(app: App): void {
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
  app.commandLine.appendSwitch('no-pings')
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
}

/** Refuses every request that would leave the machine. @returns how many were refused so far */
export function guardNetwork(session: Session, isOwn: OwnAddress): { readonly refused: () => number } {
  let refused = 0
  session.webRequest.onBeforeRequest((details, answer) => {
    const stays = isOwn(details.url) || INSIDE.test(details.url)
    if (!stays) refused += 1
    answer({ cancel: !stays })
  })
  session.setSpellCheckerEnabled(false)
  return { refused: () => refused }
}
