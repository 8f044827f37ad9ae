import { communeLabel } from '#engines/forms/contract.ts'
import type { Client } from '#engines/contract.ts'

type LookupData = Awaited<ReturnType<Client['services']['getLookups']>>

/** The communes there are today, as a list to choose from shows them. */
export const communesToday = ({ communes, today }: LookupData) =>
  communes
    .filter((one) => (one.from === undefined || one.from <= today) && (one.to === undefined || one.to > today))
    .map((one) => ({ code: one.code, label: communeLabel(one) }))
