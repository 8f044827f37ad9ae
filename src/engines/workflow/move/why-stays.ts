import type { Words } from '#values/words.ts'

/** Why a dossier stays in the process that it goes by. */
export const whyStays = {
  notOpen: { vi: 'hồ sơ không còn mở', en: 'it is not open' },
  proposalLost: {
    vi: 'đề nghị đã ghi không còn bước nào giữ ở quy trình mới',
    en: 'no step of the new process would keep what was proposed',
  },
  unmapped: (step: Words): Words => ({
    vi: `chưa chọn bước đi tiếp cho bước “${step.vi}”`,
    en: `no step was chosen for “${step.en}”`,
  }),
  left: (step: Words): Words => ({
    vi: `hồ sơ ở bước “${step.vi}” được để lại bản cũ`,
    en: `dossiers at “${step.en}” are left on their version`,
  }),
  wrong: (step: Words, why: Words): Words => ({ vi: `bước “${step.vi}”: ${why.vi}`, en: `“${step.en}”: ${why.en}` }),
  oneAfterOther: (one: Words, other: Words): Words => ({
    vi: `hai nhánh song song thành hai bước nối nhau, “${one.vi}” rồi “${other.vi}”; chọn cùng một bước`,
    en: `two branches would become steps one after the other, “${one.en}” and “${other.en}”`,
  }),
  alone: (step: Words): Words => ({
    vi: `nhánh đã xong chờ ở bước “${step.vi}” mà nhánh còn lại không tới đó`,
    en: `a branch that is over waits at “${step.en}”, where the other does not lead`,
  }),
} as const satisfies Record<string, Words | ((...words: Words[]) => Words)>
