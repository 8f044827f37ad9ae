import { z } from 'zod'

/** What is the same in every bundle: an answer nobody is asked for. */
const Always = z.strictObject({ always: z.union([z.string(), z.number(), z.boolean()]) })

/**
 * One procedure of those that are filed at once. Its answers and papers are those of the same id in the bundle; where the bundle has
 * them under another id, or says them itself, it stands here.
 */
export const BundleMember = z.strictObject({
  code: z.string(),
  /** By the id of the member's question: the id of the bundle's, or what is always answered. */
  answers: z.record(z.string(), z.union([z.string(), Always])).default({}),
  /** By the id of the member's paper: the id of the bundle's. */
  papers: z.record(z.string(), z.string()).default({}),
})
export type BundleMember = z.output<typeof BundleMember>

/** The procedures of a bundle; the first leads: it is received where that one is, and the receipt of all goes by its dossier. */
export const BundleMembers = z.array(BundleMember).min(2).max(9)
