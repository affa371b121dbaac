import type { Disk } from '../files/disk'
import { realDisk } from '../files/disk'

export type Refusal = { readonly code: string; readonly when: (operation: string, path: string) => boolean; readonly afterBytes?: number }

const systemError = (code: string, operation: string, path: string): Error =>
  Object.assign(new Error(`${code}: ${operation} '${path}'`), { code, syscall: operation, path })

/** A disk that can be told to refuse, as a full or read-only one does; a refused write may have written part of its bytes. */
export function failingDisk(): { readonly disk: Disk; refuse(refusal: Refusal | null): void } {
  let refusal: Refusal | null = null
  const check = (operation: string, path: string): void => {
    if (refusal?.when(operation, path)) throw systemError(refusal.code, operation, path)
  }
  const wrapHandle = (handle: Awaited<ReturnType<Disk['open']>>, path: string) =>
    new Proxy(handle, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return async (...args: readonly unknown[]): Promise<unknown> => {
          const operation = String(name)
          if (operation === 'write' && refusal?.when(operation, path) && refusal.afterBytes !== undefined && Buffer.isBuffer(args[0])) {
            await target.write(args[0], 0, Math.min(refusal.afterBytes, args[0].length), Number(args[3]))
          }
          check(operation, path)
          return Reflect.apply(value, target, args)
        }
      },
    })
  const disk: Disk = {
    ...realDisk,
    open: async (path, flags, mode) => {
      check('open', String(path))
      return wrapHandle(await realDisk.open(path, flags, mode), String(path))
    },
    mkdir: new Proxy(realDisk.mkdir, {
      apply: async (target, _self, args: Parameters<typeof realDisk.mkdir>) => {
        check('mkdir', String(args[0]))
        return target(...args)
      },
    }),
    rename: async (from, to) => {
      check('rename', String(to))
      return realDisk.rename(from, to)
    },
  }
  return {
    disk,
    refuse(next) {
      refusal = next
    },
  }
}
