import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** The one-stop counter; children of the office layout. */
export const counterRoutes: RouteConfigEntry[] = [
  route('can-bo/quay', 'sites/office/counter/reception.tsx'),
  route('can-bo/quay/goi-so', 'sites/office/queue/desk.tsx', { id: 'counter-desk' }),
  route('can-bo/quay/goi-so/lich-hen', 'sites/office/queue/expected.tsx'),
  route('can-bo/quay/truc-tuyen', 'sites/office/counter/online.tsx'),
  route('can-bo/quay/da-nhan/:id', 'sites/office/counter/received.tsx'),
  route('can-bo/quay/trang/:id/:paper', 'sites/office/counter/pages/arrange.tsx', { id: 'counter-pages' }),
  route('can-bo/quay/da-co/:id', 'sites/office/counter/reuse/reusable.tsx', { id: 'counter-reusable' }),
  route('can-bo/quay/mat-mang', 'sites/office/counter/offline/offline.tsx', { id: 'counter-offline' }),
  route('can-bo/quay/tai-khoan', 'sites/office/counter/citizen-account.tsx'),
  route('can-bo/quay/tai-khoan/giam-ho', 'sites/office/counter/guardian.tsx'),
  route('can-bo/quay/ho-so/:id/bo-sung', 'sites/office/counter/supplement.tsx', { id: 'counter-supplement' }),
  route('can-bo/quay/ho-so/:id/rut', 'sites/office/counter/withdrawal.tsx', { id: 'counter-withdrawal' }),
  route('can-bo/ban-giao', 'sites/office/counter/handover.tsx'),
  route('can-bo/buu-dien', 'sites/office/counter/post.tsx', { id: 'counter-post' }),
  route('can-bo/tra-ket-qua', 'sites/office/counter/results.tsx'),
  route('can-bo/tra-ket-qua/trong-ngay', 'sites/office/counter/results-due.tsx'),
  route('can-bo/tra-ket-qua/:id', 'sites/office/counter/hand-out.tsx'),
  route('can-bo/tra-ket-qua/:id/cham-diem', 'sites/office/counter/desk-rating.tsx'),
  route('can-bo/so-theo-doi', 'sites/office/counter/book.tsx'),
]
