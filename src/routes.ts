import type { RouteConfig } from '@react-router/dev/routes'
import { adminRoutes } from './sites/admin/routes.ts'
import { hallRoutes } from './sites/hall/routes.ts'
import { officeRoutes } from './sites/office/routes.ts'
import { portalRoutes } from './sites/portal/routes.ts'

export default [...hallRoutes, ...portalRoutes, ...officeRoutes, ...adminRoutes] satisfies RouteConfig
