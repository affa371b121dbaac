import { wire } from './wire.mjs'

/**
 * The page's half of contextBridge. The two worlds of a page share events and nothing else; Chromium copies the detail of
 * an event between them. Runs in the page, as text.
 */
function mainWorld(tag) {
  const callbacks = new Map()
  const pending = new Map()
  let count = 0
  let answer
  addEventListener(`${tag}:return`, (told) => {
    answer = told.detail
  })
  addEventListener(`${tag}:settle`, ({ detail: { id, ok, value } }) => {
    const [resolve, reject] = pending.get(id)
    pending.delete(id)
    if (ok) resolve(value)
    else reject(Object.assign(new Error(value.message), { name: value.name }))
  })
  addEventListener(`${tag}:callback`, ({ detail }) => callbacks.get(detail.id)?.(...detail.args))
  const outward = (value) => {
    if (typeof value !== 'function') return value
    count += 1
    callbacks.set(count, value)
    return { $function: count }
  }
  const inward = (value) => {
    if (value === null || typeof value !== 'object') return value
    if ('$remote' in value) return (...args) => call(value.$remote, args)
    if ('$promise' in value) return new Promise((resolve, reject) => pending.set(value.$promise, [resolve, reject]))
    return value
  }
  function call(reference, args) {
    answer = undefined
    dispatchEvent(new CustomEvent(`${tag}:call`, { detail: { reference, args: args.map(outward) } }))
    if (answer?.threw) throw new Error(answer.threw)
    return inward(answer?.value)
  }
  const build = (shape) => {
    if (shape.$remote !== undefined) return Object.freeze(inward(shape))
    return shape.$object ? Object.freeze(Object.fromEntries(shape.$object.map(([key, member]) => [key, build(member)]))) : shape.$value
  }
  addEventListener(`${tag}:expose`, ({ detail: { key, shape } }) => {
    if (Object.hasOwn(window, key)) throw new Error('Cannot bind an API on top of an existing property on the window object')
    Object.defineProperty(window, key, { value: build(shape), enumerable: true, configurable: false, writable: false })
  })
}

/** The preload's world, with the few modules that a sandboxed preload has. Runs in the page, as text. */
function preloadWorld(tag, makeWire, preload, processFacts) {
  const toBase64 = (bytes) => {
    let text = ''
    for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768))
    return btoa(text)
  }
  const { encode, decode } = makeWire(toBase64, (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0)))
  const references = []
  let promises = 0
  const say = (kind, detail) => dispatchEvent(new CustomEvent(`${tag}:${kind}`, { detail }))
  const reference = (target) => ({ $remote: references.push(target) - 1 })
  const shapeOf = (value) => {
    if (typeof value === 'function') return reference(value)
    const isPlain = value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype
    return isPlain ? { $object: Object.entries(value).map(([key, member]) => [key, shapeOf(member)]) } : { $value: value }
  }
  const result = (value) => {
    if (typeof value === 'function') return reference(value)
    if (typeof value?.then !== 'function') return value
    promises += 1
    const id = promises
    value.then(
      (settled) => say('settle', { id, ok: true, value: settled }),
      (thrown) => say('settle', { id, ok: false, value: { name: thrown?.name ?? 'Error', message: thrown?.message ?? String(thrown) } }),
    )
    return { $promise: id }
  }
  addEventListener(`${tag}:call`, ({ detail }) => {
    const args = detail.args.map((argument) =>
      argument?.$function === undefined ? argument : (...given) => say('callback', { id: argument.$function, args: given }),
    )
    try {
      say('return', { value: result(references[detail.reference](...args)) })
    } catch (thrown) {
      say('return', { threw: String(thrown?.message ?? thrown) })
    }
  })

  const waiting = new Map()
  const listeners = new Map()
  let calls = 0
  const listenersOf = (channel) => listeners.get(channel) ?? listeners.set(channel, []).get(channel)
  const ipcRenderer = {
    invoke: (channel, ...args) =>
      new Promise((resolve, reject) => {
        calls += 1
        waiting.set(calls, [resolve, reject])
        globalThis.vouchDoubleCall(JSON.stringify({ id: calls, channel, args: encode(args) }))
      }),
    on(channel, listener) {
      listenersOf(channel).push(listener)
      return this
    },
    removeListener(channel, listener) {
      const list = listenersOf(channel)
      if (list.includes(listener)) list.splice(list.indexOf(listener), 1)
      return this
    },
  }
  globalThis.vouchDouble = {
    reply(id, ok, text) {
      const [resolve, reject] = waiting.get(id)
      waiting.delete(id)
      if (ok) resolve(decode(text))
      else reject(new Error(decode(text)))
    },
    emit(channel, text) {
      for (const listener of listenersOf(channel).slice()) listener({ sender: ipcRenderer }, ...decode(text))
    },
  }
  const electron = { contextBridge: { exposeInMainWorld: (key, api) => say('expose', { key, shape: shapeOf(api) }) }, ipcRenderer }
  const require = (name) => {
    if (name === 'electron' || name === 'electron/renderer') return electron
    throw new Error(`module not found in a sandboxed preload: ${name}`)
  }
  preload(require, processFacts, { exports: {} }, {})
}

export const mainWorldScript = (tag) => `(${mainWorld})(${JSON.stringify(tag)})`

export function preloadWorldScript(tag, source) {
  const facts = {
    platform: process.platform,
    versions: { electron: '45.4.1', chrome: '156', node: '24' },
    argv: [],
    env: {},
    contextIsolated: true,
    sandboxed: true,
  }
  return `if (window.top === window) (${preloadWorld})(${JSON.stringify(tag)}, ${wire}, function (require, process, module, exports) {\n${source}\n}, ${JSON.stringify(facts)})`
}
