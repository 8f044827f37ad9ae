/** What the address of a reception says: which procedure, over the counter or online, which draft, at which counter. */
export interface ReceptionPlace {
  readonly code: string
  readonly isAssisted: boolean
  readonly draftId: string
  readonly counterId: string | undefined
}

export function readReceptionPlace(url: URL): ReceptionPlace {
  const query = url.searchParams
  return {
    code: query.get('thu-tuc') ?? '',
    isAssisted: query.get('cach') === 'truc-tuyen',
    draftId: query.get('nhap') ?? '',
    counterId: query.get('quay') ?? undefined,
  }
}

export function receptionHref({ code, isAssisted, draftId, counterId }: Partial<ReceptionPlace>): string {
  const query = new URLSearchParams()
  if (code) query.set('thu-tuc', code)
  if (isAssisted) query.set('cach', 'truc-tuyen')
  if (draftId) query.set('nhap', draftId)
  if (counterId) query.set('quay', counterId)
  return query.size === 0 ? '/can-bo/quay' : `/can-bo/quay?${query}`
}
