import { officeContract } from './contract/office.ts'
import { publicContract } from './contract/public.ts'
import { senderContract } from './contract/sender.ts'

export type { Act, ActName } from './contract/office.ts'
export { petitionProblems } from './contract/problems.ts'
export { inGroups } from './contract/show-code.ts'
export { attachmentStreams } from './contract/streams.ts'
export type { PetitionStatus } from './contract/shapes.ts'
export { kindWords, petitionKinds, publishedKinds, type PetitionKind } from './kinds.ts'

/** Everything that can be done with questions, reflections, complaints and denunciations, by who does it. */
export const petitionsContract = { ...publicContract, ...senderContract, ...officeContract }
