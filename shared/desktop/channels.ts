/** The channels between Electron's main process and the preload: one for all calls, one for each event. */
export const CHANNELS = { call: 'vouch:call', menu: 'vouch:menu', files: 'vouch:files', links: 'vouch:links' } as const
