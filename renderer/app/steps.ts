/** Takes a step back (-1) or forward (1) itself; false where it has none to take. */
type Walker = (direction: 1 | -1) => boolean

const walkers: Walker[] = []

/** Lets a screen take Back and Forward first, for steps inside it; the function returned ends that. The latest is asked first. */
export function takeSteps(walker: Walker): () => void {
  walkers.push(walker)
  return () => void walkers.splice(walkers.indexOf(walker), 1)
}

/** Back (-1) or Forward (1): inside the screen, or else through the screens. */
export function takeStep(direction: 1 | -1): void {
  if (!walkers.toReversed().some((walker) => walker(direction))) history.go(direction)
}
