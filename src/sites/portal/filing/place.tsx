import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { Problem } from '#values/errors.ts'
import { fill, say, type Words } from '#values/words.ts'
import { communesFrom } from '#engines/forms/contract.ts'
import { ProgressLine } from '#ui/portal/ProgressAside.tsx'
import { QuestionPage } from '#ui/portal/QuestionPage.tsx'
import { TextField } from '#ui/portal/TextField.tsx'
import { mustBe, pageOf } from '../../client.ts'
import { communesToday } from '../../communes-today.ts'
import { FilingFrame, FilingProgress } from './FilingFrame.tsx'
import { stepAfter, stepsOf } from './steps.ts'
import { useDraft } from './use-draft.ts'
import { textOf } from '../../form-text.ts'
import { Title } from '../title.tsx'
import { useFormToken } from '../../FormToken.tsx'

const words = {
  title: { vi: 'Nộp hồ sơ ở đâu?', en: 'Where do you file?' },
  lead: {
    vi: 'Chọn xã, phường, thị trấn giải quyết việc này: thường là nơi ông/bà thường trú, hoặc nơi có nhà, đất, cơ sở.',
    en: 'Choose the commune that handles this: usually where you live, or where the house, land or business is.',
  },
  field: { vi: 'Xã, phường, thị trấn', en: 'Commune, ward or town' },
  hint: { vi: 'Gõ vài chữ rồi chọn, có dấu hay không dấu đều được', en: 'Type a few letters and choose' },
  none: {
    vi: 'Không thấy xã, phường nào tên như vậy trong tỉnh. Xem lại chính tả.',
    en: 'No commune of that name in the province. Check the spelling.',
  },
  several: {
    vi: 'Có nhiều nơi tên giống nhau. Ghi thêm tên huyện.',
    en: 'Several places have this name. Add the district.',
  },
  next: { vi: 'Tiếp tục', en: 'Continue' },
  back: { vi: 'Quay lại', en: 'Back' },
  caption: { vi: 'Bước 1 trong {count}', en: 'Step 1 of {count}' },
  steps: { vi: 'Các bước', en: 'Steps' },
  wrong: { vi: 'Còn 1 chỗ cần xem lại', en: 'Please check' },
} as const satisfies Record<string, Words>

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  return { options: communesToday(await page.client.services.getLookups({})) }
}

export async function action(args: ActionFunctionArgs) {
  const { client, language } = pageOf(args)
  const id = args.params['id'] ?? ''
  const typed = textOf(await args.request.formData(), 'place')
  const { communes, today } = await client.services.getLookups({})
  const found = communesFrom(communes).search(typed, today)
  const exact = communes.find((one) => one.code === typed) ?? (found.length === 1 ? found[0] : undefined)
  if (exact === undefined)
    return data({ typed, error: say(found.length > 1 ? words.several : words.none, language) }, { status: 422 })
  try {
    await client.services.choosePlace({ id, place: exact.code })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return data({ typed, error: say(error.words, language) }, { status: error.status })
  }
  const draft = await client.services.getDraft({ id })
  return redirect(`/nop/${id}/${stepAfter(stepsOf(draft, language), 'place')}`)
}

export default function Place() {
  const token = useFormToken()
  const { language, draft } = useDraft()
  const { options } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const t = (one: Words, values: Record<string, string | number> = {}) => say(fill(one, values), language)
  const count = stepsOf(draft, language).length
  const chosen = options.find((one) => one.code === draft.place)?.label
  return (
    <FilingFrame language={language} draft={draft}>
      <Title language={language} about={words.title} isWrong={failed !== undefined} />
      <QuestionPage
        hidden={token}
        title={t(words.title)}
        caption={t(words.caption, { count })}
        lead={t(words.lead)}
        back={{ href: `/thu-tuc/${draft.code}`, text: t(words.back) }}
        errors={failed ? { title: t(words.wrong), list: [{ fieldId: 'place', text: failed.error }] } : undefined}
        submit={{ text: t(words.next) }}
        progressLine={<ProgressLine text={t(words.caption, { count })} total={count} done={0} />}
        aside={<FilingProgress language={language} draft={draft} now="place" />}
        asideLabel={t(words.steps)}
      >
        <TextField
          language={language}
          name="place"
          label={t(words.field)}
          hint={t(words.hint)}
          value={failed?.typed ?? chosen}
          error={failed?.error}
          list="places"
          required
        />
        <datalist id="places">
          {options.map((one) => (
            <option key={one.code} value={one.label} />
          ))}
        </datalist>
      </QuestionPage>
    </FilingFrame>
  )
}
