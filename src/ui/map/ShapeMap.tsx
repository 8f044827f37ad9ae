import { useId } from 'react'
import { classes } from '../class-names.ts'
import type { DrawnShapes } from './draw-shapes.ts'

/** What is special about a shape: by colour and by a pattern of its own, so that neither print nor eyes need the colour. */
export type Look = 'plain' | 'faint' | 'chosen' | 'added' | 'changed' | 'divided' | 'ended'

interface ShapeMapProps {
  readonly title: string
  readonly drawn: DrawnShapes
  /** In the order in which they are walked by keys; of those that are not drawn nothing is shown. */
  readonly shapes: readonly {
    readonly id: string
    /** Name and what is special, in words. */
    readonly label: string
    readonly href?: string
    readonly look: Look
  }[]
  readonly legend: readonly { readonly look: Look; readonly text: string }[]
  /** What takes the keys past the shapes. */
  readonly skip: string
}

/** Territories as a picture of links, without a script; whoever uses it lists them beside it, too. */
export function ShapeMap({ title, drawn, shapes, legend, skip }: ShapeMapProps) {
  const id = useId()
  const fillOf = (look: Look) => (look in patterns ? `url(#${id}${look})` : undefined)
  return (
    <figure className="map">
      <a className="map-skip" href={`#${id}end`}>
        {skip}
      </a>
      <svg viewBox={`0 0 ${drawn.width} ${drawn.height}`} role="group" aria-labelledby={`${id}title`}>
        <title id={`${id}title`}>{title}</title>
        <defs>
          {Object.entries(patterns).map(([look, lines]) => (
            <pattern key={look} id={`${id}${look}`} width="8" height="8" patternUnits="userSpaceOnUse">
              <rect className={`map-ground-${look}`} width="8" height="8" />
              <path className={`map-lines-${look}`} d={lines} />
            </pattern>
          ))}
        </defs>
        {lastDrawn(shapes).map((shape) => {
          const path = drawn.paths[shape.id]
          if (path === undefined) return null
          const area = (
            <path className={`map-shape map-${shape.look}`} d={path} fill={fillOf(shape.look)} fillRule="evenodd">
              <title>{shape.label}</title>
            </path>
          )
          return shape.href === undefined ? (
            <g key={shape.id} role="img" aria-label={shape.label}>
              {area}
            </g>
          ) : (
            <a key={shape.id} href={shape.href} aria-label={shape.label}>
              {area}
            </a>
          )
        })}
      </svg>
      <figcaption id={`${id}end`} tabIndex={-1}>
        <ul className="legend">
          {legend.map(({ look, text }) => (
            <li key={look}>
              <svg width="18" height="14" aria-hidden="true">
                <rect className={classes('map-shape', `map-${look}`)} width="18" height="14" fill={fillOf(look)} />
              </svg>
              {text}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

/** What is drawn later lies above: the line around what is chosen is whole. */
const lastDrawn = (shapes: ShapeMapProps['shapes']) =>
  shapes.toSorted((a, b) => Number(a.look === 'chosen') - Number(b.look === 'chosen'))

/** In squares of eight, side by side: rising, falling, dotted and crossed lines. */
const patterns: Readonly<Partial<Record<Look, string>>> = {
  added: 'M-2 2L2 -2M0 8L8 0M6 10L10 6',
  changed: 'M-2 6L2 10M0 0L8 8M6 -2L10 2',
  divided: 'M2 1v2M6 5v2',
  ended: 'M0 0L8 8M8 0L0 8',
}
