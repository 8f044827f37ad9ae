import { z } from 'zod'
import { operation } from '#values/operation.ts'

const Wishes = { push: z.boolean(), sms: z.boolean(), email: z.boolean() }

/** By what a citizen is told of their dossiers. */
export const wishesContract = {
  getMyWishes: operation(
    { title: { vi: 'Cách nhận tin của tôi', en: 'How I am told' }, kind: 'read', permission: 'citizen' },
    { method: 'GET', path: '/notification/my/wishes' },
  )
    .input(z.strictObject({}))
    .output(
      z.object({
        ...Wishes,
        /** By what this installation sends at all. */
        open: z.array(z.enum(['push', 'sms', 'email'])),
        /** Where to, as far as it is known, with its middle hidden. A dossier may declare another phone. */
        phone: z.string().nullable(),
        address: z.string().nullable(),
      }),
    ),

  saveMyWishes: operation(
    { title: { vi: 'Chọn cách nhận tin', en: 'Choose how to be told' }, kind: 'write', permission: 'citizen' },
    { method: 'PUT', path: '/notification/my/wishes' },
  )
    .input(z.strictObject(Wishes))
    .output(z.object({})),
}
