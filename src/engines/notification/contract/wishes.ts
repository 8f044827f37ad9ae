import { z } from 'zod'
import { operation } from '#values/operation.ts'

const Wishes = { push: z.boolean(), sms: z.boolean(), email: z.boolean() }

export const wishProblems = {
  notABrowser: {
    status: 422,
    message: { vi: 'Máy này không nhận được thông báo.', en: 'This device cannot be notified.' },
  },
} as const

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
        /** By which a browser subscribes to our notifications; null before a worker has run. How many of the caller's have. */
        pushKey: z.string().nullable(),
        browsers: z.number(),
        address: z.string().nullable(),
      }),
    ),

  saveMyWishes: operation(
    { title: { vi: 'Chọn cách nhận tin', en: 'Choose how to be told' }, kind: 'write', permission: 'citizen' },
    { method: 'PUT', path: '/notification/my/wishes' },
  )
    .input(z.strictObject(Wishes))
    .output(z.object({})),

  addMyBrowser: operation(
    {
      title: { vi: 'Nhận thông báo trên máy này', en: 'Notifications on this device' },
      kind: 'write',
      permission: 'citizen',
      problems: wishProblems,
    },
    { method: 'POST', path: '/notification/my/browsers' },
  )
    .input(z.strictObject({ endpoint: z.url().max(2000), publicKey: z.string().max(200), auth: z.string().max(100) }))
    .output(z.object({})),

  removeMyBrowsers: operation(
    {
      title: { vi: 'Thôi nhận thông báo trên máy', en: 'No more notifications' },
      kind: 'write',
      permission: 'citizen',
    },
    { method: 'DELETE', path: '/notification/my/browsers' },
  )
    .input(z.strictObject({}))
    .output(z.object({ removed: z.number() })),
}
