import {
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import type { Words } from '#values/words.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Check, TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { applicantsOf } from '../applicants.ts'
import { refusedAnswer, refusedAt, staffPage, type Refused } from '../staff.ts'
import { textOf } from '../../form-text.ts'
import { useOffice, useSay } from '../use-office.ts'
import { ActForm, CounterAct, doneHref, revisionIn } from './CounterAct.tsx'
import { readCame, WhoCame } from './WhoCame.tsx'
import { counterWords, dossierPath } from './words.ts'
import { titled } from '../../titled.ts'
import { officeWords } from '../words.ts'
import { fill } from '#values/words.ts'

const words = {
  title: { vi: 'Rút hồ sơ tại quầy {code}', en: 'Withdraw at the counter {code}' },
  back: { vi: 'Hồ sơ', en: 'Dossier' },
  request: { vi: 'Đơn xin rút', en: 'The request' },
  reason: { vi: 'Lý do rút, ngày của đơn', en: 'Why, and the day of the request' },
  signed: { vi: 'Đã nhận đơn rút hồ sơ có chữ ký của người đến', en: 'The request was taken in, signed by who came' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  follows: {
    vi: 'Rút rồi thì hồ sơ dừng ở đây, không mở lại được; muốn làm lại phải nộp mới. Lịch sử ghi rút tại quầy theo đơn của ai; người nộp có tài khoản hoặc thư điện tử thì được báo.',
    en: 'Withdrawing ends the dossier for good; to try again it is filed anew. The history says on whose request; an applicant with an account or e-mail is told.',
  },
  withdraw: { vi: 'Rút hồ sơ', en: 'Withdraw' },
  sending: { vi: 'Đang ghi…', en: 'Saving…' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const id = args.params['id'] ?? ''
  const dossier = await page.client.services.getDossier({ id })
  // Ended meanwhile, or the affair of another counter: the dossier itself says how it stands.
  if (dossier.atCounter?.canWithdraw !== true) throw redirect(dossierPath(id))
  const { code, procedureName, applicantName, coApplicants, applicantPhone, enterpriseName, revision } = dossier
  return { id, code, procedureName, applicantName, coApplicants, applicantPhone, enterpriseName, revision }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const id = args.params['id'] ?? ''
  const form = await args.request.formData()
  try {
    await page.client.services.withdrawAtCounter({
      id,
      revision: revisionIn(form),
      came: readCame(form),
      reason: textOf(form, 'reason'),
      isSigned: form.has('co-don'),
    })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
  return redirect(doneHref(id, form, 'withdrawn'))
}

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, fill(words.title, { code: loaderData?.code ?? '' }), officeWords.brand)

export default function WithdrawalAtCounter() {
  const dossier = useLoaderData<typeof loader>()
  const refused = useActionData<Refused>()?.refused
  const { language } = useOffice()
  const t = useSay()
  const { state } = useNavigation()
  return (
    <CounterAct
      title={t(words.title, { code: dossier.code })}
      text={`${dossier.procedureName} · ${applicantsOf(dossier)}`}
      back={{ href: dossierPath(dossier.id), text: t(words.back) }}
      form="withdrawal"
      act={{ icon: 'x', text: t(words.withdraw), refused: state === 'submitting' ? t(words.sending) : undefined }}
      label={t(words.request)}
      besideLabel={t(words.withdraw)}
      beside={
        <>
          <Block small>
            <FactRows
              rows={[
                { term: t(counterWords.applicant), value: <b>{applicantsOf(dossier)}</b> },
                { term: t(words.phone), value: dossier.applicantPhone ?? '–' },
              ]}
            />
          </Block>
          <Block small>
            <NoteBox tone="late" icon="alert-circle">
              <p>{t(words.follows)}</p>
            </NoteBox>
          </Block>
        </>
      }
    >
      <ActForm id="withdrawal" dossier={dossier} refused={refused}>
        <WhoCame applicantName={dossier.applicantName} refused={refused} />
        <Block title={t(words.request)}>
          <TextField
            name="reason"
            label={t(words.reason)}
            rows={3}
            value={refused?.typed['reason']}
            error={refusedAt(refused, 'reason', language)}
            required
          />
          <Check name="co-don" checked={refused?.typed['co-don'] !== undefined}>
            {t(words.signed)}
          </Check>
        </Block>
      </ActForm>
    </CounterAct>
  )
}
