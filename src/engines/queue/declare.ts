import { z } from 'zod'
import { declared } from '#values/declared.ts'

const Words = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })

/** One letter, so that a number is called by few sounds. */
export const Letter = z.string().regex(/^[A-ZĂÂĐÊÔƠƯ]$/, { error: 'Một chữ cái in hoa · One capital letter' })

/** Signs that stand beside a service on kiosks. */
export const ServiceIcon = z.enum([
  'briefcase',
  'building',
  'building-store',
  'car',
  'heart',
  'map-pin',
  'receipt',
  'stethoscope',
  'ticket',
  'users',
])

export type ServiceIcon = z.infer<typeof ServiceIcon>

const Service = z.strictObject({
  letter: Letter,
  name: Words,
  icon: ServiceIcon,
  /** Sectors whose procedures it takes in; none where results are handed out or questions answered. */
  sectors: z.array(z.string()).default([]),
  /** How long one is usually served, before the centre has counted for itself. */
  usualMinutes: z.int().min(1).max(240),
  /** From so long a wait on the head of the centre is alarmed. */
  longestWaitMinutes: z.int().min(1).max(240).default(20),
  /** How many are expected at each time that can be booked; 0: no appointments. */
  placesEach: z.int().min(0).max(50).default(0),
})

const Centre = z.strictObject({
  /** The code of the one-stop unit. */
  unit: z.string(),
  headStart: z.strictObject({
    priorityMinutes: z.int().min(0).max(240),
    appointmentMinutes: z.int().min(0).max(240),
    lateMinutes: z.int().min(0).max(120),
  }),
  services: z.array(Service),
  /** Each desk with the letters of what it serves, in the order of its number from 1. */
  desks: z.array(z.array(Letter)),
})
export type Centre = z.infer<typeof Centre>

/** Declares the queue of a one-stop unit as it begins; its head changes it on screen from then on. */
export const defineCentre = (centre: z.input<typeof Centre>): Centre =>
  declared(Centre, centre, `queue of ${centre.unit}`)
