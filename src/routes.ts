import type { RouteConfig } from '@react-router/dev/routes'
import { adminRoutes } from './sites/admin/routes.ts'
import { officeRoutes } from './sites/office/routes.ts'
import { portalRoutes } from './sites/portal/routes.ts'

export default [...portalRoutes, ...officeRoutes, ...adminRoutes] satisfies RouteConfig
