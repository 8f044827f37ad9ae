import {
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { dateAt, isPlainDate } from '#values/plain-date.ts'
import { showDate, showFullDate, showInstant } from '#values/show-time.ts'
import { say, type Words, fill } from '#values/words.ts'
import { Icon } from '#ui/Icon.tsx'
import { NoteBox, StatusText } from '#ui/office/Badge.tsx'
import { Act, ActionColumn } from '#ui/office/Button.tsx'
import { Check } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { handOutHref, isHandOut } from '../acts/acts.ts'
import { applicantsOf } from '../applicants.ts'
import { refusedAnswer, staffPage, type Refused } from '../staff.ts'
import { textOf } from '../../form-text.ts'
import { useOffice, useSay } from '../use-office.ts'
import { AtCounter } from './AtCounter.tsx'
import { ActForm, CounterAct, Refusal, revisionIn } from './CounterAct.tsx'
import { ExemptionLines } from './ExemptionLines.tsx'
import { FeeLines, isPaid } from './Fees.tsx'
import { counterWords, dossierPath, printPath } from './words.ts'
import { titled } from '../../titled.ts'
import { officeWords } from '../words.ts'
import { RevokedNote } from '../dossier/IssuedResult.tsx'

const words = {
  title: { vi: 'Trả kết quả {code}', en: 'Hand out {code}' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  result: { vi: 'Kết quả', en: 'Result' },
  number: { vi: 'Số', en: 'Number' },
  issued: { vi: 'Ngày cấp', en: 'Issued on' },
  promised: { vi: 'Hẹn trả', en: 'Due' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  fees: { vi: '1. Phí, lệ phí', en: '1. Fees' },
  check: { vi: '2. Người nhận', en: '2. Who receives it' },
  checked: {
    vi: 'Đã xem giấy hẹn và giấy tờ tùy thân của người nhận (hoặc giấy ủy quyền)',
    en: 'Slip and identity of the receiver (or the authorisation) were looked at',
  },
  toPost: { vi: 'Giao cho bưu điện', en: 'Give it to the post' },
  orFetched: {
    vi: 'Kết quả này gửi bưu điện. Chỉ đánh dấu ở đây khi người nhận tự đến quầy.',
    en: 'This result goes by post. Tick here only when somebody comes for it.',
  },
  deliver: { vi: 'Đã trả kết quả', en: 'Handed out' },
  print: { vi: 'In kết quả', en: 'Print the result' },
  actions: { vi: 'Trả kết quả', en: 'Hand out' },
  open: { vi: 'Mở hồ sơ', en: 'Open the dossier' },
  rate: { vi: 'Mời người nhận chấm điểm', en: 'Let whoever got it rate' },
  payFirst: { vi: 'Thu đủ phí, lệ phí trước', en: 'Take the fees first' },
  noResult: { vi: 'Kết quả chưa có. Hồ sơ đang ở: {step}.', en: 'No result yet. It is at: {step}.' },
  waitsForApplicant: { vi: 'Đang chờ người nộp bổ sung.', en: 'It waits for the applicant.' },
  waitsFor: { vi: 'Còn chờ: {step}', en: 'Still to come: {step}' },
  delivered: { vi: 'Đã trả lúc {time}', en: 'Handed out {time}' },
  endedNoResult: { vi: 'Hồ sơ đã kết thúc, không có kết quả để trả', en: 'Ended without a result' },
  sending: { vi: 'Đang ghi…', en: 'Saving…' },
  next: { vi: 'Người kế tiếp', en: 'Next person' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const dossier = await page.client.services.getDossier({ id: args.params['id'] ?? '' })
  const deliver = dossier.allowed.find(isHandOut)
  const {
    id,
    code,
    procedureName,
    applicantName,
    coApplicants,
    applicantPhone,
    resultAddress,
    enterpriseName,
    promised,
    status,
    revision,
    fees,
    exemptions,
    result,
    tasks,
    finishedAt,
    history,
    outcome,
    atCounter,
  } = dossier
  const isReady = dossier.state.issued && status === 'open' && deliver !== undefined
  const handedOut = history.findLast((line) => line.step?.startsWith('deliver'))
  return {
    dossier: {
      id,
      code,
      procedureName,
      applicantName,
      coApplicants,
      applicantPhone,
      resultAddress,
      enterpriseName,
      promised,
      status,
      revision,
      fees,
      exemptions,
      finishedAt,
      outcome,
      atCounter,
      steps: tasks.map((task) => ({ name: task.stepName, unit: task.unitName })),
    },
    result,
    deliver: isReady ? { step: deliver.step ?? '', refused: deliver.refused } : undefined,
    handedOutAt: handedOut?.at ?? null,
    endedAt: status === 'ended' ? (handedOut?.at ?? finishedAt) : null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { services } = page.client
  const id = args.params['id'] ?? ''
  const form = await args.request.formData()
  try {
    if (form.has('thu'))
      await services.payFee({
        id,
        fee: textOf(form, 'phi'),
        method: textOf(form, 'thu') === 'transfer' ? 'transfer' : 'cash',
      })
    else {
      await services.act({
        id,
        revision: revisionIn(form),
        act: { action: 'complete', step: textOf(form, 'buoc'), receiverSeen: form.has('da-xem') || undefined },
      })
      // Whoever was called for it is asked on the tablet of the desk how it was.
      if (page.call.actor.permissions.has('dossier.receive')) await page.client.queue.linkDossier({ dossierId: id })
    }
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
  return redirect(handOutHref(id))
}

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, fill(words.title, { code: loaderData?.dossier.code ?? '' }), officeWords.brand)

export default function HandOut() {
  const { dossier, result, deliver, handedOutAt, endedAt } = useLoaderData<typeof loader>()
  const failed = useActionData<Refused>()
  const { language } = useOffice()
  const t = useSay()
  const { state } = useNavigation()
  const wait = !isPaid(dossier.fees)
    ? t(words.payFirst)
    : deliver?.refused
      ? say(deliver.refused, language)
      : state === 'submitting'
        ? t(words.sending)
        : undefined
  return (
    <CounterAct
      title={t(words.title, { code: dossier.code })}
      text={dossier.procedureName}
      back={{ href: '/can-bo/tra-ket-qua', text: t(counterWords.results) }}
      form="deliver"
      act={{ icon: 'certificate', text: t(words.deliver), refused: wait }}
      instead={
        deliver ? undefined : (
          <ActionColumn
            actions={[
              { kind: endedAt ? 'primary' : 'plain', text: t(words.next), cap: 'F2', href: '/can-bo/tra-ket-qua' },
            ]}
          />
        )
      }
      keys={{ f2: () => document.querySelector<HTMLElement>('.page-back')?.click() }}
      hints={[{ caps: ['F2'], text: t(words.next) }]}
      label={t(words.dossier)}
      besideLabel={t(words.actions)}
      beside={
        <Block>
          {(handedOutAt ?? endedAt) && (
            <StatusText tone="good" icon="circle-check">
              {handedOutAt && result?.number
                ? t(words.delivered, { time: showInstant(handedOutAt, language) })
                : t(words.endedNoResult)}
            </StatusText>
          )}
          {!endedAt && !deliver && (
            <NoteBox tone="soon" icon="hourglass">
              <p>
                {dossier.status === 'waiting-applicant'
                  ? t(words.waitsForApplicant)
                  : t(handedOutAt ? words.waitsFor : words.noResult, {
                      step:
                        dossier.steps.map((step) => `${say(step.name, language)} (${step.unit})`).join(', ') ||
                        dossier.status,
                    })}
              </p>
            </NoteBox>
          )}
          {result?.number && (
            <p>
              <a
                className="act act-plain act-wide"
                href={printPath(dossier.id, 'result')}
                target="_blank"
                rel="noreferrer"
              >
                <Icon name="printer" />
                <span>{t(words.print)}</span>
              </a>
            </p>
          )}
          {!deliver && <AtCounter id={dossier.id} atCounter={dossier.atCounter} />}
          {handedOutAt && endedAt && (
            <p>
              <Act kind="link" icon="mood-smile" text={t(words.rate)} href={`${handOutHref(dossier.id)}/cham-diem`} />
            </p>
          )}
          <p>
            <Act kind="link" icon="folder" text={t(words.open)} href={dossierPath(dossier.id)} />
          </p>
        </Block>
      }
    >
      <Refusal refused={failed?.refused} />
      <RevokedNote result={result} />
      <Block title={t(words.dossier)}>
        <FactRows
          rows={[
            {
              term: t(counterWords.applicant),
              value: <b>{applicantsOf(dossier)}</b>,
            },
            { term: t(words.phone), value: dossier.applicantPhone ?? '–' },
            {
              term: t(counterWords.by),
              value:
                dossier.resultAddress === null
                  ? t(counterWords.atCounter)
                  : t(counterWords.byPost, { address: dossier.resultAddress }),
            },
            {
              term: t(words.promised),
              value: dossier.promised ? showFullDate(dateAt(dossier.promised), language) : '–',
            },
            ...(result
              ? [
                  { term: t(words.result), value: result.title },
                  { term: t(words.number), value: result.number ?? '–' },
                  {
                    term: t(words.issued),
                    value: result.issuedOn && isPlainDate(result.issuedOn) ? showDate(result.issuedOn) : '–',
                  },
                ]
              : []),
          ]}
        />
      </Block>
      <Block title={t(words.fees)}>
        <ExemptionLines exemptions={dossier.exemptions} />
        <FeeLines fees={dossier.fees} />
      </Block>
      {deliver && (
        <Block title={t(words.check)}>
          <ActForm id="deliver" dossier={dossier}>
            <input type="hidden" name="buoc" value={deliver.step} />
            {dossier.resultAddress !== null && (
              <p>
                {t(words.orFetched)} <a href="/can-bo/buu-dien">{t(words.toPost)}</a>
              </p>
            )}
            <Check name="da-xem">{t(words.checked)}</Check>
          </ActForm>
        </Block>
      )}
    </CounterAct>
  )
}
