import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { accountsContract } from './accounts/contract.ts'
import { paymentsProblems } from './problems.ts'

const Id = { id: z.uuid() }
const SaidWords = z.object({ vi: z.string(), en: z.string() })
const VerificationCode = z
  .string()
  .overwrite((text) => text.toUpperCase().replaceAll(/[\s-]/g, ''))
  .regex(/^[2-9A-HJ-NP-Z]{16}$/)

const ReceiptView = z.object({
  id: z.string(),
  number: z.string(),
  /** The notation of the book, `BG-20E`. */
  symbol: z.string(),
  issuedAt: z.date(),
  payerName: z.string(),
  amount: z.number(),
  amountInWords: SaidWords,
  verificationCode: z.string(),
  /** Where whoever holds it verifies it. */
  verifyUrl: z.string(),
})

export const OrderView = z.object({
  id: z.string(),
  fileCode: z.string(),
  serviceName: z.string(),
  link: z.string(),
  ownerName: z.string(),
  collectorName: z.string(),
  items: z.array(z.object({ code: z.string(), name: SaidWords, amount: z.number() })),
  total: z.number(),
  state: z.enum(['due', 'paid', 'cancelled']),
  paidAt: z.date().nullable(),
  canPayOnline: z.boolean(),
  /** The last one that was made online. */
  attempt: z
    .object({
      reference: z.string(),
      state: z.enum(['new', 'pending', 'failed', 'paid']),
      startedAt: z.date(),
      /** Where it is paid; null as long as the platform has not said it. */
      pageUrl: z.string().nullable(),
      asked: z.number(),
      /** Failed because the platform never said what became of it: nobody knows whether money was taken. */
      isGivenUp: z.boolean(),
    })
    .nullable(),
  receipt: ReceiptView.nullable(),
  /** What came too much and goes back. */
  refunds: z.array(
    z.object({ cause: z.string(), amount: z.number(), owedAt: z.date(), returnedAt: z.date().nullable() }),
  ),
})

const payerContract = {
  getOrder: operation(
    {
      title: { vi: 'Khoản phải trả của tôi', en: 'What I have to pay' },
      kind: 'read',
      permission: 'citizen',
      urgency: 'filing',
    },
    { method: 'GET', path: '/payments/orders/{id}' },
  )
    .input(z.strictObject(Id))
    .output(OrderView),

  describePaying: operation(
    {
      title: { vi: 'Có trả qua mạng được không', en: 'Whether fees can be paid online' },
      kind: 'read',
      permission: 'anyone',
      urgency: 'filing',
    },
    { method: 'GET', path: '/payments/online' },
  )
    .input(z.strictObject({}))
    .output(z.object({ isOnline: z.boolean() })),

  startPayment: operation(
    {
      title: { vi: 'Trả qua nền tảng thanh toán quốc gia', en: 'Pay by the national payment platform' },
      kind: 'write',
      permission: 'citizen',
      problems: paymentsProblems,
    },
    { method: 'POST', path: '/payments/orders/{id}/attempts' },
  )
    .input(z.strictObject(Id))
    .output(z.object({ reference: z.string() })),

  askAgain: operation(
    {
      title: { vi: 'Hỏi lại ngân hàng', en: 'Ask the bank again' },
      kind: 'write',
      permission: 'citizen',
      problems: paymentsProblems,
    },
    { method: 'POST', path: '/payments/orders/{id}/asking' },
  )
    .input(z.strictObject(Id))
    .output(z.object({ reference: z.string() })),

  noteReturn: operation(
    {
      title: { vi: 'Từ trang trả tiền quay về', en: 'Back from the page of payment' },
      kind: 'write',
      permission: 'citizen',
    },
    { method: 'POST', path: '/payments/returns/{reference}' },
  )
    .input(z.strictObject({ reference: z.string().min(1).max(60) }))
    .output(z.object({ id: z.string() })),

  printReceipt: operation(
    {
      title: { vi: 'Biên lai (PDF)', en: 'Receipt (PDF)' },
      kind: 'read',
      permission: 'citizen',
      urgency: 'filing',
      answersFile: 'application/pdf',
    },
    { method: 'GET', path: '/payments/orders/{id}/receipt' },
  )
    .input(z.strictObject(Id))
    .output(z.instanceof(Blob)),

  verifyReceipt: operation(
    { title: { vi: 'Kiểm tra biên lai', en: 'Verify a receipt' }, kind: 'read', permission: 'anyone' },
    { method: 'GET', path: '/payments/verify/{code}' },
  )
    .input(z.strictObject({ code: VerificationCode }))
    .output(
      z.object({
        state: z.enum(['valid', 'void', 'unknown']),
        number: z.string().optional(),
        symbol: z.string().optional(),
        issuedAt: z.date().optional(),
        amount: z.number().optional(),
        serviceName: z.string().optional(),
        unitName: z.string().optional(),
        payer: z.string().optional(),
      }),
    ),
}

export type PayerContract = typeof payerContract

export const paymentsContract = { ...payerContract, ...accountsContract }
