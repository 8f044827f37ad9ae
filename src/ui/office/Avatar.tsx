import { Icon } from '../Icon.tsx'

interface AvatarProps {
  readonly initials: string
  readonly size?: 'small' | 'normal'
}

const tints = 6

/** Initials on one of six tints, always the same for the same initials. The name stands beside it. */
export function Avatar({ initials, size = 'normal' }: AvatarProps) {
  const tint = Array.from(initials).reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % tints
  return (
    <span className={`avatar avatar-${size} tint-${tint}`} aria-hidden="true">
      {initials}
    </span>
  )
}

/** An empty post: dashed, with a person's outline. */
export const AvatarEmpty = () => (
  <span className="avatar avatar-normal avatar-empty" aria-hidden="true">
    <Icon name="user" size="1em" />
  </span>
)

const middleNames = new Set(['văn', 'thị'])

/** First letters of the last two words, without the commonest middle names: `Nguyễn Thị Hồng Nhung` → `HN`, `Thân Văn Bình` → `TB`. */
export const initialsOf = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .filter((word) => !middleNames.has(word.toLowerCase()))
    .slice(-2)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase()

interface PersonLineProps {
  readonly name: string
  readonly text?: string
  readonly right?: string
  readonly size?: AvatarProps['size']
}

/** A person with post or task in one or two lines. */
export function PersonLine({ name, text, right, size }: PersonLineProps) {
  return (
    <span className="person">
      <Avatar initials={initialsOf(name)} size={size} />
      <span className="person-name" lang="vi">
        <b>{name}</b>
        {text && <small>{text}</small>}
      </span>
      {right && <span className="person-right">{right}</span>}
    </span>
  )
}
