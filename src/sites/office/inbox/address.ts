export type Whose = 'mine' | 'unit' | 'delegated'

/** The inbox in the words of its address. */
const slugs = { mine: 'cua-toi', unit: 'phong', delegated: 'uy-quyen' } as const satisfies Record<Whose, string>

export interface InboxPlace {
  readonly whose: Whose
  /** Cursor of the page, absent on the first. */
  readonly after?: string | undefined
  /** The dossier selected, and the panel open on it. */
  readonly chosen?: string | undefined
  readonly panel?: string | undefined
  /** The unit to whose people marked work is given. */
  readonly unit?: string | undefined
  /** What was just done, as `acts/done.ts` writes it. */
  readonly done?: string | undefined
}

export function readInboxPlace(query: URLSearchParams): InboxPlace {
  const slug = query.get('hop')
  const whose = (Object.keys(slugs) as Whose[]).find((one) => slugs[one] === slug) ?? 'mine'
  const given = (name: string) => query.get(name) || undefined
  return {
    whose,
    after: given('sau'),
    chosen: given('chon'),
    panel: given('viec'),
    unit: given('don-vi'),
    done: given('xong'),
  }
}

export function inboxHref({ whose, after, chosen, panel, unit, done }: InboxPlace): string {
  const query = new URLSearchParams()
  if (whose !== 'mine') query.set('hop', slugs[whose])
  if (after) query.set('sau', after)
  if (chosen) query.set('chon', chosen)
  if (panel) query.set('viec', panel)
  if (unit) query.set('don-vi', unit)
  if (done) query.set('xong', done)
  const said = query.toString()
  return said === '' ? '/can-bo' : `/can-bo?${said}`
}
