import {
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { useRef, useState } from 'react'
import { showInstant } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { lookupDataFor } from '#engines/forms/web/index.ts'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FactRows } from '#ui/office/Preview.tsx'
import { refusedAnswer, staffPage, tried, type Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { ActForm, CounterAct, doneHref, revisionIn } from './CounterAct.tsx'
import { PapersTable, type Files } from './PapersTable.tsx'
import { PinnedFields, textsIn } from './PinnedFields.tsx'
import { ReuseLink } from './reuse/ReuseLink.tsx'
import { SavedState, WhyStopped } from './SavedState.tsx'
import { filesOfDraft, papersIn } from './typed-form.ts'
import { useAutosave } from './use-autosave.ts'
import { readCame, WhoCame } from './WhoCame.tsx'
import { counterWords, dossierPath, printPath } from './words.ts'
import { titled } from '../../titled.ts'
import { officeWords } from '../words.ts'
import { fill } from '#values/words.ts'

const words = {
  title: { vi: 'Bổ sung tại quầy {code}', en: 'Supplement at the counter {code}' },
  back: { vi: 'Hồ sơ', en: 'Dossier' },
  asked: { vi: 'Chỗ được yêu cầu bổ sung', en: 'What is asked' },
  fields: { vi: 'Tờ khai: ghi lại các chỗ này', en: 'Form: write these anew' },
  papers: { vi: 'Giấy tờ: quét bản mới', en: 'Papers: scan the new ones' },
  orPaper: { vi: 'Giấy tờ: quét bản mới, hoặc nhận bản giấy', en: 'Papers: scan the new ones, or take them on paper' },
  sentBefore: {
    vi: 'Người nộp đã gửi trên mạng: {files}. Không quét bản khác thì lấy bản này.',
    en: 'Sent online already: {files}. It counts unless another is scanned.',
  },
  request: { vi: 'Yêu cầu bổ sung (Mẫu 02)', en: 'Request (form 02)' },
  askedBy: { vi: 'Người yêu cầu', en: 'Asked by' },
  askedAt: { vi: 'Yêu cầu lúc', en: 'Asked on' },
  due: { vi: 'Bổ sung trước', en: 'Before' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  print: { vi: 'In phiếu yêu cầu bổ sung', en: 'Print the request' },
  follows: {
    vi: 'Gửi xong, hồ sơ về lại người đang giải quyết và giờ chạy tiếp. Lịch sử ghi “Đã bổ sung tại {counter}”; người nộp có tài khoản hoặc thư điện tử thì được báo.',
    en: 'Once sent it is back with whoever works on it and the clock goes on. The history says “Supplemented at {counter}”; an applicant with an account or e-mail is told.',
  },
  send: { vi: 'Gửi bổ sung', en: 'Send' },
  uploading: { vi: 'Chờ tệp gửi xong', en: 'Wait for the files' },
  sending: { vi: 'Đang gửi…', en: 'Sending…' },
  scan: { vi: 'quét', en: 'scan' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const id = args.params['id'] ?? ''
  const [found, lookups] = await Promise.all([
    tried(page, () => page.client.services.prepareSupplement({ id })),
    page.client.services.getLookups({}),
  ])
  // Answered meanwhile, or the affair of another counter: the dossier itself says how it stands.
  if ('failed' in found) throw redirect(dossierPath(id))
  const prepared = found.value
  const fields = prepared.supplement.form.pages.flatMap((one) => one.fields)
  return { id, prepared, lookups: lookupDataFor(fields, lookups) }
}

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const id = args.params['id'] ?? ''
  const form = await args.request.formData()
  const post = textsIn(form)
  try {
    await page.client.services.supplementAtCounter({
      id,
      revision: revisionIn(form),
      came: readCame(form),
      post: post.toString(),
      papers: papersIn(post),
      paperOnly: post.getAll('ban-giay'),
    })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
  return redirect(doneHref(id, form, 'supplied'))
}

export const meta: MetaFunction<typeof loader> = ({ loaderData, matches }) =>
  titled(matches, fill(words.title, { code: loaderData?.prepared.code ?? '' }), officeWords.brand)

export default function SupplementAtCounter() {
  const { id, prepared, lookups } = useLoaderData<typeof loader>()
  const refused = useActionData<Refused>()?.refused
  const { language } = useOffice()
  const t = useSay()
  const { state, formMethod } = useNavigation()
  const form = useRef<HTMLFormElement>(null)
  const [draft] = useState(prepared.draft ?? undefined)
  const [typed] = useState(() => draft && new URLSearchParams(draft.post))
  const [files, setFiles] = useState<Files>(() => filesOfDraft(draft?.papers ?? []))
  const [uploading, setUploading] = useState(false)
  const { supplement, papers, answers } = prepared
  const { saving, later, settle } = useAutosave({
    form,
    before: draft,
    requestOf: (text) => ({
      path: `/services/dossiers/${id}/counter-supplement`,
      body: { post: text, papers: papersIn(new URLSearchParams(text)) },
    }),
    isSending: formMethod === 'POST',
  })
  const fieldPins = supplement.pins.filter((pin) => pin.kind === 'field')
  const paperPins = supplement.pins.filter((pin) => pin.kind === 'paper')
  const places = refused?.places ?? []
  const wait = uploading ? t(words.uploading) : state === 'submitting' ? t(words.sending) : undefined
  return (
    <CounterAct
      title={t(words.title, { code: prepared.code })}
      text={`${prepared.procedureName} · ${prepared.applicantName}`}
      back={{ href: dossierPath(id), text: t(words.back) }}
      form="supplement"
      act={{ icon: 'send', text: t(words.send), refused: wait }}
      kept={<SavedState saving={saving} />}
      keys={{ f8: () => document.querySelector<HTMLElement>('#supplement input[type=file]')?.click() }}
      hints={paperPins.length > 0 ? [{ caps: ['F8'], text: t(words.scan) }] : []}
      label={t(words.asked)}
      besideLabel={t(words.request)}
      beside={
        <>
          <Block title={t(words.request)} small>
            <FactRows
              rows={[
                { term: t(counterWords.applicant), value: <b>{prepared.applicantName}</b> },
                { term: t(words.due), value: <b>{showInstant(supplement.due, language)}</b> },
                { term: t(words.askedAt), value: showInstant(supplement.askedAt, language) },
                { term: t(words.askedBy), value: supplement.askedBy },
                ...(supplement.basis ? [{ term: t(words.basis), value: supplement.basis }] : []),
              ]}
            />
            <p>
              <a className="act act-link" href={printPath(id, 'supplement-request')} target="_blank" rel="noreferrer">
                {t(words.print)}
              </a>
            </p>
          </Block>
          <Block small>
            <p className="quiet">{t(words.follows, { counter: prepared.counterName })}</p>
          </Block>
        </>
      }
    >
      <ActForm id="supplement" ref={form} dossier={prepared} refused={refused} onInput={later}>
        <WhyStopped saving={saving} />
        {fieldPins.length > 0 && (
          <Block title={t(words.fields)} count={fieldPins.length}>
            <PinnedFields
              form={supplement.form}
              pins={fieldPins}
              filed={answers}
              start={Object.keys(supplement.answers).length > 0 ? supplement.answers : answers}
              typed={typed}
              lookups={lookups}
              places={places}
            />
          </Block>
        )}
        {paperPins.length > 0 && (
          <Block title={t(prepared.mayBePaper ? words.orPaper : words.papers)} count={paperPins.length}>
            {paperPins.map((pin) => (
              <NoteBox key={pin.path} tone="waiting" icon="pin" title={pin.label}>
                <p>{pin.reason}</p>
                {pin.files.length > 0 && (
                  <p>{t(words.sentBefore, { files: pin.files.map((file) => file.name).join(', ') })}</p>
                )}
              </NoteBox>
            ))}
            <ReuseLink draftId={supplement.id} settle={settle} />
            <PapersTable
              papers={papers}
              files={files}
              onFiles={(next) => {
                setFiles(next)
                later()
              }}
              onPaper={typed?.getAll('ban-giay') ?? []}
              mayBePaper={prepared.mayBePaper}
              places={places}
              onBusy={setUploading}
              draftId={supplement.id}
              settle={settle}
            />
          </Block>
        )}
        <WhoCame applicantName={prepared.applicantName} typed={typed && Object.fromEntries(typed)} refused={refused} />
      </ActForm>
    </CounterAct>
  )
}
