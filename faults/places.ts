import { join } from 'node:path'

/** Folders of an installation that may lie on disks of their own, below its data directory; the outer one first. */
export const places = {
  data: '',
  database: 'postgres',
  log: 'postgres/cluster/pg_wal',
  files: 'files',
  uploads: 'uploads',
} as const

export type PlaceName = keyof typeof places

export const placeIn = (dataDirectory: string, name: PlaceName): string => join(dataDirectory, places[name])
