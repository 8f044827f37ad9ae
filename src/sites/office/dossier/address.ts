export type DossierTab = 'du-lieu' | 'hop' | 'ket-qua' | 'lich-su' | 'lien-quan' | 'vi-sao'

export const dossierTabs: readonly DossierTab[] = ['du-lieu', 'hop', 'ket-qua', 'lich-su', 'lien-quan', 'vi-sao']

export interface DossierPlace {
  readonly id: string
  readonly tab: DossierTab
  readonly paper?: string | undefined
  readonly panel?: string | undefined
  readonly done?: string | undefined
  readonly pins: readonly string[]
}

export function readDossierPlace(id: string, query: URLSearchParams): DossierPlace {
  const tab = query.get('xem')
  return {
    id,
    tab: dossierTabs.find((one) => one === tab) ?? 'du-lieu',
    paper: query.get('giay') || undefined,
    panel: query.get('viec') || undefined,
    done: query.get('xong') || undefined,
    pins: query.getAll('ghim'),
  }
}

export function dossierHref(place: Partial<DossierPlace> & Pick<DossierPlace, 'id'>): string {
  const query = new URLSearchParams()
  if (place.tab && place.tab !== 'du-lieu') query.set('xem', place.tab)
  if (place.paper) query.set('giay', place.paper)
  if (place.panel) query.set('viec', place.panel)
  if (place.done) query.set('xong', place.done)
  for (const pin of place.pins ?? []) query.append('ghim', pin)
  const said = query.toString()
  return `/can-bo/ho-so/${place.id}${said === '' ? '' : `?${said}`}`
}

/** Where the applicant is asked to supplement, as whoever holds this step, with the places that are pinned already. */
export const supplementHref = (id: string, step = '', pins: readonly string[] = []): string =>
  `/can-bo/ho-so/${id}/bo-sung?${new URLSearchParams([['buoc', step], ...pins.map((path) => ['ghim', path])])}`
