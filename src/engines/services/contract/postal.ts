import { z } from 'zod'
import { oneLine } from '#values/one-line.ts'
import { operation } from '#values/operation.ts'
import { PageRequest, pageOf } from '#values/page.ts'
import { PlainDate } from '#values/plain-date.ts'
import { servicesProblems } from './problems.ts'

const Id = { id: z.uuid() }
const TrackingNumber = oneLine(4, 40).optional()

/** How far the post is with an order. */
export const PostalOrderView = z.object({
  id: z.string(),
  kind: z.enum(['delivery', 'pick-up']),
  state: z.enum(['asked', 'with-post', 'done', 'returned', 'fetched', 'cancelled']),
  recipient: z.string(),
  phone: z.string().nullable(),
  address: z.string(),
  wantedOn: PlainDate.nullable(),
  trackingNumber: z.string().nullable(),
  listId: z.string().nullable(),
  listNumber: z.string().nullable(),
  movedAt: z.date(),
})

/** What the post says of an order. */
const PostalReport = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('done') }),
  /** Came back, or could not be collected: the applicant reads why. */
  z.strictObject({ state: z.literal('returned'), reason: oneLine(3, 200) }),
  /** Given at the counter after it came back, to whoever showed the slip and who they are. */
  z.strictObject({ state: z.literal('fetched'), receiverSeen: z.literal(true) }),
])
export type PostalReport = z.infer<typeof PostalReport>

/** What the public postal service carries (Decision 45/2016/QĐ-TTg): results to people, papers to the counter. */
export const postalContract = {
  listReadyForPost: operation(
    {
      title: { vi: 'Kết quả chờ gửi bưu điện', en: 'Results that wait to be posted' },
      kind: 'read',
      permission: 'dossier.deliver',
      readsPersonalData: true,
    },
    { method: 'GET', path: '/services/postal-orders/ready' },
  )
    .input(z.strictObject({}))
    .output(
      z.array(
        z.object({
          dossierId: z.string(),
          code: z.string(),
          revision: z.number(),
          step: z.string(),
          procedureName: z.string(),
          recipient: z.string(),
          address: z.string(),
          isPaid: z.boolean(),
        }),
      ),
    ),

  listPostalOrders: operation(
    {
      title: { vi: 'Bưu gửi đang theo dõi', en: 'What the post has under way' },
      kind: 'read',
      permission: 'dossier.deliver',
      readsPersonalData: true,
    },
    { method: 'GET', path: '/services/postal-orders' },
  )
    .input(z.strictObject(PageRequest))
    .output(pageOf(PostalOrderView.extend({ dossierId: z.string(), code: z.string() }))),

  handToPost: operation(
    {
      title: { vi: 'Giao cho bưu điện', en: 'Give to the post' },
      kind: 'write',
      permission: 'dossier.deliver',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/postal-lists' },
  )
    .input(
      z.strictObject({
        results: z
          .array(
            z.strictObject({
              dossierId: z.uuid(),
              revision: z.int().min(0),
              step: z.string().max(60),
              trackingNumber: TrackingNumber,
            }),
          )
          .max(100),
        /** Papers to collect, and results that came back and go once more. */
        orders: z.array(z.strictObject({ ...Id, trackingNumber: TrackingNumber })).max(100),
      }),
    )
    .output(z.object({ listId: z.string(), listNumber: z.string(), count: z.number() })),

  reportPostalOrder: operation(
    {
      title: { vi: 'Ghi bưu điện báo lại', en: 'Write down what the post reports' },
      kind: 'write',
      permission: 'dossier.deliver',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/postal-orders/{id}/report' },
  )
    .input(
      z.strictObject({
        ...Id,
        report: PostalReport,
      }),
    )
    .output(z.object({ movedAt: z.date() })),

  printPostalList: operation(
    {
      title: { vi: 'In danh sách giao bưu điện', en: 'Print a list given to the post' },
      kind: 'read',
      permission: 'dossier.deliver',
      readsPersonalData: true,
      answersFile: 'application/pdf',
    },
    { method: 'GET', path: '/services/postal-lists/{id}/print' },
  )
    .input(z.strictObject(Id))
    .output(z.instanceof(Blob)),

  getMyPost: operation(
    {
      title: { vi: 'Bưu điện làm gì cho hồ sơ của tôi', en: 'What the post does for my dossier' },
      kind: 'read',
      permission: 'citizen',
    },
    { method: 'GET', path: '/services/my/dossiers/{id}/post' },
  )
    .input(z.strictObject(Id))
    .output(
      z.object({
        code: z.string(),
        procedureName: z.string(),
        orders: z.array(PostalOrderView.extend({ canCancel: z.boolean() })),
        /** When it could come for papers; none where it cannot be asked now. */
        days: z.array(PlainDate),
      }),
    ),

  askPickUp: operation(
    {
      title: { vi: 'Nhờ bưu điện đến nhận giấy tờ', en: 'Ask the post to collect papers' },
      kind: 'write',
      permission: 'citizen',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/my/dossiers/{id}/pick-up' },
  )
    .input(
      z.strictObject({
        ...Id,
        address: oneLine(5, 300),
        phone: z.string().regex(/^0\d{9,10}$/, { error: 'Số điện thoại có 10 chữ số · A phone number has 10 digits' }),
        on: PlainDate,
      }),
    )
    .output(z.object({ id: z.string() })),

  cancelPickUp: operation(
    {
      title: { vi: 'Không nhờ bưu điện nữa', en: 'Ask the post no longer' },
      kind: 'write',
      permission: 'citizen',
      problems: servicesProblems,
    },
    { method: 'DELETE', path: '/services/my/dossiers/{id}/pick-up' },
  )
    .input(z.strictObject(Id))
    .output(z.object({ cancelled: z.boolean() })),
}
