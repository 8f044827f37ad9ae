import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { lookUpBrakes } from './look-up-brakes.ts'
import { servicesProblems } from './problems.ts'
import { Receipt } from './receipt.ts'
import { DossierCode } from './shapes.ts'

/** Receipts and papers that somebody holds. */
export const ownPapersContract = {
  getReceipt: operation(
    {
      title: { vi: 'Biên nhận đã gửi', en: 'Receipt of a filing' },
      kind: 'read',
      permission: 'citizen',
      urgency: 'filing',
    },
    { method: 'GET', path: '/services/my/dossiers/{id}/receipt' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(Receipt),

  showReceiptCode: operation(
    {
      title: { vi: 'Mở hồ sơ nộp tại quầy bằng mã biên nhận', en: 'Open a dossier of a counter by its receipt' },
      kind: 'write',
      permission: 'citizen',
      limits: { code: lookUpBrakes.code, network: lookUpBrakes.network },
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/my/receipts' },
  )
    .input(z.strictObject({ code: DossierCode, phoneEnd: z.string().regex(/^\d{4}$/) }))
    .output(z.object({ id: z.string() })),

  listMyPapers: operation(
    { title: { vi: 'Giấy tờ tỉnh đã cấp cho tôi', en: 'Papers issued to me' }, kind: 'read', permission: 'citizen' },
    { method: 'GET', path: '/services/my/papers' },
  )
    .input(z.strictObject({}))
    .output(
      z.array(
        z.object({
          dossierId: z.string(),
          title: z.string(),
          number: z.string().nullable(),
          issuedOn: z.string().nullable(),
          validUntil: z.string().nullable(),
          unitName: z.string(),
          verificationCode: z.string(),
        }),
      ),
    ),
}
