import { z } from 'zod'
import { oneLine } from '#values/one-line.ts'
import { operation } from '#values/operation.ts'
import type { ProblemKind } from '#values/errors.ts'
import { PlainDate } from '#values/plain-date.ts'

export const guardianProblems = {
  otherThanKnown: {
    status: 409,
    message: {
      vi: 'Số này đã ghi cho người có họ tên hoặc ngày sinh khác. Hãy xem lại giấy tờ.',
      en: 'This number is known with another name or birth date. Look at the papers again.',
    },
  },
  guardianOfSelf: {
    status: 422,
    message: { vi: 'Người giám hộ phải là người khác.', en: 'A guardian is somebody else.' },
  },
  guardianTooLong: {
    status: 422,
    message: {
      vi: 'Với người chưa thành niên: đến trước ngày tròn 18 tuổi. Với người khác: nhiều nhất 5 năm, rồi ghi lại.',
      en: 'For a minor until the day before they turn 18; for others five years at most, then it is recorded anew.',
    },
  },
} as const satisfies Record<string, ProblemKind>

const PersonalId = z.string().regex(/^\d{12}$/, { error: 'Số định danh có 12 chữ số · 12 digits' })
const document = oneLine(5, 200)

export const guardianContract = {
  recordGuardian: operation(
    {
      title: { vi: 'Ghi người giám hộ, người đại diện', en: 'Record a guardian' },
      kind: 'write',
      permission: 'account.open',
      problems: guardianProblems,
    },
    { method: 'POST', path: '/directory/guardians' },
  )
    .input(
      z.strictObject({
        ward: z.strictObject({ fullName: oneLine(2, 100), personalId: PersonalId, birthDate: PlainDate }),
        guardian: z.strictObject({ fullName: oneLine(2, 100), personalId: PersonalId, birthDate: PlainDate }),
        /** The last day. */
        until: PlainDate,
        /** By which it is so: a birth certificate, a decision. The officer has it in hand. */
        document,
      }),
    )
    .output(z.object({ id: z.string() })),

  endGuardian: operation(
    {
      title: { vi: 'Chấm dứt giám hộ', en: 'End a guardianship' },
      kind: 'write',
      permission: 'account.open',
      problems: guardianProblems,
    },
    { method: 'POST', path: '/directory/guardians/end' },
  )
    .input(z.strictObject({ wardNumber: PersonalId, guardianNumber: PersonalId, document }))
    .output(z.object({ ended: z.number() })),
}
