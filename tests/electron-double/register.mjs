// Lets Node find the double when the application imports `electron`.
import { register } from 'node:module'

const target = new URL('./electron.mjs', import.meta.url).href
const hooks = `export const resolve = (name, context, next) => name === 'electron' ? { url: ${JSON.stringify(target)}, shortCircuit: true } : next(name, context)`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)
