import { layout, route, type RouteConfigEntry } from '@react-router/dev/routes'

/** Administration: who works where, what the province settles, and the trail of everything done. */
export const adminRoutes: RouteConfigEntry[] = [
  layout('sites/admin/layout.tsx', { id: 'admin' }, [
    route('quan-tri', 'sites/admin/overview.tsx'),
    route('quan-tri/to-chuc', 'sites/admin/organisation.tsx'),
    route('quan-tri/to-chuc/nhap', 'sites/admin/import/list.tsx'),
    route('quan-tri/to-chuc/nhap/bang-mau', 'sites/admin/import/template.ts'),
    route('quan-tri/to-chuc/nhap/:id', 'sites/admin/import/one.tsx'),
    route('quan-tri/to-chuc/nhap/:id/cach-ly', 'sites/admin/import/aside.ts'),
    route('quan-tri/sap-xep', 'sites/admin/reorganisation/list.tsx'),
    route('quan-tri/sap-xep/moi', 'sites/admin/reorganisation/new.tsx'),
    route('quan-tri/sap-xep/tim', 'sites/admin/reorganisation/suggest.ts'),
    route('quan-tri/sap-xep/:id', 'sites/admin/reorganisation/one.tsx'),
    route('quan-tri/dieu-dong', 'sites/admin/transfer/list.tsx'),
    route('quan-tri/dieu-dong/:id', 'sites/admin/transfer/one.tsx'),
    route('quan-tri/can-bo/:id', 'sites/admin/transfer/person.tsx'),
    route('quan-tri/tai-khoan', 'sites/admin/accounts.tsx'),
    route('quan-tri/quyen', 'sites/admin/rights.tsx'),
    route('quan-tri/xem-thay', 'sites/admin/see-as.tsx'),
    route('quan-tri/tai-khoan/gop', 'sites/admin/merge-accounts.tsx'),
    route('quan-tri/thu-tuc', 'sites/admin/procedures.tsx'),
    route('quan-tri/thu-tuc/:code', 'sites/admin/procedure.tsx'),
    route('quan-tri/lich', 'sites/admin/calendar.tsx'),
    route('quan-tri/gio-lam-viec', 'sites/admin/office-hours/page.tsx'),
    route('quan-tri/mau-in', 'sites/admin/printed-forms.tsx'),
    route('quan-tri/mau-in/:form/xem', 'sites/admin/printed-sample.ts'),
    route('quan-tri/viec-nen', 'sites/admin/jobs.tsx'),
    route('quan-tri/nhat-ky', 'sites/admin/trail.tsx'),
    route('quan-tri/nhat-ky/:id', 'sites/admin/trail-entry.tsx'),
    route('quan-tri/nhat-ky/:id/bang-chung', 'sites/admin/trail-proof.ts'),
  ]),
]
