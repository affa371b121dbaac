import { z } from 'zod'
import { type DevToolsPipe, devToolsOver } from './devtools'

const attachedSchema = z.object({ sessionId: z.string(), targetInfo: z.object({ type: z.string() }) })
const exceptionSchema = z.object({
  exceptionDetails: z.object({ text: z.string(), exception: z.object({ description: z.string().optional() }).optional() }),
})

export type PageTrouble = { readonly kind: 'crashed' | 'error'; readonly words: string }

/**
 * Watches the workbench's browser over its pipe.
 * @param origin gets lasting storage, so that the browser does not clear the library when its disk runs short
 */
export function watchBrowser(pipe: DevToolsPipe, origin: string, onTrouble: ((trouble: PageTrouble) => void) | null): void {
  const { send } = devToolsOver(pipe, ({ method, params }) => {
    if (onTrouble === null) return
    if (method === 'Target.attachedToTarget') {
      const attached = attachedSchema.safeParse(params)
      if (!attached.success) return
      const { sessionId, targetInfo } = attached.data
      void send('Runtime.enable', {}, sessionId)
      if (targetInfo.type === 'page') {
        void send('Inspector.enable', {}, sessionId)
        attach(sessionId)
      }
    } else if (method === 'Inspector.targetCrashed') onTrouble({ kind: 'crashed', words: 'The browser’s page crashed.' })
    else if (method === 'Runtime.exceptionThrown') {
      const thrown = exceptionSchema.safeParse(params)
      if (thrown.success)
        onTrouble({ kind: 'error', words: thrown.data.exceptionDetails.exception?.description ?? thrown.data.exceptionDetails.text })
    }
  })
  const attach = (sessionId?: string): void =>
    void send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }, sessionId)
  void send('Browser.setPermission', { permission: { name: 'persistent-storage' }, setting: 'granted', origin })
  if (onTrouble !== null) attach()
}
