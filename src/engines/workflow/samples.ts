import { defineProcess } from './declare.ts'

/** Birth registration at the commune, within the day. */
export const birthRegistration = defineProcess({
  id: 'birth-registration',
  start: 'receive',
  steps: {
    receive: { kind: 'receive', hours: 1, next: 'appraise' },
    appraise: { kind: 'work', hours: 4, may: ['supplement', 'refuse'], next: 'sign' },
    sign: { kind: 'decide', hours: 2, back: ['appraise'], next: 'issue' },
    issue: { kind: 'issue', hours: 1, next: 'deliver' },
    deliver: { kind: 'deliver' },
  },
})

/** Notice of a sales promotion, Department of Industry and Trade (Sở Công Thương): provincial counter, one department. */
export const promotionNotice = defineProcess({
  id: 'promotion-notice',
  start: 'receive',
  steps: {
    receive: { kind: 'receive', hours: 1, next: 'appraise' },
    appraise: {
      kind: 'work',
      by: { at: { unit: 'owner', division: 'QLTM' } },
      hours: 4,
      may: ['supplement', 'refuse'],
      next: 'review',
    },
    review: {
      name: { vi: 'Trưởng phòng kiểm tra', en: 'Head of division reviews' },
      kind: 'work',
      by: 'head',
      hours: 1,
      back: ['appraise'],
      next: 'sign',
    },
    sign: { kind: 'decide', hours: 1, back: ['review', 'appraise'], next: 'issue' },
    issue: { kind: 'issue', hours: 1, next: 'deliver' },
    deliver: { kind: 'deliver' },
  },
})

/** First land certificate: received at the commune, worked at the district's land office, large or foreign cases decided by the province. */
export const landCertificate = defineProcess({
  id: 'land-certificate',
  start: 'receive',
  steps: {
    receive: { kind: 'receive', hours: 4, next: 'confirm' },
    confirm: {
      name: { vi: 'UBND xã xác nhận nguồn gốc đất', en: 'The commune confirms the origin of the land' },
      kind: 'work',
      by: { at: { unit: 'area', field: 'answers.commune', division: 'DCXD' } },
      hours: 40,
      may: ['supplement'],
      next: 'appraise',
    },
    appraise: {
      kind: 'work',
      hours: 40,
      may: ['supplement', 'refuse'],
      back: ['confirm'],
      consult: [
        {
          id: 'planning',
          name: { vi: 'Phòng Quản lý đô thị', en: 'Urban management division' },
          hours: 24,
          silence: 'consent',
          by: { at: { unit: 'above', tier: 'district', division: 'QLDT' }, function: 'specialist' },
        },
      ],
      next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'review' }], otherwise: ['survey', 'duties'] },
    },
    survey: {
      name: { vi: 'Đo đạc, trích lục', en: 'Survey and extract' },
      kind: 'work',
      hours: 40,
      back: ['appraise'],
      next: 'review',
    },
    duties: {
      name: { vi: 'Xác định nghĩa vụ tài chính', en: 'Financial obligations' },
      kind: 'work',
      by: { at: { unit: 'agency', key: 'CUCTHUE' } },
      hours: 40,
      may: ['pause'],
      next: 'review',
    },
    review: {
      name: { vi: 'Lãnh đạo Văn phòng đăng ký kiểm tra', en: 'Head of the land office reviews' },
      kind: 'work',
      by: 'head',
      hours: 16,
      join: ['survey', 'duties'],
      back: ['appraise', 'survey', 'duties'],
      next: {
        when: [{ if: { field: 'answers.area', atLeast: 10_000 }, to: 'sign-province' }],
        otherwise: 'sign-district',
      },
    },
    'sign-district': {
      kind: 'decide',
      by: { at: { unit: 'above', tier: 'district' } },
      hours: 24,
      back: ['review', 'appraise'],
      next: 'issue',
    },
    'sign-province': {
      kind: 'decide',
      by: { at: { unit: 'above', tier: 'province' } },
      hours: 40,
      back: ['review', 'appraise'],
      next: 'issue',
    },
    issue: { kind: 'issue', hours: 8, next: 'deliver' },
    deliver: { kind: 'deliver' },
  },
})
