import { z } from 'zod'

/** Authority to sign (TUQ.), standing in while somebody is away, and signing by order of the head of the agency (TL.). */
export const DelegationKind = z.enum(['delegation', 'absence', 'order'])
export type DelegationKind = z.output<typeof DelegationKind>
