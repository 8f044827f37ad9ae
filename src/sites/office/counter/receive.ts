import { data, redirect } from 'react-router'
import { Problem, type ProblemPlace } from '#values/errors.ts'
import { say, type Words } from '#values/words.ts'
import { parseAnswers, type Lookups } from '#engines/forms/contract.ts'
import { lookupsFrom } from '#engines/forms/web/index.ts'
import type { Page } from '../../client.ts'
import { answersNow, rowButtonIn } from './answers-now.ts'
import { answersAbout, joined, laidOver, readApplicant, typedIn, typedOf } from './applicant.ts'
import { noApplicant, readCard, type ApplicantTyped } from './read-card.ts'
import type { ReadNote } from './Applicant.tsx'

/** What the counter's form answers when it does not go on: what to fill in, what is wrong, and what was typed. */
export interface Again {
  readonly post?: string
  readonly card?: { readonly typed: ApplicantTyped; readonly note: ReadNote }
  readonly answers?: Readonly<Record<string, unknown>>
  readonly error?: string
  readonly checked?: boolean
  readonly places: readonly ProblemPlace[]
}

const missing = { vi: 'Còn thiếu: {name}', en: 'Missing: {name}' } satisfies Words
const missingPaper = (name: Words) => ({
  vi: missing.vi.replace('{name}', name.vi),
  en: missing.en.replace('{name}', name.en),
})

/** Reads the card, looks the form through, adds a row, or receives the dossier: as the button says that was pressed. */
export async function receive(page: Page, code: string, text: string) {
  const { client, language } = page
  const post = new URLSearchParams(text)
  const intent = post.get('lam-gi') ?? 'xem'
  try {
    const lookups = lookupsFrom(await client.services.getLookups({}))
    const prepared = await client.services.prepareReception({ code })
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
    const typed = typedIn(post)
    const person = await readApplicant(typed, lookups, client)
    const given = papersIn(post)
    if (intent !== 'nhan' || person.applicant === undefined) {
      const { places } = parseAnswers(prepared.form, post, lookups)
      const lacking = prepared.papers
        .filter(
          (paper) =>
            paper.required &&
            !given.paperOnly.includes(paper.id) &&
            !given.papers.some((one) => one.paper === paper.id),
        )
        .map((paper) => ({ path: `papers.${paper.id}`, message: missingPaper(paper.name) }))
      return data<Again>(
        { post: text, checked: true, places: [...person.places, ...places, ...lacking] },
        { status: intent === 'nhan' ? 422 : 200 },
      )
    }
    const receipt = await client.services.receiveAtCounter({
      code,
      applicant: person.applicant,
      post: text,
      ...given,
      paidFees: [...post].flatMap(([name, method]) =>
        name.startsWith('phi-') && (method === 'cash' || method === 'transfer')
          ? [{ fee: name.slice(4), method: method }]
          : [],
      ),
      channel: post.get('kenh-nop') === 'post' ? 'post' : 'counter',
    })
    return redirect(`/can-bo/quay/da-nhan/${receipt.id}?moi=1`)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return data<Again>(
      { post: text, error: say(error.words, language), places: error.places },
      { status: error.status },
    )
  }
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
  return { card: { typed, note: found !== null ? 'known' : card.fullName === undefined ? 'new' : 'card' } }
}

/** Files sent in under `tep-<paper>`, and papers that were only looked at, under `ban-giay`. */
function papersIn(post: URLSearchParams) {
  const papers = new Map<string, string[]>()
  for (const [name, id] of post) {
    if (name.startsWith('tep-') && id !== '') papers.set(name.slice(4), [...(papers.get(name.slice(4)) ?? []), id])
  }
  return { papers: [...papers].map(([paper, fileIds]) => ({ paper, fileIds })), paperOnly: post.getAll('ban-giay') }
}
