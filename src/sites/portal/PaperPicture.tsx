import { Icon, type IconName } from '#ui/Icon.tsx'

interface Pictured {
  readonly id: string
  readonly mediaType: string
  readonly size: number
  readonly isBlocked: boolean
}

/** A photo is fetched whole for its small picture, so only one that a thin line brings within a second. */
const mostFetched = 200_000

export const isPhoto = ({ mediaType }: Pick<Pictured, 'mediaType'>): boolean => mediaType.startsWith('image/')

/** Where a file is looked at: in the browser if it shows such files, else saved. */
export const fileHref = (file: Pick<Pictured, 'id' | 'mediaType'>): string =>
  isPhoto(file) || file.mediaType === 'application/pdf' ? `/files/${file.id}/preview` : `/files/${file.id}`

/** The first photo of a paper, fetched only when it comes into sight; the sign of its kind where there is none or it is large. */
export function PaperPicture({ files }: { readonly files: readonly Pictured[] }) {
  const photo = files.find((file) => isPhoto(file) && !file.isBlocked)
  return photo && photo.size <= mostFetched ? (
    <img src={`/files/${photo.id}/preview`} alt="" loading="lazy" width={40} height={52} />
  ) : (
    <Icon name={signOf((photo ?? files[0])?.mediaType)} size="1.6em" />
  )
}

function signOf(mediaType = ''): IconName {
  if (isPhoto({ mediaType })) return 'photo'
  if (mediaType === 'application/pdf') return 'file-type-pdf'
  if (mediaType.includes('word')) return 'file-type-doc'
  return mediaType.includes('sheet') || mediaType.includes('excel') ? 'file-type-xls' : 'file-text'
}
