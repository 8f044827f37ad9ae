import {
  Form,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import type { Words } from '#values/words.ts'
import { ServiceIcon } from '#engines/queue/declare.ts'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { Check, FieldRow, TextField } from '#ui/office/Fields.tsx'
import { Block, Pane, Panes } from '#ui/office/Panes.tsx'
import { FormToken } from '../../FormToken.tsx'
import { linesOf, textOf } from '../../form-text.ts'
import { titled } from '../../titled.ts'
import { RefusedNote } from '../RefusedNote.tsx'
import { refusedAnswer, staffPage, type Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { officeWords } from '../words.ts'
import { CentrePage } from './CentrePage.tsx'
import { queueWords } from './words.ts'

const words = {
  lead: {
    vi: 'Việc nào lấy số, chữ cái nào, quầy nào nhận. Đổi có hiệu lực ngay.',
    en: 'What numbers are given for, by which letter, at which desk. Changes hold at once.',
  },
  service: { vi: 'Việc', en: 'Service' },
  letter: { vi: 'Chữ', en: 'Letter' },
  usual: { vi: 'Thường mấy phút', en: 'Usual minutes' },
  threshold: { vi: 'Báo động khi chờ quá (phút)', en: 'Alarm beyond (minutes)' },
  places: { vi: 'Số người hẹn mỗi nửa giờ (0: không nhận hẹn)', en: 'Appointments each half hour (0: none)' },
  offered: { vi: 'Đang nhận lấy số', en: 'Numbers are given' },
  notOffered: { vi: 'Đang tắt', en: 'Off' },
  change: { vi: 'Sửa', en: 'Change' },
  add: { vi: 'Thêm việc', en: 'New service' },
  addDesk: { vi: 'Thêm quầy', en: 'New desk' },
  nameVi: { vi: 'Tên tiếng Việt', en: 'Vietnamese name' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'English name' },
  sectors: { vi: 'Mã ngành của thủ tục, cách nhau bằng dấu cách', en: 'Sectors of its procedures, apart by spaces' },
  save: { vi: 'Lưu', en: 'Save' },
  desk: { vi: 'Quầy', en: 'Desk' },
  number: { vi: 'Số quầy', en: 'Number of the desk' },
  serves: { vi: 'Nhận việc', en: 'Serves' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const { services, desks } = await staffPage(args).client.queue.viewCentre({})
  const query = new URL(args.request.url).searchParams
  return {
    services: services.toSorted((a, b) => a.letter.localeCompare(b.letter, 'vi')),
    desks,
    service: services.find(({ id }) => id === query.get('viec')),
    desk: desks.find(({ id }) => id === query.get('quay')),
    isDesk: query.has('quay'),
  }
}

const iconOf = (text: string): ServiceIcon => ServiceIcon.options.find((one) => one === text) ?? 'ticket'

export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { queue } = page.client
  const form = await args.request.formData()
  const id = textOf(form, 'id') || undefined
  try {
    if (form.has('so-quay'))
      await queue.saveDesk({ id, number: Number(textOf(form, 'so-quay')), serviceIds: form.getAll('nhan').map(String) })
    else
      await queue.saveService({
        id,
        service: {
          letter: textOf(form, 'chu').toLocaleUpperCase('vi'),
          name: { vi: textOf(form, 'ten'), en: textOf(form, 'ten-en') },
          icon: iconOf(textOf(form, 'hinh')),
          sectors: linesOf(form, 'nganh'),
          usualMinutes: Number(textOf(form, 'phut')),
          longestWaitMinutes: Number(textOf(form, 'nguong')),
          isOffered: form.has('mo'),
          placesEach: Number(textOf(form, 'hen')),
        },
      })
    return redirect('/can-bo/trung-tam/viec')
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

export const meta: MetaFunction = ({ matches }) => titled(matches, queueWords.services, officeWords.brand)

/** What numbers are given for and which desks there are, with one of them to be changed. */
export default function Services() {
  const { services, desks, isDesk, service, desk } = useLoaderData<typeof loader>()
  const { language } = useOffice()
  const t = useSay()
  const refused = useActionData<Refused>()?.refused
  return (
    <CentrePage title={t(queueWords.services)} text={t(words.lead)}>
      <Panes shape="side">
        <Pane label={t(queueWords.services)}>
          <DataTable
            language={language}
            caption={t(words.service)}
            columns={[
              { key: 'letter', title: t(words.letter), width: 60, strong: true },
              { key: 'name', title: t(words.service), heads: true },
              { key: 'usual', title: t(words.usual), number: true, width: 140 },
              { key: 'state', title: '', width: 170, quiet: true },
            ]}
            rows={services.map((one) => ({
              id: one.id,
              href: `/can-bo/trung-tam/viec?viec=${one.id}`,
              selected: one.id === service?.id,
              letter: one.letter,
              name: one.name[language],
              usual: one.usualMinutes,
              state: t(one.isOffered ? words.offered : words.notOffered),
            }))}
          />
          <DataTable
            language={language}
            caption={t(words.desk)}
            columns={[
              { key: 'number', title: t(words.desk), heads: true, width: 90, strong: true },
              { key: 'serves', title: t(words.serves) },
            ]}
            rows={desks.map((one) => ({
              id: one.id,
              href: `/can-bo/trung-tam/viec?quay=${one.id}`,
              selected: one.id === desk?.id,
              number: one.number,
              serves: one.services.map(({ name }) => name[language]).join(' · '),
            }))}
          />
          <Block>
            <ActionRow>
              <Act icon="plus" text={t(words.add)} href="/can-bo/trung-tam/viec" />
              <Act icon="plus" text={t(words.addDesk)} href="/can-bo/trung-tam/viec?quay=moi" />
            </ActionRow>
          </Block>
        </Pane>
        <Pane label={t(words.change)} ground="ground">
          {refused && <RefusedNote language={language} refused={refused} />}
          {isDesk ? (
            <DeskForm key={desk?.id} desk={desk} services={services} />
          ) : (
            <ServiceForm key={service?.id} service={service} />
          )}
        </Pane>
      </Panes>
    </CentrePage>
  )
}

type Loaded = Awaited<ReturnType<typeof loader>>

function ServiceForm({ service }: Pick<Loaded, 'service'>) {
  const t = useSay()
  return (
    <Form method="post">
      <FormToken />
      <input type="hidden" name="id" value={service?.id ?? ''} />
      <input type="hidden" name="hinh" value={service?.icon ?? 'ticket'} />
      <Block title={t(service ? words.change : words.add)}>
        <TextField name="chu" label={t(words.letter)} value={service?.letter} required />
        <TextField name="ten" label={t(words.nameVi)} value={service?.name.vi} required />
        <TextField name="ten-en" label={t(words.nameEn)} value={service?.name.en} required />
        <FieldRow>
          <TextField name="phut" type="number" label={t(words.usual)} value={String(service?.usualMinutes ?? 10)} />
          <TextField
            name="nguong"
            type="number"
            label={t(words.threshold)}
            value={String(service?.longestWaitMinutes ?? 20)}
          />
        </FieldRow>
        <TextField name="hen" type="number" label={t(words.places)} value={String(service?.placesEach ?? 0)} />
        <TextField name="nganh" label={t(words.sectors)} value={service?.sectors.join(' ')} />
        <Check name="mo" checked={service?.isOffered ?? true}>
          {t(words.offered)}
        </Check>
        <ActionRow>
          <Act kind="primary" text={t(words.save)} />
        </ActionRow>
      </Block>
    </Form>
  )
}

function DeskForm({ desk, services }: Pick<Loaded, 'desk' | 'services'>) {
  const { language } = useOffice()
  const t = useSay()
  return (
    <Form method="post">
      <FormToken />
      <input type="hidden" name="id" value={desk?.id ?? ''} />
      <Block title={desk ? t(queueWords.desk, { desk: desk.number }) : t(words.addDesk)}>
        <TextField name="so-quay" type="number" label={t(words.number)} value={desk && String(desk.number)} required />
        {services.map(({ id, letter, name }) => (
          <Check key={id} name="nhan" value={id} checked={desk?.services.some((one) => one.id === id) ?? false}>
            {letter} · {name[language]}
          </Check>
        ))}
        <ActionRow>
          <Act kind="primary" text={t(words.save)} />
        </ActionRow>
      </Block>
    </Form>
  )
}
