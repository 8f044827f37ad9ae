import { z } from 'zod'

const Part = z.strictObject({ bytes: z.int(), sha256: z.string() })

/** What a backup says of itself; sealed and signed like all of it. */
export const Manifest = z.strictObject({
  is: z.literal('lien-thong base backup 1'),
  id: z.string(),
  system: z.string(),
  /** From when on a moment can be chosen. */
  endedAt: z.iso.datetime(),
  startedAt: z.iso.datetime(),
  postgres: z.int(),
  /** By whom and where the platform is found in the cluster. */
  database: z.strictObject({ user: z.string(), name: z.string() }),
  timeline: z.int(),
  segmentBytes: z.int(),
  startLsn: z.string(),
  endLsn: z.string(),
  cluster: Part,
  settings: z.string(),
  /** How many rows each table had shortly before the end. */
  rows: z.record(z.string(), z.int()),
})
export type Manifest = z.output<typeof Manifest>

export const manifestName = (id: string): string => `base/${id}/manifest`
export const clusterName = (id: string): string => `base/${id}/cluster`
/** Open: what is deleted in time goes by it, nothing that is restored does. */
export const openFactsName = (id: string): string => `base/${id}/facts.json`
