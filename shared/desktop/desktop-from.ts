import type { Desktop } from './desktop'

/** The areas of the contract that answer calls. What is left over (onMenu, onFiles, onLinks) are events, which each host carries in its own way. */
export type ShellDesktop = Pick<Desktop, 'vault' | 'files' | 'exports' | 'paper' | 'job'> & {
  readonly app: Omit<Desktop['app'], 'onMenu' | 'onFiles' | 'onLinks'>
}

type Methods = {
  readonly [Area in keyof ShellDesktop]: {
    readonly [Method in keyof ShellDesktop[Area] & string as `${Area}.${Method}`]: ShellDesktop[Area][Method]
  }
}[keyof ShellDesktop]
type Merge<Union> = (Union extends unknown ? (all: Union) => void : never) extends (all: infer All) => void ? All : never
/** Every call by its name, `vault.append`, as a function. */
export type DesktopCalls = Merge<Methods>
export type CallName = keyof DesktopCalls
export type CallArguments<Name extends CallName> = DesktopCalls[Name] extends (...args: infer Args) => unknown ? Args : never
export type CallResult<Name extends CallName> = DesktopCalls[Name] extends (...args: never) => Promise<infer Result> ? Result : never

/** Makes the contract's object out of one function that carries a call across the border. */
export function desktopFrom(
  call: <Name extends CallName>(name: Name, ...args: Readonly<CallArguments<Name>>) => Promise<CallResult<Name>>,
): ShellDesktop {
  return {
    app: {
      info: () => call('app.info'),
      refusedRequests: () => call('app.refusedRequests'),
      copyText: (text) => call('app.copyText', text),
    },
    vault: {
      open: () => call('vault.open'),
      readJournal: (after, limit) => call('vault.readJournal', after, limit),
      append: (lines) => call('vault.append', lines),
      setJournalAside: () => call('vault.setJournalAside'),
      keepAside: (label, text) => call('vault.keepAside', label, text),
      beginDocument: () => call('vault.beginDocument'),
      writeDocument: (document, part) => call('vault.writeDocument', document, part),
      finishDocument: (document) => call('vault.finishDocument', document),
      abandonDocument: (document) => call('vault.abandonDocument', document),
      adoptDocument: (file) => call('vault.adoptDocument', file),
      readDocument: (id, from, length) => call('vault.readDocument', id, from, length),
      writeText: (id, text) => call('vault.writeText', id, text),
      readText: (id) => call('vault.readText', id),
      checkDocuments: () => call('vault.checkDocuments'),
      reveal: () => call('vault.reveal'),
    },
    files: {
      choose: (what) => call('files.choose', what),
      read: (file, from, length) => call('files.read', file, from, length),
    },
    exports: {
      begin: (name, kind) => call('exports.begin', name, kind),
      write: (target, path, part) => call('exports.write', target, path, part),
      writeDocument: (target, path, id, offset) => call('exports.writeDocument', target, path, id, offset),
      finish: (target) => call('exports.finish', target),
      abandon: (target) => call('exports.abandon', target),
      reveal: (target) => call('exports.reveal', target),
    },
    paper: {
      print: (printing, html) => call('paper.print', printing, html),
      cancel: (printing) => call('paper.cancel', printing),
    },
    job: {
      get: () => call('job.get'),
      progress: (line) => call('job.progress', line),
      done: (stdout, status) => call('job.done', stdout, status),
    },
  }
}
