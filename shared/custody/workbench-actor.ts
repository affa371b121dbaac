/** The actor of custody entries for what the workbench does by itself: seeding, repair. */
export const WORKBENCH_ACTOR = 'Vouch'
