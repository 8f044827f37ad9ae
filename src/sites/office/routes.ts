import { layout, route, type RouteConfigEntry } from '@react-router/dev/routes'
import { counterRoutes } from './counter/routes.ts'

/** The officials' site: hydrated, one layout, one keymap. */
export const officeRoutes: RouteConfigEntry[] = [
  route('can-bo/dang-nhap', 'sites/office/sign-in.tsx', { id: 'office-sign-in' }),
  route('can-bo/xac-thuc', 'sites/office/second-step.tsx'),
  route('can-bo/khoa', 'sites/office/passkeys/ask.ts', { id: 'office-passkey' }),
  route('can-bo/xac-nhan', 'sites/office/prove.ts'),
  route('can-bo/tim', 'sites/office/find.ts'),
  route('can-bo/giao-dien', 'sites/office/theme.ts'),
  route('can-bo/ho-so/:id/xem/:form', 'sites/office/dossier/print.ts', { id: 'office-print' }),
  layout('sites/office/layout.tsx', { id: 'office' }, [
    route('can-bo', 'sites/office/inbox/inbox.tsx'),
    route('can-bo/ho-so', 'sites/office/dossiers.tsx', { id: 'office-dossiers' }),
    route('can-bo/ho-so/:id', 'sites/office/dossier/dossier.tsx', { id: 'office-dossier' }),
    route('can-bo/ho-so/:id/bo-sung', 'sites/office/dossier/supplement.tsx', { id: 'office-supplement' }),
    route('can-bo/xin-xem', 'sites/office/ask-to-read.tsx'),
    route('can-bo/bao-cao', 'sites/office/report.tsx'),
    route('can-bo/tai-viec', 'sites/office/load.tsx'),
    route('can-bo/uy-quyen', 'sites/office/stand-in/delegations.tsx'),
    route('can-bo/ban-giao-viec', 'sites/office/task-handover/list.tsx'),
    route('can-bo/ban-giao-viec/:id', 'sites/office/task-handover/one.tsx', { id: 'office-task-handover' }),
    route('can-bo/ban-giao-viec/:id/bien-ban', 'sites/office/task-handover/minutes.tsx'),
    route('can-bo/vang-mat', 'sites/office/stand-in/away.tsx'),
    route('can-bo/tin-nhan', 'sites/office/messages.tsx', { id: 'office-messages' }),
    route('can-bo/mat-khau', 'sites/office/account.tsx'),
    route('can-bo/tai-khoan', 'sites/office/factors/factors.tsx'),
    route('can-bo/phim-tat', 'sites/office/keys.tsx'),
    ...counterRoutes,
    route('can-bo/*', 'sites/office/not-found.tsx', { id: 'office-not-found' }),
  ]),
]
