import type { Problem } from '@shared/errors/outcome'
import { X } from 'lucide-react'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react'
import { Button, IconButton } from './button'
import { classes } from './classes'
import styles from './toast.module.css'

export type Toast = {
  readonly text: string
  readonly action?: { readonly label: string; readonly onSelect: () => void } | undefined
  /** Trouble is said at once and stays until it is put away. */
  readonly problem?: Problem | undefined
}
export type Toasts = { show(toast: Toast): void }

const ToastContext = createContext<Toasts | null>(null)

/** How long a toast stays, in ms: long enough to read it twice and to reach its button. */
const STAYS = 7000

/** Holds the toasts, at the foot of the window, in live regions for screen readers. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly (Toast & { readonly id: number })[]>([])
  const next = useRef(0)
  const timers = useRef(new Map<number, ReturnType<typeof setTimeout>>())

  const dismiss = useCallback((id: number) => {
    clearTimeout(timers.current.get(id))
    timers.current.delete(id)
    setShown((list) => list.filter((toast) => toast.id !== id))
  }, [])
  const wait = useCallback(
    (id: number) =>
      timers.current.set(
        id,
        setTimeout(() => dismiss(id), STAYS),
      ),
    [dismiss],
  )
  const show = useCallback(
    (toast: Toast) => {
      const id = (next.current += 1)
      // The same trouble again takes the place of what was said before: three of a kind hide the page that is worked on.
      const says = ({ text, problem }: Toast): string => problem?.what ?? text
      setShown((list) => {
        const others = list.filter((one) => toast.problem === undefined || one.problem === undefined || says(one) !== says(toast))
        return [...others.slice(-2), { ...toast, id }]
      })
      if (toast.problem === undefined) wait(id)
    },
    [wait],
  )
  const toasts = useMemo(() => ({ show }), [show])

  return (
    <ToastContext.Provider value={toasts}>
      {children}
      {/* A press on a message is no press beside a dialog: putting a message away closes nothing. */}
      <section className={styles.place} aria-label="Messages" onPointerDown={(event) => event.stopPropagation()}>
        {(['status', 'alert'] as const).map((role) => (
          <div key={role} role={role} className={styles.region}>
            {shown
              .filter((toast) => (toast.problem !== undefined) === (role === 'alert'))
              .map((toast) => (
                <div
                  key={toast.id}
                  className={classes(styles.toast, toast.problem && styles.problem)}
                  onPointerEnter={() => clearTimeout(timers.current.get(toast.id))}
                  onPointerLeave={() => (toast.problem === undefined ? wait(toast.id) : undefined)}
                  onFocus={() => clearTimeout(timers.current.get(toast.id))}
                >
                  <div className={styles.words}>
                    <p>{toast.problem?.what ?? toast.text}</p>
                    {toast.problem === undefined ? null : <p className={styles.remedy}>{toast.problem.remedy}</p>}
                  </div>
                  {toast.action === undefined ? null : (
                    <Button
                      kind="quiet"
                      onClick={() => {
                        dismiss(toast.id)
                        toast.action?.onSelect()
                      }}
                    >
                      {toast.action.label}
                    </Button>
                  )}
                  <IconButton label="Put away" icon={X} onClick={() => dismiss(toast.id)} />
                </div>
              ))}
          </div>
        ))}
      </section>
    </ToastContext.Provider>
  )
}

/** Says in passing what was done, with a way back: `show({ text, action: { label: 'Undo', onSelect } })`, or `show({ text, problem })`. */
export function useToast(): Toasts {
  const toasts = useContext(ToastContext)
  if (toasts === null) throw new Error('useToast outside of ToastProvider')
  return toasts
}
