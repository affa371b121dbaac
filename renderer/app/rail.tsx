import { Settings } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { classes } from '../ui/classes'
import { Tooltip } from '../ui/tooltip'
import styles from './rail.module.css'
import { ROOMS } from './rooms'
import { routes } from './routes'
import { keysOf } from './shortcuts'
import { useCurrentAnalysis } from './use-current-analysis'

/** The doors to the rooms, at the left of the window; settings below. */
export function Rail() {
  const [path] = useLocation()
  const analysis = useCurrentAnalysis()
  const doors = [
    ...ROOMS.map((room) => ({ ...room, to: room.door(analysis?.id ?? null), here: room.holds(path), below: false })),
    { id: 'settings' as const, name: 'Settings', icon: Settings, to: routes.settings(), here: path.startsWith('/settings'), below: true },
  ]
  return (
    <nav className={styles.rail} aria-label="Rooms">
      {doors.map((door) => (
        <Tooltip key={door.id} label={door.name} shortcut={keysOf(door.id)} side="right">
          <Link href={door.to} className={classes(styles.door, door.below && styles.below)} aria-current={door.here ? 'page' : undefined}>
            <door.icon size={19} strokeWidth={1.6} aria-hidden />
            {door.name}
          </Link>
        </Tooltip>
      ))}
    </nav>
  )
}
