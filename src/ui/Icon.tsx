import { classes } from './class-names.ts'
import { iconSet, type IconName } from './icon-set.tsx'

export type { IconName }

interface IconProps {
  readonly name: IconName
  /** Any SVG length; the default grows with the text beside it. */
  readonly size?: string | number
  readonly className?: string
}

/** A sign beside a word: hidden from screen readers, because the word always stands there too. */
export function Icon({ name, size = '1.25em', className }: IconProps) {
  const Drawing = iconSet[name]
  return (
    <Drawing size={size} stroke={1.75} className={classes('icon', className)} aria-hidden="true" focusable="false" />
  )
}
