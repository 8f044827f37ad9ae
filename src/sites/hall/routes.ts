import { index, layout, prefix, route, type RouteConfigEntry } from '@react-router/dev/routes'

/** The machines of a hall: hydrated pages that sign in as a device and show nobody's name. */
export const hallRoutes: RouteConfigEntry[] = [
  layout('sites/hall/layout.tsx', { id: 'hall' }, [
    ...prefix('sanh', [
      index('sites/hall/which.tsx'),
      route('lay-so', 'sites/hall/kiosk.tsx', { id: 'hall-kiosk' }),
      route('tra-cuu', 'sites/hall/look-up.tsx', { id: 'hall-look-up' }),
      route('cham-diem', 'sites/hall/rating.tsx', { id: 'hall-rating' }),
      route('bang-goi-so', 'sites/hall/board.tsx', { id: 'hall-board' }),
      route('o-quay', 'sites/hall/tablet.tsx', { id: 'hall-tablet' }),
    ]),
  ]),
]
