import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { PageRequest, pageOf } from '#values/page.ts'
import { PlainDate, daysBetween } from '#values/plain-date.ts'
import { paymentsProblems } from '../problems.ts'

const Id = { id: z.uuid() }
const SaidWords = z.object({ vi: z.string(), en: z.string() })
const Day = { day: PlainDate }
const Reason = z.string().trim().min(5).max(500)
const Decision = z.string().trim().min(3).max(100)
const account = { permission: 'payment.account', problems: paymentsProblems } as const
const done = z.object({})

/** Days of a report; a year at most. */
const period = { from: PlainDate, to: PlainDate }
const inOrder = ({ from, to }: { from: PlainDate; to: PlainDate }) => from <= to && daysBetween(from, to) <= 366
const outOfOrder = { path: ['to'], error: 'from the first to the last day, a year at most' }

const Taking = z.object({
  id: z.string(),
  number: z.string(),
  method: z.enum(['cash', 'transfer']),
  amount: z.number(),
  fileCode: z.string(),
  takenAt: z.date(),
})

/** What those do who keep accounts, and officers with what they took. */
export const accountsContract = {
  listReceipts: operation(
    {
      title: { vi: 'Biên lai trong ngày', en: 'Receipts of a day' },
      kind: 'read',
      readsPersonalData: true,
      ...account,
    },
    { method: 'GET', path: '/payments/receipts' },
  )
    .input(z.strictObject({ ...Day, ...PageRequest }))
    .output(
      pageOf(
        z.object({
          id: z.string(),
          number: z.string(),
          issuedAt: z.date(),
          payerName: z.string(),
          fileCode: z.string(),
          serviceName: z.string(),
          amount: z.number(),
          method: z.enum(['online', 'cash', 'transfer']),
          voidedAt: z.date().nullable(),
          voidReason: z.string().nullable(),
          canUndo: z.boolean(),
        }),
      ),
    ),

  voidReceipt: operation(
    { title: { vi: 'Hủy biên lai', en: 'Void a receipt' }, kind: 'write', ...account },
    { method: 'POST', path: '/payments/receipts/{id}/voiding' },
  )
    .input(
      z.strictObject({
        ...Id,
        reason: Reason,
        kind: z.enum(['mistaken', 'replaced']),
        payerName: z.string().trim().min(2).max(200).optional(),
      }),
    )
    .output(z.object({ replacedBy: z.string().nullable() })),

  printIssued: operation(
    {
      title: { vi: 'In biên lai, cả hai liên', en: 'Print a receipt, both copies' },
      kind: 'read',
      readsPersonalData: true,
      answersFile: 'application/pdf',
      ...account,
    },
    { method: 'GET', path: '/payments/receipts/{id}/print' },
  )
    .input(z.strictObject(Id))
    .output(z.instanceof(Blob)),

  reportReceiptUse: operation(
    {
      title: { vi: 'Tình hình sử dụng biên lai', en: 'Use of receipts in a period' },
      urgency: 'export',
      kind: 'read',
      ...account,
    },
    { method: 'GET', path: '/payments/receipt-use' },
  )
    .input(z.strictObject(period).refine(inOrder, outOfOrder))
    .output(
      z.array(
        z.object({
          unitId: z.string(),
          unitName: z.string(),
          /** Of the counter or the nearest unit above; null where none has one. */
          taxCode: z.string().nullable(),
          year: z.number(),
          symbol: z.string(),
          before: z.string().nullable(),
          first: z.string().nullable(),
          last: z.string().nullable(),
          used: z.number(),
          voided: z.number(),
          amount: z.number(),
        }),
      ),
    ),

  listVoidReceipts: operation(
    { title: { vi: 'Biên lai đã hủy trong kỳ', en: 'Receipts voided in a period' }, kind: 'read', ...account },
    { method: 'GET', path: '/payments/void-receipts' },
  )
    .input(z.strictObject({ ...period, ...PageRequest }).refine(inOrder, outOfOrder))
    .output(
      pageOf(
        z.object({
          id: z.string(),
          unitName: z.string(),
          symbol: z.string(),
          number: z.string(),
          issuedAt: z.date(),
          amount: z.number(),
          voidedAt: z.date(),
          voidedBy: z.string(),
          voidReason: z.string(),
        }),
      ),
    ),

  printReceiptUse: operation(
    {
      title: { vi: 'In báo cáo sử dụng biên lai', en: 'Print the report on receipts' },
      urgency: 'export',
      kind: 'read',
      answersFile: 'application/pdf',
      ...account,
    },
    { method: 'GET', path: '/payments/receipt-use/print' },
  )
    .input(z.strictObject(period).refine(inOrder, outOfOrder))
    .output(z.instanceof(Blob)),

  listRefunds: operation(
    {
      title: { vi: 'Khoản phải hoàn trả', en: 'What has to be returned' },
      kind: 'read',
      readsPersonalData: true,
      ...account,
    },
    { method: 'GET', path: '/payments/refunds' },
  )
    .input(z.strictObject(PageRequest))
    .output(
      pageOf(
        z.object({
          id: z.string(),
          cause: z.string(),
          amount: z.number(),
          owedAt: z.date(),
          reason: z.string().nullable(),
          decision: z.string().nullable(),
          decidedBy: z.string().nullable(),
          fileCode: z.string(),
          payerName: z.string(),
          attemptReference: z.string(),
        }),
      ),
    ),

  refundPaid: operation(
    { title: { vi: 'Quyết định hoàn trả', en: 'Decide a refund' }, kind: 'write', ...account },
    { method: 'POST', path: '/payments/receipts/{receiptId}/refund' },
  )
    .input(
      z.strictObject({
        receiptId: z.uuid(),
        amount: z.coerce.number().int().min(1),
        decision: Decision,
        reason: Reason,
      }),
    )
    .output(done),

  decideRefund: operation(
    { title: { vi: 'Ghi quyết định hoàn trả', en: 'Write down the decision of a refund' }, kind: 'write', ...account },
    { method: 'POST', path: '/payments/refunds/{id}/decision' },
  )
    .input(z.strictObject({ ...Id, decision: Decision }))
    .output(done),

  returnRefund: operation(
    { title: { vi: 'Ghi đã hoàn trả', en: 'Write down that it was returned' }, kind: 'write', ...account },
    { method: 'POST', path: '/payments/refunds/{id}/return' },
  )
    .input(z.strictObject({ ...Id, transferCode: z.string().trim().min(1).max(100) }))
    .output(done),

  takeStatement: operation(
    { title: { vi: 'Nhập sao kê của nền tảng', en: 'Bring a statement in' }, kind: 'write', ...account },
    { method: 'POST', path: '/payments/statements' },
  )
    .input(z.strictObject({ content: z.string().min(1).max(1_500_000) }))
    .output(z.object({ lines: z.number(), fresh: z.number() })),

  reconcileDay: operation(
    { title: { vi: 'Đối soát một ngày', en: 'Reconcile a day' }, kind: 'read', ...account },
    { method: 'GET', path: '/payments/reconciliation' },
  )
    .input(z.strictObject(Day))
    .output(
      z.object({
        day: PlainDate,
        compared: z.array(
          z.object({
            state: z.enum(['matched', 'ours-only', 'theirs-only', 'differs']),
            reference: z.string(),
            transactionCode: z.string(),
            ours: z.number().nullable(),
            theirs: z.number().nullable(),
            fileCode: z.string().nullable(),
            at: z.date(),
          }),
        ),
        /** Of all of them, also where more were found than are listed. */
        sums: z.object({ matched: z.number(), open: z.number(), ours: z.number(), theirs: z.number() }),
        desks: z.array(
          z.object({
            unitId: z.string(),
            unitName: z.string(),
            receipts: z.number(),
            online: z.number(),
            cash: z.number(),
            transfer: z.number(),
            unclosed: z.number(),
          }),
        ),
        /** What was not collected because payers are exempt, by counter and ground. */
        waived: z.array(
          z.object({
            unitId: z.string(),
            unitName: z.string(),
            ground: SaidWords,
            basis: z.string().nullable(),
            count: z.number(),
            waived: z.number(),
          }),
        ),
        closings: z.array(
          z.object({
            id: z.string(),
            unitName: z.string(),
            accountName: z.string(),
            closedAt: z.date(),
            taken: z.number(),
            cash: z.number(),
            transfer: z.number(),
            counted: z.number(),
            note: z.string().nullable(),
            signedAt: z.date().nullable(),
            signedBy: z.string().nullable(),
          }),
        ),
        /** What went back to payers. */
        returned: z.array(
          z.object({
            id: z.string(),
            unitName: z.string(),
            fileCode: z.string(),
            cause: z.string(),
            amount: z.number(),
            decision: z.string(),
            transferCode: z.string(),
            returnedBy: z.string(),
            returnedAt: z.date(),
          }),
        ),
      }),
    ),

  exportDay: operation(
    {
      title: { vi: 'Tải bảng đối soát', en: 'Download a reconciliation' },
      kind: 'read',
      answersFile: 'text/csv',
      ...account,
    },
    { method: 'GET', path: '/payments/reconciliation/export' },
  )
    .input(z.strictObject(Day))
    .output(z.instanceof(Blob)),

  signClosing: operation(
    { title: { vi: 'Ký nhận sổ quỹ', en: 'Sign a closing off' }, kind: 'write', ...account },
    { method: 'POST', path: '/payments/closings/{id}/signature' },
  )
    .input(z.strictObject(Id))
    .output(done),

  listBeneficiaries: operation(
    { title: { vi: 'Tài khoản thụ hưởng', en: 'Where online payments go' }, kind: 'read', ...account },
    { method: 'GET', path: '/payments/beneficiaries' },
  )
    .input(z.strictObject({}))
    .output(
      z.array(
        z.object({
          unitId: z.string(),
          unitName: z.string(),
          accountNumber: z.string().nullable(),
          accountName: z.string().nullable(),
          bankCode: z.string().nullable(),
        }),
      ),
    ),

  setBeneficiary: operation(
    {
      title: { vi: 'Đặt tài khoản thụ hưởng', en: 'Set where online payments go' },
      kind: 'write',
      ...account,
      stepUp: 'proof',
    },
    { method: 'PUT', path: '/payments/beneficiaries/{unitId}' },
  )
    .input(
      z.strictObject({
        unitId: z.uuid(),
        accountNumber: z
          .string()
          .trim()
          .regex(/^[\dA-Za-z.]{4,30}$/),
        accountName: z.string().trim().min(2).max(200),
        bankCode: z
          .string()
          .trim()
          .regex(/^[\dA-Z]{2,20}$/),
      }),
    )
    .output(done),

  viewDesk: operation(
    {
      title: { vi: 'Tôi đã thu ở quầy', en: 'What I took at the counter' },
      kind: 'read',
      permission: 'payment.take',
      urgency: 'work',
    },
    { method: 'GET', path: '/payments/desk' },
  )
    .input(z.strictObject({}))
    .output(
      z.array(
        z.object({
          unitId: z.string(),
          unitName: z.string(),
          cash: z.number(),
          transfer: z.number(),
          takings: z.array(Taking),
        }),
      ),
    ),

  printReceiptAtDesk: operation(
    {
      title: { vi: 'In biên lai ở quầy', en: 'Print a receipt at the counter' },
      kind: 'read',
      permission: 'payment.take',
      readsPersonalData: true,
      answersFile: 'application/pdf',
    },
    { method: 'GET', path: '/payments/desk/receipts/{id}' },
  )
    .input(z.strictObject(Id))
    .output(z.instanceof(Blob)),

  closeDesk: operation(
    {
      title: { vi: 'Chốt quỹ ở quầy', en: 'Close the cash desk' },
      kind: 'write',
      permission: 'payment.take',
      problems: paymentsProblems,
    },
    { method: 'POST', path: '/payments/desk/closings' },
  )
    .input(
      z.strictObject({
        unitId: z.uuid(),
        counted: z.coerce.number().int().min(0).max(9e12),
        note: z.string().trim().max(500).optional(),
      }),
    )
    .output(z.object({ id: z.string(), taken: z.number(), cash: z.number(), transfer: z.number() })),
}
