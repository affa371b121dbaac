import type { MouseEvent, ReactNode } from 'react'
import { Link } from 'wouter'
import { asksForNewTab, useOpenElsewhere } from './tabs-store'

type DocumentLinkProps = {
  /** An address by `routes.document`. */
  readonly href: string
  /** The document's name, to say which one was opened. */
  readonly name: string
  readonly title?: string
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A link to a document: Ctrl or the middle button opens it in a new tab of the reader, never in another window. */
export function DocumentLink({ href, name, title, className, children }: DocumentLinkProps) {
  const { inNewTab } = useOpenElsewhere()
  const aside = (event: MouseEvent): void => {
    if (!asksForNewTab(event)) return
    event.preventDefault()
    inNewTab(href, name)
  }
  return (
    <Link href={href} title={title} className={className} onClick={aside} onAuxClick={aside}>
      {children}
    </Link>
  )
}
