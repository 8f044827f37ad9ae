import type { Facts } from '#values/condition.ts'
import type { ProblemPlace } from '#values/errors.ts'
import { typeOf } from './field-types/index.ts'
import type { Answers, Form, Page } from './form.ts'
import { readField, refuseUnknown, startLevel, type Level } from './level.ts'
import { unknownKey } from './level-words.ts'
import type { Lookups } from './lookups.ts'
import { mostPlaces, own, treeOf, type Parsed } from './parse-answers.ts'
import { isPost, readPost } from './post.ts'
import { postedFields } from './posted-fields.ts'
import { changeRows, rowCommandIn } from './rows.ts'
import { isAsked, visibleAnswers } from './visible.ts'

export interface ParsedPage extends Parsed {
  /** Keys of JSON that no question of the page has: no mistake of whoever fills it in, and none of it is to be saved. */
  readonly unknown: readonly ProblemPlace[]
  /** A button added or removed a row: draw the page again, without errors. */
  readonly rowsChanged: boolean
  /** Questions that came up by what was sent and are still to be answered: draw the page again; they are not wrong yet. */
  readonly cameUp: readonly string[]
}

/**
 * Reads one page into a draft. Answers of other pages stay, also hidden ones: a reason changed by mistake and changed
 * back has lost nothing; `parseAnswers` drops them when the form is sent. Text that could not be read stays too. While someone
 * is `typing`, rows that are still empty stay as well.
 */
export function parsePage(
  form: Form,
  pageId: string,
  draft: Answers,
  input: unknown,
  lookups: Lookups,
  { typing = false }: { readonly typing?: boolean } = {},
): ParsedPage {
  const page = form.pages.find((one) => one.id === pageId)
  if (page === undefined) return { answers: draft, places: [], unknown: [], rowsChanged: false, cameUp: [] }
  const post = isPost(input) ? readPost(input) : undefined
  const command = post === undefined ? undefined : rowCommandIn(post)
  const level = startLevel(lookups, typing || command !== undefined)
  const sent = post === undefined ? { ...treeOf(input, page.fields, level) } : postedFields(page.fields, post)
  if (post !== undefined && command !== undefined) changeRows(sent, command, post)

  const unseen = unseenOn(page, sent, visibleAnswers(form, draft))
  const kept: Record<string, unknown> = { ...draft }
  const places = level.places.splice(0)
  for (const one of form.pages) {
    const start = level.places.length
    readInto(kept, level, one, one === page ? { ...sent, ...keptOf(unseen, draft) } : draft, one === page)
    if (one === page) places.push(...level.places.slice(start))
  }
  level.places.length = 0
  refuseUnknown(level, page.fields, sent)
  places.push(...level.places)
  // Whoever sends JSON draws no page, and is told at once.
  const cameUp = post === undefined ? [] : unanswered(page, unseen, kept, visibleAnswers(form, kept))
  const wrong = places.filter(({ path }) => !cameUp.some((id) => path === id || path.startsWith(`${id}.`)))
  return {
    answers: kept,
    places: command === undefined ? wrong.slice(0, mostPlaces) : [],
    unknown: post === undefined ? places.filter(({ message }) => message === unknownKey) : [],
    rowsChanged: command !== undefined,
    cameUp,
  }
}

/** Questions that were not on the page when it was drawn: their absence is no answer. */
const unseenOn = (page: Page, sent: Answers, shownBefore: Facts): string[] =>
  page.fields
    .filter((field) => !Object.hasOwn(sent, field.id) && !(isAsked(page, shownBefore) && isAsked(field, shownBefore)))
    .map((field) => field.id)

/** Those of them that are asked now and wait for an answer. */
const unanswered = (page: Page, ids: readonly string[], answers: Answers, facts: Facts): string[] =>
  page.fields
    .filter((field) => ids.includes(field.id) && isAsked(page, facts) && isAsked(field, facts))
    .filter((field) => own(answers, field.id) === undefined && !silent.has(typeOf(field).shape))
    .map((field) => field.id)

/** What nobody answers. */
const silent: ReadonlySet<string> = new Set(['none', 'computed'])

/** What the draft had for them is still good. */
const keptOf = (ids: readonly string[], draft: Answers): Answers =>
  Object.fromEntries(ids.map((id) => [id, own(draft, id)]))

/** Reads a page for what it says to later ones; only the page that was sent, and what is computed, changes the draft. */
function readInto(kept: Record<string, unknown>, level: Level, page: Page, answers: Answers, isSent: boolean): void {
  if (!isAsked(page, level.facts)) return
  for (const field of page.fields) {
    const isShown = isAsked(field, level.facts)
    readField(level, field, own(answers, field.id))
    if (!isShown || !(isSent || field.type === 'computed')) continue
    if (Object.hasOwn(level.answers, field.id)) kept[field.id] = level.answers[field.id]
    else delete kept[field.id]
  }
}
