import { type VouchLink, vouchLink } from '@shared/links/vouch-link'
import { useCallback } from 'react'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'

/** Puts a link to a claim or a passage on the clipboard, and says so. */
export function useCopyLink(): (link: VouchLink) => void {
  const { desktop } = useWorkbench()
  const toast = useToast()
  return useCallback(
    (link) => {
      void desktop.app
        .copyText(vouchLink(link))
        .then(() => toast.show({ text: `Copied the link to the ${link.kind}. It opens in a Vouch that has this library.` }))
    },
    [desktop, toast],
  )
}
