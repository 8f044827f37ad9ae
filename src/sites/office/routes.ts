import { layout, route, type RouteConfigEntry } from '@react-router/dev/routes'
import { authoringRoutes } from './authoring/routes.ts'
import { counterRoutes } from './counter/routes.ts'
import { centreRoutes } from './queue/routes.ts'

/** The officials' site: hydrated, one layout, one keymap. */
export const officeRoutes: RouteConfigEntry[] = [
  route('can-bo/dang-nhap', 'sites/office/sign-in.tsx', { id: 'office-sign-in' }),
  route('can-bo/xac-thuc', 'sites/office/second-step.tsx'),
  route('can-bo/khoa', 'sites/office/passkeys/ask.ts', { id: 'office-passkey' }),
  route('can-bo/xac-nhan', 'sites/office/prove.ts'),
  route('can-bo/tim', 'sites/office/find.ts'),
  route('can-bo/giao-dien', 'sites/office/theme.ts'),
  route('can-bo/ho-so/:id/xem/:form', 'sites/office/dossier/print.ts', { id: 'office-print' }),
  route('can-bo/quay/mat-mang/giu-trang.js', 'sites/office/counter/offline/page-keeper-script.ts'),
  route('can-bo/thu-tuc/soan/:id/mau/:number', 'sites/office/authoring/sample.ts'),
  layout('sites/office/layout.tsx', { id: 'office' }, [
    route('can-bo', 'sites/office/inbox/inbox.tsx'),
    route('can-bo/ho-so', 'sites/office/dossiers.tsx', { id: 'office-dossiers' }),
    route('can-bo/ho-so/:id', 'sites/office/dossier/dossier.tsx', { id: 'office-dossier' }),
    route('can-bo/ho-so/:id/bo-sung', 'sites/office/dossier/supplement.tsx', { id: 'office-supplement' }),
    route('can-bo/giay-to', 'sites/office/papers.tsx'),
    route('can-bo/hoi-dap', 'sites/office/petitions/list.tsx', { id: 'office-petitions' }),
    route('can-bo/hoi-dap/dien-thoai', 'sites/office/petitions/enter.tsx'),
    route('can-bo/hoi-dap/:id', 'sites/office/petitions/one.tsx', { id: 'office-petition' }),
    route('can-bo/hai-long', 'sites/office/satisfaction.tsx', { id: 'office-satisfaction' }),
    route('can-bo/xin-xem', 'sites/office/ask-to-read.tsx'),
    route('can-bo/bao-cao', 'sites/office/report.tsx'),
    route('can-bo/bao-cao/bo-chi-so', 'sites/office/service-index.tsx', { id: 'office-service-index' }),
    route('can-bo/nguy-co', 'sites/office/at-risk.tsx', { id: 'office-at-risk' }),
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
    route('can-bo/thu-phi', 'sites/office/accounts/desk.tsx'),
    route('can-bo/doi-soat', 'sites/office/accounts/day.tsx'),
    route('can-bo/doi-soat/bien-lai', 'sites/office/accounts/receipt-use.tsx'),
    ...counterRoutes,
    ...centreRoutes,
    ...authoringRoutes,
    route('can-bo/*', 'sites/office/not-found.tsx', { id: 'office-not-found' }),
  ]),
]
