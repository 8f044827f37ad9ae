import { fill, say, type Language } from '#values/words.ts'
import { words } from '../words.ts'

/** What `data-suggest` answers for `?<name>=…`, as JSON, best first. */
export interface Suggestion {
  readonly href: string
  readonly text: string
  readonly note?: string
}

const pause = 180

/**
 * Makes a `SearchBox` form with `data-suggest` a combobox: arrows move, Enter opens the chosen one, Escape clears, the count
 * is said. Without this script the same form leads to the page of results. For pages that load a script anyway.
 */
export function enhanceSearch(form: HTMLFormElement, language: Language): void {
  const input = form.querySelector<HTMLInputElement>('input[type=search]')
  const address = form.dataset['suggest']
  if (!input || !address) return
  const list = document.createElement('ul')
  const status = document.createElement('p')
  const id = `${input.id}-suggestions`
  Object.assign(list, {
    id,
    className: 'suggest',
    role: 'listbox',
    hidden: true,
    ariaLabel: input.labels?.[0]?.textContent ?? '',
  })
  Object.assign(status, { className: 'unseen', role: 'status' })
  input.closest('.search-row')?.after(list, status)
  Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': id,
    'aria-expanded': 'false',
  }).forEach(([name, value]) => input.setAttribute(name, value))

  let active = -1
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  const options = () => [...list.querySelectorAll<HTMLLIElement>('li')]
  const show = (open: boolean) => {
    list.hidden = !open
    input.setAttribute('aria-expanded', String(open))
    if (!open) move(-1)
  }
  const move = (to: number) => {
    active = to
    options().forEach((option, at) => option.setAttribute('aria-selected', String(at === to)))
    const chosen = options()[to]
    if (chosen) input.setAttribute('aria-activedescendant', chosen.id)
    else input.removeAttribute('aria-activedescendant')
    chosen?.scrollIntoView({ block: 'nearest' })
  }
  const fillList = (found: readonly Suggestion[]) => {
    list.replaceChildren(...found.map((one, at) => optionOf(one, `${id}-${at}`)))
    status.textContent = say(
      found.length === 0 ? words.nothingFound : fill(words.resultCount, { count: found.length }),
      language,
    )
    show(found.length > 0)
  }
  const ask = async () => {
    const turn = ++asked
    const url = new URL(address, location.href)
    url.searchParams.set(input.name, input.value)
    const answer = await fetch(url, { headers: { accept: 'application/json' } }).catch(() => undefined)
    // A slower, older answer must not replace a newer one; a failure leaves the plain form.
    if (answer?.ok && turn === asked) fillList((await answer.json()) as Suggestion[])
  }

  input.addEventListener('input', () => {
    clearTimeout(timer)
    if (input.value.trim().length < 2) show(false)
    else timer = setTimeout(() => void ask(), pause)
  })
  input.addEventListener('blur', () => show(false))
  list.addEventListener('mousedown', (event) => event.preventDefault())
  input.addEventListener('keydown', (event) => {
    const count = options().length
    if (event.isComposing || list.hidden || count === 0) return
    if (event.key === 'ArrowDown') move((active + 1) % count)
    else if (event.key === 'ArrowUp') move((active - 1 + count) % count)
    else if (event.key === 'Enter' && active >= 0) options()[active]?.querySelector('a')?.click()
    else if (event.key === 'Escape') show(false)
    else return
    event.preventDefault()
  })
}

function optionOf(one: Suggestion, id: string): HTMLLIElement {
  const option = document.createElement('li')
  const link = document.createElement('a')
  Object.assign(option, { id, role: 'option' })
  Object.assign(link, { href: one.href, textContent: one.text, tabIndex: -1 })
  option.append(link)
  if (one.note) option.append(Object.assign(document.createElement('small'), { textContent: one.note }))
  return option
}
