/** What the address of a reception says: which procedure, over the counter or online, which draft. */
export interface ReceptionPlace {
  readonly code: string
  readonly isAssisted: boolean
  readonly draftId: string
}

export function readReceptionPlace(url: URL): ReceptionPlace {
  const query = url.searchParams
  return {
    code: query.get('thu-tuc') ?? '',
    isAssisted: query.get('cach') === 'truc-tuyen',
    draftId: query.get('nhap') ?? '',
  }
}

export function receptionHref({ code, isAssisted, draftId }: Partial<ReceptionPlace>): string {
  const query = new URLSearchParams()
  if (code) query.set('thu-tuc', code)
  if (isAssisted) query.set('cach', 'truc-tuyen')
  if (draftId) query.set('nhap', draftId)
  return query.size === 0 ? '/can-bo/quay' : `/can-bo/quay?${query}`
}

/** Where a draft of a counter is gone on with. */
export const draftHref = ({ id, dossierId }: { readonly id: string; readonly dossierId: string | null }): string =>
  dossierId === null ? receptionHref({ draftId: id }) : atCounterHref(dossierId, 'bo-sung')

/** Where a dossier is supplemented or withdrawn for whoever came to the counter. */
export const atCounterHref = (dossierId: string, act: 'bo-sung' | 'rut'): string =>
  `/can-bo/quay/ho-so/${dossierId}/${act}`
