import type { Json } from '#values/layers.ts'
import { usualStep } from '#engines/workflow/contract.ts'
import { refusalBlocks, refusalTitle } from '../work/refusal.ts'

interface NewProcedure {
  readonly code: string
  readonly name: string
  readonly agency: string
}

/** What a new procedure of an agency of the province begins with: who files, the usual steps, both results. Facts are left to be filled in. */
export const newProcedure = ({ code, name, agency }: NewProcedure): Json => ({
  code,
  name: { vi: name, en: name },
  sector: 'local',
  field: { vi: '', en: '' },
  level: 'province',
  owner: { agency },
  subjects: ['citizen'],
  timeLimits: [{ amount: 5, unit: 'working-day' }],
  fees: [],
  onlineLevel: [{ level: 3 }],
  papers: [],
  result: { vi: '', en: '' },
  legalBasis: [],
  lifeEvents: ['other'],
  keywords: [],
  questions: [],
  effective: {},
  receivedAt: ['province'],
  form: { id: 'form', pages: [applicantPage, { id: 'content', title: { vi: 'Nội dung', en: 'Content' }, fields: [] }] },
  process: {
    id: 'process',
    start: 'receive',
    steps: {
      receive: step('receive', 4, 'appraise', [], ['supplement', 'reject']),
      appraise: step('work', 16, 'review', [], ['supplement', 'refuse']),
      review: {
        ...step('work', 4, 'sign', ['appraise'], []),
        name: { vi: 'Trưởng phòng xem xét', en: 'The head of division reviews' },
        by: { at: { unit: 'owner' }, function: 'head' },
      },
      sign: step('decide', 4, 'issue', ['review'], []),
      issue: step('issue', 4, 'deliver', [], []),
      deliver: step('deliver', 8, undefined, [], []),
    },
    limits: { supplements: 1, apologies: 1 },
  },
  results: [
    {
      id: 'granted',
      title: { vi: '', en: '' },
      outcome: 'granted',
      notation: '',
      signer: { position: 'GIÁM ĐỐC' },
      blocks: [{ paragraph: 'Đồng ý cho {applicant}.' }],
      recipients: [],
    },
    {
      id: 'refused',
      title: refusalTitle,
      outcome: 'refused',
      notation: 'TB',
      signer: { position: 'GIÁM ĐỐC' },
      blocks: refusalBlocks as readonly Json[],
      recipients: [],
    },
  ],
})

const applicantPage = {
  id: 'applicant',
  title: { vi: 'Người nộp hồ sơ', en: 'Applicant' },
  fields: [
    {
      id: 'applicant',
      type: 'person',
      label: { vi: 'Người nộp hồ sơ', en: 'Applicant' },
      prefill: 'person',
      parts: {
        fullName: 'required',
        personalId: 'required',
        residence: 'required',
        phone: 'required',
        email: 'optional',
      },
    },
  ],
}

/** Work is done by whoever decides; what is handed in and out, by the counter. */
const placeOf = { receive: 'receiver', work: 'owner', decide: 'owner', issue: 'owner', deliver: 'receiver' } as const

const step = (
  kind: keyof typeof usualStep,
  hours: number,
  next: string | undefined,
  back: readonly string[],
  may: readonly string[],
) => ({
  name: { ...usualStep[kind].name },
  kind,
  by: { at: { unit: placeOf[kind] }, function: usualStep[kind].by.function },
  hours,
  ...(next !== undefined && { next }),
  back,
  may,
  consult: [],
})
