import { z } from 'zod'
import type { Quota } from '#values/quota.ts'
import { Letter, ServiceIcon } from '../declare.ts'

export const Words = z.object({ vi: z.string(), en: z.string() })

export const priorities = ['elderly', 'pregnant', 'disabled', 'war-invalid'] as const
export const Priority = z.enum(priorities)
export type Priority = z.infer<typeof Priority>

export const deskStates = ['open', 'paused', 'closed'] as const
export const DeskState = z.enum(deskStates)

export const deviceKinds = ['kiosk', 'rating-kiosk', 'board', 'tablet'] as const
export const DeviceKind = z.enum(deviceKinds)

/** Machines that stand by themselves in a hall and are touched by whoever comes: on both a dossier is looked up and rated. */
export const standingKinds = ['kiosk', 'rating-kiosk'] as const satisfies readonly (typeof deviceKinds)[number][]
export type DeviceKind = z.infer<typeof DeviceKind>

/** A kiosk gives no more: a finger that rests on it must not empty the day's numbers. */
export const ticketsOfKiosk: Quota = { free: 20, withinSeconds: 60 }

/** Nobody rates faster than this all day: somebody who marks one dossier after the other is stopped. */
export const marksOfKiosk: Quota = { free: 10, withinSeconds: 600 }

/** A service as everybody sees it. */
export const ServiceView = z.object({ id: z.string(), letter: z.string(), name: Words, icon: ServiceIcon })
export type ServiceView = z.infer<typeof ServiceView>

/** A number as it is shown and called: `G 047`. */
export const ticketCode = (letter: string, number: number): string => `${letter} ${String(number).padStart(3, '0')}`

export const ServiceInput = z.strictObject({
  letter: Letter,
  name: z.strictObject({ vi: z.string().trim().min(2).max(60), en: z.string().trim().min(2).max(60) }),
  icon: ServiceIcon,
  sectors: z.array(z.string().max(40)).max(40).default([]),
  usualMinutes: z.coerce.number().int().min(1).max(240),
  longestWaitMinutes: z.coerce.number().int().min(1).max(240),
  isOffered: z.boolean(),
  /** How many are expected at each time that can be booked; 0: no appointments. */
  placesEach: z.coerce.number().int().min(0).max(50).default(0),
})
export type ServiceInput = z.infer<typeof ServiceInput>

/** One line of what somebody reads before they confirm it. */
export const Line = z.strictObject({ label: z.string().max(300), value: z.string().max(3000) })
export type Line = z.infer<typeof Line>

/** What somebody reads on the tablet of a desk. */
export const ShownText = z.strictObject({
  title: z.string().trim().min(1).max(300),
  lines: z.array(Line).min(1).max(200),
})
export type ShownText = z.infer<typeof ShownText>
