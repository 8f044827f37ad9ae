import { data, redirect } from 'react-router'
import { Problem, type ProblemPlace } from '#values/errors.ts'
import { fold } from '#values/text.ts'
import { say, type Words } from '#values/words.ts'
import type { Lookups } from '#engines/forms/contract.ts'
import { lookupsFrom } from '#engines/forms/web/index.ts'
import type { Page } from '../../client.ts'
import { answersNow, rowButtonIn } from './answers-now.ts'
import { coApplicantsIn, readCoApplicants } from './co-applicants.ts'
import { answersAbout, applicantName, joined, laidOver, readApplicant, typedIn, typedOf } from './applicant.ts'
import { lookThrough } from './look-through.ts'
import { noApplicant, readCard, type ApplicantTyped } from './read-card.ts'
import type { ReadNote } from './Applicant.tsx'
import type { ReceptionPlace } from './reception-address.ts'
import { channelIn, draftOf, keptText, papersIn, placeIn, typedNames, type Saved } from './typed-form.ts'

/** What the counter's form answers when it does not go on: what to fill in, what is wrong, and what was typed. */
export interface Again {
  readonly post?: string
  readonly card?: { readonly typed: ApplicantTyped; readonly note: ReadNote }
  readonly answers?: Readonly<Record<string, unknown>>
  readonly error?: string
  readonly checked?: boolean
  readonly places: readonly ProblemPlace[]
  /** The draft as it was kept before it was looked at. */
  readonly saved?: Saved
}

const words = {
  phone: {
    vi: 'Cần điện thoại: tra cứu và báo tin đều qua số này',
    en: 'A phone is needed: looking it up and messages go by it',
  },
  place: { vi: 'Chọn xã, phường, thị trấn nơi nộp trong danh sách', en: 'Choose the commune where it is filed' },
} satisfies Record<string, Words>

/** Reads the card, looks the form through, adds a row, or files the application: as the button says that was pressed. */
export async function receive(page: Page, at: ReceptionPlace, text: string) {
  const { client, language } = page
  const { code } = at
  const post = new URLSearchParams(text)
  const counterId = post.get(typedNames.counter) ?? undefined
  const intent = post.get('lam-gi') ?? 'xem'
  const channel = at.isAssisted ? 'online' : channelIn(post)
  let saved: Saved | undefined
  try {
    const lookups = lookupsFrom(await client.services.getLookups({}))
    const prepared = await client.services.prepareReception({ code, channel, counterId })
    if (intent === 'doc-the') {
      const { card } = await readPerson(page, post, lookups)
      const now = answersNow(prepared.form, {}, post, lookups)
      return data<Again>({
        card,
        post: text,
        answers: card.note === 'unreadable' ? now : laidOver(now, answersAbout(prepared.form, card.typed, lookups)),
        places: [],
      })
    }
    if (rowButtonIn(post) !== undefined)
      return data<Again>({ post: text, answers: answersNow(prepared.form, {}, post, lookups), places: [] })
    const draft = { id: at.draftId, code, counterId }
    saved = await client.services.saveCounterDraft({
      ...draft,
      ...draftOf(post, lookups),
      channel,
      post: keptText(post),
    })
    const person = await readApplicant(typedIn(post), lookups, client)
    const together = readCoApplicants(coApplicantsIn(post), typedIn(post).personalId)
    const papers = papersIn(post)
    const paperOnly = channel === 'online' ? [] : post.getAll('ban-giay')
    const place = placeIn(post, lookups)
    if (intent !== 'nhan' || person.applicant === undefined || together.places.length > 0) {
      const given = new Set([...paperOnly, ...papers.map((one) => one.paper)])
      const whole = [
        ...person.places,
        ...(channel === 'online' && typedIn(post).phone === ''
          ? [{ path: applicantName('phone'), message: words.phone }]
          : []),
        ...(prepared.needsPlace && place === undefined ? [{ path: typedNames.place, message: words.place }] : []),
        ...lookThrough(prepared, post, lookups, given),
      ]
      return data<Again>({ post: text, checked: true, places: whole, saved }, { status: intent === 'nhan' ? 422 : 200 })
    }
    const { applicant } = person
    const application = {
      code,
      counterId,
      draftId: at.draftId,
      post: text,
      papers,
      coApplicants: together.coApplicants,
    }
    if (channel === 'online') {
      const confirmed = post.get(typedNames.confirmed)
      const receipt = await client.services.fileAssisted({
        ...application,
        applicant: { ...applicant, phone: applicant.phone ?? '' },
        place,
        ...((confirmed === 'screen' || confirmed === 'print') && { confirmed }),
      })
      await tied(page, receipt.id, post)
      return redirect(`/can-bo/quay/da-nhan/${receipt.id}?moi=1`)
    }
    const receipt = await client.services.receiveAtCounter({
      ...application,
      applicant,
      paperOnly,
      paidFees: [...post].flatMap(([name, method]) =>
        name.startsWith('phi-') && (method === 'cash' || method === 'transfer')
          ? [{ fee: name.slice(4), method: method }]
          : [],
      ),
      channel,
    })
    await tied(page, receipt.id, post)
    return redirect(`/can-bo/quay/da-nhan/${receipt.id}?moi=1`)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const places =
      error.code === 'mustDeclare'
        ? [{ path: typedNames.confirmed, message: error.words }]
        : error.places.map((one) => ({ ...one, ...placeOnScreen[one.path] }))
    return data<Again>({ post: text, error: say(error.words, language), places, saved }, { status: error.status })
  }
}

/**
 * Ties what was received to the number at the desk, and to what was confirmed on its tablet. It is received, whatever becomes of this: text that
 * could not have been shown was not confirmed.
 */
async function tied({ client }: Page, dossierId: string, post: URLSearchParams): Promise<void> {
  const shown = shownIn(post)
  try {
    await client.queue.linkDossier({ dossierId, ...(shown !== undefined && { shown }) })
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'invalidInput')) throw error
    await client.queue.linkDossier({ dossierId })
  }
}

type Shown = NonNullable<Parameters<Page['client']['queue']['linkDossier']>[0]['shown']>

/** What the tablet of the desk would show of this form; nothing where the page put nothing together. */
function shownIn(post: URLSearchParams): Shown | undefined {
  try {
    return JSON.parse(post.get(typedNames.shown) ?? '') as Shown
  } catch {
    return undefined
  }
}

/** Places that the engine names and the form calls otherwise. */
const placeOnScreen: Readonly<Record<string, Partial<ProblemPlace>>> = {
  place: { path: typedNames.place, message: words.place },
  'applicant.personalId': { path: applicantName('personalId') },
  'applicant.phone': { path: applicantName('phone'), message: words.phone },
}

async function readPerson(
  { client }: Page,
  post: URLSearchParams,
  lookups: Lookups,
): Promise<Required<Pick<Again, 'card'>>> {
  const card = readCard(post.get('the-can-cuoc') ?? '')
  if (card === undefined) return { card: { typed: typedIn(post), note: 'unreadable' } }
  const found = await client.services.findApplicant({ personalId: card.personalId })
  const typed = found === null ? joined(noApplicant, card) : joined(typedOf(found, lookups), card)
  const isOther =
    card.fullName !== undefined && found?.fullName !== undefined && fold(card.fullName) !== fold(found.fullName)
  const known = !found?.accountUnseen ? 'known' : isOther ? 'otherName' : 'unseen'
  return { card: { typed, note: found !== null ? known : card.fullName === undefined ? 'new' : 'card' } }
}
