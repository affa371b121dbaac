import { looksLikeVouchLink } from '@shared/links/vouch-link'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import styles from './dossier-screen.module.css'

/** The page in a frame follows the system's theme by itself; the researcher's own choice has to be handed on. */
function handThemeOn(frame: HTMLIFrameElement | null): void {
  const theme = document.documentElement.getAttribute('data-theme')
  const inside = frame?.contentDocument?.documentElement
  if (theme === null) inside?.removeAttribute('data-theme')
  else inside?.setAttribute('data-theme', theme)
}

/** A link into the program is followed here, without asking the system who opens such links. */
function followIntoVouch(event: MouseEvent): void {
  const link = event.composedPath().find((each): each is HTMLAnchorElement => (each as Partial<Element>).tagName === 'A')
  if (link === undefined || !looksLikeVouchLink(link.href)) return
  event.preventDefault()
  navigate(routes.open(link.href))
}

/** A place in the page that is to be seen; a new object each time that it is asked for. */
export type PreviewPlace = { readonly id: string }

/**
 * The dossier's page as it would go out. It runs no script: without that, its own origin only lets this window scroll it. A page that is
 * written anew is shown where the one before it was being read.
 */
export function DossierPreview({
  title,
  html,
  place,
}: {
  readonly title: string
  readonly html: string
  readonly place: PreviewPlace | null
}) {
  const frame = useRef<HTMLIFrameElement>(null)
  const read = useRef(0)
  const takeTheme = useCallback(() => handThemeOn(frame.current), [])
  useEffect(() => {
    const watch = new MutationObserver(takeTheme)
    watch.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => watch.disconnect()
  }, [takeTheme])
  useLayoutEffect(() => {
    if (frame.current === null) return
    read.current = frame.current.contentWindow?.scrollY ?? 0
    frame.current.srcdoc = html
  }, [html])
  useEffect(() => {
    if (place !== null) frame.current?.contentDocument?.getElementById(place.id)?.scrollIntoView({ block: 'start' })
  }, [place])
  const onLoad = (): void => {
    takeTheme()
    frame.current?.contentWindow?.scrollTo(0, read.current)
    frame.current?.contentDocument?.addEventListener('click', followIntoVouch)
  }
  return <iframe ref={frame} className={styles.frame} title={`Dossier: ${title}`} sandbox="allow-same-origin" onLoad={onLoad} />
}
