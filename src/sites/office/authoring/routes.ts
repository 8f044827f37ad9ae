import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** Where officials write procedures. */
export const authoringRoutes: RouteConfigEntry[] = [
  route('can-bo/thu-tuc', 'sites/office/authoring/list.tsx', { id: 'office-procedures' }),
  route('can-bo/thu-tuc/soan/:id', 'sites/office/authoring/editor.tsx', { id: 'office-procedure-editor' }),
  route('can-bo/thu-tuc/soan/:id/ho-so-dang-mo', 'sites/office/authoring/open-dossiers.tsx', {
    id: 'office-open-dossiers',
  }),
]
