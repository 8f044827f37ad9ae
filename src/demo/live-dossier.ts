import { deadlineOf, type ClockStop, type WorkingTime } from '#engines/calendar/index.ts'
import { advance, notStarted, type Action, type Effect, type ProcessState } from '#engines/workflow/index.ts'
import type { Procedure, TimeLimit } from '#engines/services/declare.ts'
import { supplementDue } from '#engines/services/index.ts'
import type { LivedDossier, LivedEvent } from './lived-dossier.ts'
import type { DemoUnit, Province } from './province.ts'
import type { Chance } from './random.ts'

export interface Life {
  readonly procedure: Procedure & Required<Pick<Procedure, 'process' | 'form'>>
  readonly province: Province
  readonly chance: Chance
  readonly workingTime: WorkingTime
  readonly filedAt: Date
  readonly now: Date
  readonly receiver: DemoUnit
  readonly owner: DemoUnit
  readonly area: string | null
  readonly answers: Record<string, unknown>
  readonly applicant: string
  readonly channel: 'online' | 'counter'
  readonly limit: TimeLimit
}

/** Lives a dossier from filing until now through the real process: who is slow, who asks back, who refuses is chance. */
export function liveDossier(life: Life): LivedDossier {
  const { workingTime, filedAt, chance, now } = life
  const lived: LivedDossier = {
    state: notStarted,
    moments: [],
    tasks: [],
    events: [],
    stops: [],
    deadline: workingTime.addWorkingMinutes(filedAt, 480),
  }
  const slow = chance.happens(0.03) ? 2.2 : 1
  note(
    lived,
    filedAt,
    'filed',
    { name: life.applicant },
    life.channel === 'online'
      ? { vi: 'Người nộp gửi hồ sơ trên mạng', en: 'Filed online by the applicant' }
      : { vi: `Nộp tại ${life.receiver.name}`, en: `Filed at ${life.receiver.name}` },
    true,
  )
  let at = filedAt
  take(life, lived, { action: 'start' }, at)
  for (let turn = 0; turn < 60 && lived.state.status !== 'ended'; turn++) {
    const [action, when, by] = decide(life, lived, at, slow)
    if (when > now) break
    at = when
    if (!take(life, lived, action, at)) break
    describe(life, lived, action, at, by)
  }
  return lived
}

type Turn = readonly [Action, Date, LivedEvent['by']]

function decide(life: Life, lived: LivedDossier, at: Date, slow: number): Turn {
  const { chance, procedure, workingTime } = life
  const { state } = lived
  if (state.status === 'waiting-applicant') {
    const asked = lived.supplement as NonNullable<LivedDossier['supplement']>
    const answered = workingTime.addWorkingMinutes(at, chance.between(120, 480 * 6))
    if (chance.happens(0.1))
      return [{ action: 'lapse' }, new Date(asked.due.getTime() + 60_000), { name: 'Liên Thông' }]
    return [{ action: 'supplied' }, answered, { name: life.applicant }]
  }
  if (state.status === 'paused')
    return [
      { action: 'resume' },
      workingTime.addWorkingMinutes(at, chance.between(480, 480 * 5)),
      actorOf(lived, state.open[0]?.step),
    ]
  const open = state.open[0] as ProcessState['open'][number]
  const step = procedure.process.steps[open.step]
  if (step === undefined) throw new Error(`step ${open.step}`)
  const awaited = open.consults[0]
  const worked = (hours: number) =>
    workingTime.addWorkingMinutes(at, Math.max(10, Math.round(hours * 60 * slow * (0.1 + 0.65 * chance.next()))))
  if (awaited !== undefined) {
    const consult = step.consult.find((one) => one.id === awaited)
    return [
      { action: 'answer', step: open.step, consult: awaited },
      worked(consult?.hours ?? 8),
      actorOf(lived, open.step, awaited),
    ]
  }
  const by = actorOf(lived, open.step)
  if (step.kind === 'deliver' && lived.finishedAt)
    return [{ action: 'complete', step: open.step }, workingTime.addWorkingMinutes(at, chance.between(30, 480 * 4)), by]
  const when = life.channel === 'counter' && step.kind === 'receive' ? at : worked(step.hours)
  if (step.kind === 'work' && chance.happens(0.008)) return [{ action: 'withdraw' }, when, { name: life.applicant }]
  if (step.may.includes('pause') && lived.stops.every((stop) => stop.ground === 'supplement') && chance.happens(0.6)) {
    const ground = procedure.sector === 'land' ? 'financial-obligation' : 'applicant-request'
    return [{ action: 'pause', step: open.step, ground }, when, by]
  }
  if (step.may.includes('reject') && chance.happens(0.02))
    return [{ action: 'reject', step: open.step, reason: 'Hồ sơ không thuộc thẩm quyền tiếp nhận tại đây.' }, when, by]
  if (step.may.includes('supplement') && state.supplements === 0 && chance.happens(0.07)) {
    const paper = procedure.papers.find((one) => !one.generated)
    const path = paper ? `papers.${paper.id}` : (procedure.form.pages[0]?.fields[0]?.id ?? '')
    const reason = 'Ảnh bị mờ, không đọc được phần kết luận và dấu. Nhờ ông/bà chụp lại.'
    return [{ action: 'supplement', step: open.step, pins: [{ path, reason }] }, when, by]
  }
  if (step.back.length > 0 && state.done.length < 12 && chance.happens(0.02))
    return [
      {
        action: 'return',
        step: open.step,
        to: step.back[0] as string,
        reason: 'Rà lại số liệu ở mục 3 trước khi trình.',
      },
      when,
      by,
    ]
  if (step.may.includes('refuse') && chance.happens(0.03))
    return [
      { action: 'complete', step: open.step, proposal: 'refuse', reason: 'Không đủ điều kiện theo quy định.' },
      when,
      by,
    ]
  if (step.may.includes('refuse')) return [{ action: 'complete', step: open.step, proposal: 'grant' }, when, by]
  return [{ action: 'complete', step: open.step }, when, by]
}

const actorOf = (lived: LivedDossier, step: string | undefined, consult?: string): LivedEvent['by'] => {
  const task = lived.tasks.findLast((one) => one.step === step && one.consult === consult && one.closedAt === undefined)
  return task ? { name: task.holder.name, title: task.holder.title, unit: task.unit.name } : { name: 'Liên Thông' }
}

/** One action through the pure process, and what it brings about kept as rows will be. False if the process refuses it. */
function take(life: Life, lived: LivedDossier, action: Action, at: Date): boolean {
  const facts = { answers: life.answers, channel: life.channel, place: life.area, proposal: lived.state.proposal }
  const outcome = advance(life.procedure.process, lived.state, action, facts)
  if ('refused' in outcome) return false
  lived.state = outcome.state
  for (const effect of outcome.effects) apply(life, lived, effect, at, facts)
  if (lived.receivedAt) {
    const stops = lived.stops.map((stop) => ({ ...stop, ground: stop.ground as ClockStop['ground'] }))
    const before = lived.deadline
    lived.deadline = deadlineOf(life.workingTime, { start: lived.receivedAt, limit: life.limit, stops }).at ?? before
    lived.promised = lived.deadline
  }
  lived.moments.push({ at, state: lived.state, deadline: lived.deadline })
  return true
}

function apply(life: Life, lived: LivedDossier, effect: Effect, at: Date, facts: Record<string, unknown>): void {
  switch (effect.effect) {
    case 'open-task':
    case 'open-consult': {
      const unit = life.province.unitOf(effect.by.at, { ...life, facts }) ?? life.owner
      const holder = life.province.holderOf(unit, effect.by.function)
      if (holder === undefined)
        throw new Error(`demo: nobody can do ${effect.step} (${effect.by.function}) in ${unit.name}`)
      const where = life.province.units.get(holder.unitId) ?? unit
      const consult = effect.effect === 'open-consult' ? { consult: effect.consult } : {}
      const kind =
        effect.effect === 'open-consult' ? 'consult' : (life.procedure.process.steps[effect.step]?.kind ?? 'work')
      if (kind === 'decide') lived.draftedAt = at
      lived.tasks.push({
        step: effect.step,
        kind,
        name: nameOf(life, effect),
        ...consult,
        unit: where,
        holder,
        openedAt: at,
        due: life.workingTime.addWorkingMinutes(at, Math.round(effect.hours * 60)),
      })
      return
    }
    case 'close-task':
    case 'close-consult': {
      const consult = effect.effect === 'close-consult' ? effect.consult : undefined
      const task = lived.tasks.findLast(
        (one) => one.step === effect.step && one.consult === consult && one.closedAt === undefined,
      )
      if (task) Object.assign(task, { closedAt: at, result: effect.result })
      return
    }
    case 'start-clock':
      lived.receivedAt = at
      return
    case 'stop-clock':
      if (effect.ground === 'result' || effect.ground === 'end') lived.finishedAt ??= at
      else lived.stops.push({ from: at, ground: effect.note ?? effect.ground })
      return
    case 'resume-clock':
      return resume(life, lived, at)
    case 'ended':
      endStop(lived, at)
      lived.finishedAt ??= at
      if (effect.outcome === 'granted' || effect.outcome === 'refused') lived.deliveredAt = at
      return
    default:
  }
}

/** The clock goes on, and open work is due as much later as it stood. */
function resume(life: Life, lived: LivedDossier, at: Date): void {
  const stop = lived.stops.at(-1)
  if (stop === undefined || stop.to !== undefined) return
  const stood = life.workingTime.workingMinutesBetween(stop.from, at)
  for (const task of lived.tasks.filter((one) => one.closedAt === undefined))
    task.due = life.workingTime.addWorkingMinutes(task.due, stood)
  endStop(lived, at)
}

function endStop(lived: LivedDossier, at: Date): void {
  const stop = lived.stops.at(-1)
  if (stop && stop.to === undefined) stop.to = at
}

function nameOf(life: Life, effect: Extract<Effect, { effect: 'open-task' | 'open-consult' }>) {
  const step = life.procedure.process.steps[effect.step]
  const consult = effect.effect === 'open-consult' ? step?.consult.find((one) => one.id === effect.consult) : undefined
  return consult?.name ?? step?.name ?? { vi: effect.step, en: effect.step }
}

function describe(life: Life, lived: LivedDossier, action: Action, at: Date, by: LivedEvent['by']): void {
  const step = 'step' in action ? life.procedure.process.steps[action.step] : undefined
  const name = step?.name ?? { vi: '', en: '' }
  const stepId = 'step' in action ? { step: action.step } : {}
  switch (action.action) {
    case 'complete': {
      const kind = { receive: 'received', decide: 'decided', issue: 'issued', deliver: 'delivered', work: 'passed-on' }[
        step?.kind ?? 'work'
      ]
      if (step?.kind === 'issue')
        lived.issued = {
          at,
          signer: lived.events.findLast((event) => event.kind === 'decided')?.by.name ?? by.name,
        }
      return note(
        lived,
        at,
        kind,
        by,
        { vi: `${name.vi}: xong`, en: `${name.en}: done` },
        step?.kind !== 'work',
        stepId,
      )
    }
    case 'supplement':
      lived.supplement = askedFor(life, action.pins[0], at, by)
      return note(
        lived,
        at,
        'supplement-asked',
        by,
        {
          vi: `Yêu cầu bổ sung ${action.pins.length} chỗ, dừng tính giờ`,
          en: `Asked to supplement ${action.pins.length} places; the clock stands`,
        },
        true,
        { ...stepId, detail: { pins: action.pins } },
      )
    case 'supplied':
      if (lived.supplement) lived.supplement.answeredAt = at
      return note(
        lived,
        at,
        'supplied',
        by,
        { vi: 'Người nộp bổ sung 1 chỗ', en: 'The applicant supplemented 1 place' },
        true,
      )
    case 'return':
      return note(lived, at, 'returned', by, { vi: `Trả lại bước trước`, en: 'Returned to an earlier step' }, false, {
        ...stepId,
        detail: { reason: action.reason },
      })
    case 'reject':
      return note(
        lived,
        at,
        'rejected',
        by,
        { vi: 'Từ chối tiếp nhận hồ sơ', en: 'The dossier was not accepted' },
        true,
        { ...stepId, detail: { reason: action.reason } },
      )
    case 'lapse':
      return note(
        lived,
        at,
        'lapsed',
        by,
        {
          vi: 'Hết hạn bổ sung mà chưa nhận được, hồ sơ kết thúc',
          en: 'Nothing came within the time given; the dossier ends',
        },
        true,
      )
    case 'answer':
      return note(
        lived,
        at,
        'consulted',
        by,
        { vi: 'Đã cho ý kiến phối hợp', en: 'Coordinating opinion given' },
        false,
        { ...stepId, detail: { opinion: 'Thống nhất.', consult: action.consult } },
      )
    case 'withdraw':
      return note(lived, at, 'withdrawn', by, { vi: 'Người nộp rút hồ sơ', en: 'Withdrawn by the applicant' }, true)
    case 'pause':
      return note(
        lived,
        at,
        'paused',
        by,
        action.ground === 'financial-obligation'
          ? { vi: 'Tạm dừng tính giờ, chờ nghĩa vụ tài chính', en: 'The clock stands for a financial obligation' }
          : { vi: 'Tạm dừng tính giờ theo đề nghị của người nộp', en: 'The clock stands as the applicant asks' },
        true,
        stepId,
      )
    default:
      return note(lived, at, 'resumed', by, { vi: 'Tính giờ tiếp', en: 'The clock goes on' }, true)
  }
}

/** What an official asked for, as its row will be. */
function askedFor(
  { procedure, workingTime }: Life,
  pin: { readonly path: string; readonly reason: string } | undefined,
  askedAt: Date,
  by: LivedEvent['by'],
): LivedDossier['supplement'] {
  if (pin === undefined) return undefined
  const days = 10
  return {
    askedAt,
    by: [by.name, by.title, by.unit].filter(Boolean).join(', '),
    days,
    due: supplementDue(workingTime, askedAt, days),
    path: pin.path,
    label: procedure.papers.find((one) => `papers.${one.id}` === pin.path)?.name.vi ?? pin.path,
    reason: pin.reason,
  }
}

function note(
  lived: LivedDossier,
  at: Date,
  kind: string,
  by: LivedEvent['by'],
  words: LivedEvent['words'],
  isPublic: boolean,
  more: { step?: string; detail?: unknown } = {},
): void {
  lived.events.push({ at, kind, by, words, isPublic, ...more })
}
