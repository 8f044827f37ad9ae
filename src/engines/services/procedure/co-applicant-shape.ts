import { z } from 'zod'
import { Condition } from '#values/condition.ts'
import { Said } from './facts.ts'

/** That others may file together with the applicant: each is named by number, reads all, and confirms before it is sent. */
export const CoApplicants = z.strictObject({
  /** What one of them is called: `Người cùng đứng tên`. */
  called: Said,
  most: z.int().min(1).max(10),
  /** In which case, by the answers; absent = always. */
  when: Condition.optional(),
  /** Question pages of which each may be given one to answer themselves. */
  pages: z.array(z.string()).default([]),
})
