import { findBackup } from '#kernel/backup/backup-state.ts'
import type { Config } from '#kernel/config.ts'
import { compareSchema } from '#kernel/database/compare-schema.ts'
import { workingRole, type Queries } from '#kernel/database/connect.ts'
import { get, rows, sql } from '#kernel/database/query.ts'
import { findUnsafeSettings } from '#kernel/database/unsafe-settings.ts'
import { migrationSources } from '#engines/index.ts'
import { found, warn, wrong, type Finding } from './finding.ts'

/** What the database is set to, and what the working role may. */
export async function checkDatabase(on: Queries, config: Config): Promise<Finding[]> {
  const { missing, isTolerated } = await compareSchema(on, migrationSources)
  if (missing.length > 0)
    return [
      wrong(
        'schema-behind',
        `Cơ sở dữ liệu thiếu ${missing.length} bước nâng cấp: lien-thong migrate.`,
        `The database lacks ${missing.length} migrations: lien-thong migrate.`,
      ),
    ]
  return [
    ...found(
      !isTolerated &&
        wrong(
          'schema-ahead',
          'Cơ sở dữ liệu đã theo phiên bản mới hơn, bản này không chạy được trên đó.',
          'A newer version changed the database; this one cannot work on it.',
        ),
    ),
    ...found(
      (await findBackup(on)) === undefined &&
        warn('backup-unknown', 'Chưa thấy bản sao lưu nào.', 'No backup is known.'),
    ),
    ...(await checkServer(on, config)),
    ...(await checkRole(on)),
    ...(await checkAccounts(on)),
  ]
}

async function checkServer(on: Queries, { databasePool }: Config): Promise<Finding[]> {
  const { most, reserved } = await get(
    on,
    sql<{ most: number; reserved: number }>`select current_setting('max_connections')::int as most,
      current_setting('superuser_reserved_connections')::int as reserved`,
  )
  const before = Date.now()
  const { at } = await get(on, sql<{ at: Date }>`select clock_timestamp() as at`)
  const seconds = Math.abs((before + Date.now()) / 2 - at.getTime()) / 1000
  return found(
    databasePool > most - reserved &&
      wrong(
        'pool-too-large',
        `DATABASE_POOL=${databasePool} lớn hơn số kết nối cơ sở dữ liệu cho (${most - reserved}).`,
        `DATABASE_POOL=${databasePool} is more than the database gives (${most - reserved}).`,
      ),
    databasePool * 2 > most - reserved &&
      databasePool <= most - reserved &&
      warn(
        'pool-large',
        `Hai tiến trình với DATABASE_POOL=${databasePool} đã vượt ${most - reserved} kết nối.`,
        `Two processes with DATABASE_POOL=${databasePool} exceed ${most - reserved} connections.`,
      ),
    seconds > 2 &&
      wrong(
        'clock-off',
        `Đồng hồ máy này và cơ sở dữ liệu lệch ${seconds.toFixed(1)} giây.`,
        `This machine and the database differ by ${seconds.toFixed(1)} seconds.`,
      ),
    ...(await findUnsafeSettings(on)).map((name) =>
      wrong(
        'database-unsafe',
        `${name} đang tắt: mất điện là mất hoặc hỏng dữ liệu.`,
        `${name} is off: a power cut loses or damages data.`,
      ),
    ),
  )
}

/** It may neither alter tables nor change what was audited, whatever a mistake of ours asks of it. */
async function checkRole(on: Queries): Promise<Finding[]> {
  const role = await get(
    on,
    sql<{ isMighty: boolean; owns: number; creates: number; rewrites: boolean; connectsAsMighty: boolean }>`
      select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication as is_mighty,
        (select count(*)::int from pg_class c where c.relowner = r.oid) as owns,
        (select count(*)::int from pg_namespace n where n.nspname !~ '^pg_' and has_schema_privilege(r.oid, n.oid, 'create')) as creates,
        has_table_privilege(r.oid, 'audit.entry', 'update, delete, truncate') as rewrites,
        (select s.rolsuper from pg_roles s where s.rolname = session_user) as connects_as_mighty
      from pg_roles r where r.rolname = ${workingRole}`,
  )
  const tooMuch = [
    ...(role.isMighty ? ['superuser/createrole/createdb/bypassrls/replication'] : []),
    ...(role.owns > 0 ? [`${role.owns} tables of its own`] : []),
    ...(role.creates > 0 ? ['create in schemas'] : []),
    ...(role.rewrites ? ['update or delete on audit.entry'] : []),
  ]
  return found(
    tooMuch.length > 0 &&
      wrong(
        'role-too-strong',
        `Vai ${workingRole} có quyền thừa: ${tooMuch.join(', ')}.`,
        `The role ${workingRole} may too much: ${tooMuch.join(', ')}.`,
      ),
    role.connectsAsMighty &&
      warn(
        'connects-as-superuser',
        'DATABASE_URL đăng nhập bằng siêu người dùng: tạo tài khoản riêng, là chủ của các bảng.',
        'DATABASE_URL signs in as a superuser: make an account of its own that owns the tables.',
      ),
  )
}

async function checkAccounts(on: Queries): Promise<Finding[]> {
  const administrators = await rows(
    on,
    sql`select 1 from directory.post p join directory.appointment a on a.post_id = p.id and a.valid_to is null
      join identity.account acc on acc.person_id = a.person_id and acc.kind = 'staff' and acc.status = 'active'
      where p.function = 'administrator' limit 2`,
  )
  return found(
    administrators.length === 0 &&
      warn(
        'no-administrator',
        'Chưa có quản trị viên: lien-thong import administrator.',
        'There is no administrator: lien-thong import administrator.',
      ),
    administrators.length === 1 &&
      warn(
        'one-administrator',
        'Chỉ có một quản trị viên: mất người ấy là không ai cấp được tài khoản.',
        'There is one administrator only: without them nobody gives accounts.',
      ),
  )
}
