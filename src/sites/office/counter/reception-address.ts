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
