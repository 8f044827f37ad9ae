import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** The one-stop unit as its head sees it; children of the office layout. */
export const centreRoutes: RouteConfigEntry[] = [
  route('can-bo/trung-tam', 'sites/office/queue/centre.tsx', { id: 'office-centre' }),
  route('can-bo/trung-tam/thoi-gian', 'sites/office/queue/times.tsx'),
  route('can-bo/trung-tam/viec', 'sites/office/queue/services.tsx'),
  route('can-bo/trung-tam/may', 'sites/office/queue/devices.tsx'),
]
