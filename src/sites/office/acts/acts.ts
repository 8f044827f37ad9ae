import type { Client } from '#engines/contract.ts'
import { fill, type Words } from '#values/words.ts'
import type { IconName } from '#ui/Icon.tsx'
import { textOf } from '../../form-text.ts'

export type OfficeDossier = Awaited<ReturnType<Client['services']['getDossier']>>
export type Allowed = OfficeDossier['allowed'][number]
type ActInput = Parameters<Client['services']['act']>[0]['act']

/** Names one offer in addresses and forms: `complete.tham-dinh.grant`. */
export const keyOfAct = (one: Allowed): string =>
  [one.action, one.step ?? '', one.to ?? one.consult ?? one.proposal ?? ''].join('.')

/** What was asked to be done, from a posted form; what is missing or wrong is said by the operation. */
export function readAct(form: FormData): ActInput {
  const [action = '', step = '', target = ''] = textOf(form, 'act').split('.')
  const reason = textOf(form, 'reason')
  switch (action) {
    case 'return':
      return { action, step, to: textOf(form, 'to') || target, reason }
    case 'reject':
      return { action, step, reason }
    case 'pause':
      return { action, step, ground: textOf(form, 'ground') as 'suspension' }
    case 'resume':
      return { action }
    case 'answer':
      return { action, step, consult: target, opinion: textOf(form, 'opinion') }
    case 'apologise':
      return { action, newDate: textOf(form, 'newDate'), reason }
    default:
      return {
        action: 'complete',
        step,
        ...(target ? { proposal: target as 'grant' } : {}),
        ...(reason ? { reason } : {}),
      }
  }
}

const words = {
  next: { vi: 'Chuyển: {next}', en: 'Pass on: {next}' },
  end: { vi: 'Hoàn thành: {step}', en: 'Complete: {step}' },
  keepRefusal: { vi: 'Giữ đề nghị không chấp thuận, chuyển tiếp', en: 'Keep the refusal, pass on' },
  grant: { vi: 'Đồng ý, chuyển: {next}', en: 'Agree, pass on: {next}' },
  grantEnd: { vi: 'Đồng ý: {step}', en: 'Agree: {step}' },
  refuse: { vi: 'Không chấp thuận…', en: 'Refuse…' },
  return: { vi: 'Trả lại…', en: 'Return…' },
  returnTo: { vi: 'Trả lại: {to}', en: 'Return to: {to}' },
  supplement: { vi: 'Yêu cầu bổ sung…', en: 'Ask to supplement…' },
  reject: { vi: 'Từ chối tiếp nhận…', en: 'Do not accept…' },
  pause: { vi: 'Tạm dừng tính giờ…', en: 'Stop the clock…' },
  resume: { vi: 'Tính giờ tiếp', en: 'Run the clock on' },
  handOut: { vi: '{step}…', en: '{step}…' },
  answer: { vi: 'Trả lời lấy ý kiến…', en: 'Answer the consultation…' },
  apologise: { vi: 'Xin lỗi, hẹn lại ngày…', en: 'Apologise, new date…' },
} as const satisfies Record<string, Words>

export const actWords = words

const icons: Readonly<Record<string, IconName>> = {
  complete: 'arrow-up-right',
  return: 'arrow-back-up',
  supplement: 'user-question',
  reject: 'ban',
  pause: 'player-pause',
  resume: 'clock',
  answer: 'message-2',
  apologise: 'heart-handshake',
}

export const iconOfAct = (one: Allowed): IconName => (one.proposal === 'refuse' ? 'x' : (icons[one.action] ?? 'circle'))

/** The words of a button: what is done, and who has it then. */
export function wordsOfAct(one: Allowed, dossier: OfficeDossier): Words {
  if (one.action !== 'complete') return words[one.action as 'return'] ?? words.return
  if (one.proposal === 'refuse') return words.refuse
  const step = stepName(dossier, one.step ?? '')
  if (isHandOut(one)) return withStep(words.handOut, 'step', step)
  const own = dossier.planned.findIndex((step) => step.step === one.step)
  // Of several open steps each button names its own, as what follows may be the same.
  const next = dossier.state.open.length > 1 ? undefined : dossier.planned.slice(own + 1).find((step) => !step.isOpen)
  if (one.proposal === 'grant')
    return next ? withStep(words.grant, 'next', next.name) : withStep(words.grantEnd, 'step', step)
  if (dossier.state.proposal === 'refuse') return words.keepRefusal
  return next ? withStep(words.next, 'next', next.name) : withStep(words.end, 'step', step)
}

const withStep = (text: Words, name: string, value: Words): Words => ({
  vi: fill(text, { [name]: value.vi }).vi,
  en: fill(text, { [name]: value.en }).en,
})

export const stepName = (dossier: OfficeDossier, step: string): Words =>
  dossier.tasks.find((task) => task.step === step && task.consult === null)?.stepName ??
  dossier.planned.find((one) => one.step === step)?.name ?? { vi: step, en: step }

/** Whether it is done on the screen where the counter looks at who came. */
export const isHandOut = (one: Allowed): boolean => one.needs.includes('receiver')

export const handOutHref = (id: string): string => `/can-bo/tra-ket-qua/${id}`

/** Whether it can be done by one press: nothing is to be asked first. */
export const isPlain = (one: Allowed): boolean => one.needs.length === 0 && one.action !== 'answer'

const order = ['complete', 'answer', 'resume', 'supplement', 'return', 'reject', 'pause', 'apologise']

/**
 * The offers in the order of a column: first the next lawful step, the one primary button. Where a step decides between granting
 * and refusing, passing on undecided is offered only once a refusal stands. Several ways back become one return.
 */
export function sortActs(dossier: OfficeDossier): {
  primary: Allowed | undefined
  others: Allowed[]
  returns: Allowed[]
} {
  const decides = new Set(dossier.allowed.filter((one) => one.proposal === 'grant').map((one) => one.step))
  const offered = dossier.allowed.filter((one) => {
    // Somebody else is asked for that opinion; nothing here is missing for want of it.
    if (one.action === 'answer' && one.refused !== undefined) return false
    if (one.action !== 'complete' || !decides.has(one.step)) return true
    return dossier.state.proposal === 'refuse' ? one.proposal !== 'grant' : one.proposal !== undefined
  })
  const returns = offered.filter((one) => one.action === 'return')
  const sorted = offered
    .filter((one) => one.action !== 'return')
    .toSorted(
      (a, b) =>
        Number(a.refused !== undefined) - Number(b.refused !== undefined) ||
        order.indexOf(a.action) - order.indexOf(b.action),
    )
  const primary = sorted.find(
    (one) =>
      one.refused === undefined &&
      (['answer', 'resume'].includes(one.action) || (one.action === 'complete' && one.proposal !== 'refuse')),
  )
  return { primary, others: sorted.filter((one) => one !== primary), returns }
}

/** What `R` does: back to a step before, or else to the applicant. */
export function returnOf(dossier: OfficeDossier): Allowed | undefined {
  const ways = dossier.allowed.filter((one) => one.refused === undefined)
  return ways.find((one) => one.action === 'return') ?? ways.find((one) => one.action === 'supplement')
}

/** The task of mine here, else the first open one. */
export const taskOf = (dossier: OfficeDossier) => dossier.tasks.find((task) => task.isMine) ?? dossier.tasks[0]

/** Whether an address names a panel that can be opened now; anything else shows the actions. */
export const isPanel = (dossier: OfficeDossier, name: string): boolean =>
  ['assign', 'later'].includes(name) ||
  (name === 'opinion' && dossier.canAdvise) ||
  dossier.allowed.some(
    (one) => one.refused === undefined && (keyOfAct(one) === name || (name === 'return' && one.action === 'return')),
  )
