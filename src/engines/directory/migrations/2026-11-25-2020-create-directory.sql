create schema directory;
grant usage on schema directory to lien_thong_app;

create table directory.area (
  code text not null,
  valid_from date not null,
  valid_to date,
  tier text not null,
  name text not null,
  folded text not null generated always as (kernel.fold(name)) stored,
  parent_code text,
  constraint area_pk primary key (code, valid_from),
  constraint area_period check (valid_to is null or valid_to > valid_from)
);
comment on table directory.area is 'Administrative units, one row a version; valid_to is exclusive.';
create index area_by_name on directory.area using gin (folded gin_trgm_ops);
create index area_by_parent on directory.area (parent_code);

-- One space of small integers for whatever rights and work are bound to: units, posts, and functions within units.
-- Rows that are searched under rights carry these numbers.
create table directory.principal (
  key integer generated always as identity,
  kind text not null,
  unit_id uuid not null,
  post_id uuid,
  function text,
  constraint principal_pk primary key (key),
  constraint principal_kind check (kind in ('unit', 'post', 'function')),
  constraint principal_shape check (
    (kind = 'unit' and post_id is null and function is null)
    or (kind = 'post' and post_id is not null and function is null)
    or (kind = 'function' and post_id is null and function is not null))
);
create unique index principal_unit on directory.principal (unit_id) where kind = 'unit';
create unique index principal_post on directory.principal (post_id) where kind = 'post';
create unique index principal_function on directory.principal (unit_id, function) where kind = 'function';

create table directory.unit (
  id uuid not null,
  code text not null,
  key integer not null references directory.principal (key),
  constraint unit_pk primary key (id),
  constraint unit_code unique (code)
);
comment on table directory.unit is 'The identity of a body or part of one; what changes with time is in unit_version.';
alter table directory.principal add constraint principal_unit_fk foreign key (unit_id) references directory.unit (id) deferrable initially deferred;

create table directory.unit_version (
  unit_id uuid not null references directory.unit (id),
  valid_from date not null,
  valid_to date,
  name text not null,
  short_name text,
  folded text not null generated always as (kernel.fold(name)) stored,
  kind text not null,
  tier text not null,
  parent_id uuid references directory.unit (id),
  agency_id uuid not null references directory.unit (id),
  area_code text,
  organ_code text,
  address text,
  phone text,
  constraint unit_version_pk primary key (unit_id, valid_from),
  constraint unit_version_period check (valid_to is null or valid_to > valid_from)
);
comment on column directory.unit_version.agency_id is 'The nearest body above (or the unit itself) that is an agency of its own, not a division or counter.';
create index unit_version_by_parent on directory.unit_version (parent_id);
create index unit_version_by_agency on directory.unit_version (agency_id);
create index unit_version_by_area on directory.unit_version (area_code, kind);
create index unit_version_by_name on directory.unit_version using gin (folded gin_trgm_ops);

create table directory.person (
  id uuid not null,
  full_name text not null,
  folded text not null generated always as (kernel.fold(full_name)) stored,
  birth_date date,
  sex text,
  personal_id text,
  phone text,
  email text,
  residence jsonb,
  created_at timestamptz not null default now(),
  constraint person_pk primary key (id),
  constraint person_sex check (sex in ('male', 'female'))
);
comment on table directory.person is 'People, officials and citizens alike: one row a human being. Names and numbers are personal data.';
create unique index person_personal_id on directory.person (personal_id) where personal_id is not null;
create index person_by_name on directory.person using gin (folded gin_trgm_ops);
create index person_by_phone on directory.person (phone) where phone is not null;

create table directory.enterprise (
  id uuid not null,
  code text not null,
  name text not null,
  folded text not null generated always as (kernel.fold(name)) stored,
  address jsonb,
  phone text,
  email text,
  constraint enterprise_pk primary key (id),
  constraint enterprise_code unique (code)
);
create table directory.representative (
  enterprise_id uuid not null references directory.enterprise (id),
  person_id uuid not null references directory.person (id),
  position text not null,
  valid_from date not null,
  valid_to date,
  constraint representative_pk primary key (enterprise_id, person_id, valid_from)
);
create index representative_by_person on directory.representative (person_id);

create table directory.post (
  id uuid not null,
  key integer not null references directory.principal (key),
  unit_id uuid not null references directory.unit (id),
  function text not null,
  title text not null,
  valid_from date not null,
  valid_to date,
  constraint post_pk primary key (id)
);
comment on table directory.post is 'A place in a unit that someone holds; rights belong to it, not to the person.';
alter table directory.principal add constraint principal_post_fk foreign key (post_id) references directory.post (id) deferrable initially deferred;
create index post_by_unit on directory.post (unit_id, function);

create table directory.appointment (
  id uuid not null,
  post_id uuid not null references directory.post (id),
  person_id uuid not null references directory.person (id),
  kind text not null,
  valid_from date not null,
  valid_to date,
  decision text,
  constraint appointment_pk primary key (id),
  constraint appointment_kind check (kind in ('regular', 'acting', 'secondment')),
  constraint appointment_period check (valid_to is null or valid_to > valid_from)
);
create index appointment_by_person on directory.appointment (person_id);
create index appointment_by_post on directory.appointment (post_id);

create table directory.delegation (
  id uuid not null,
  from_post_id uuid not null references directory.post (id),
  to_post_id uuid not null references directory.post (id),
  kind text not null,
  permissions text[],
  valid_from date not null,
  valid_to date not null,
  document text,
  reason text,
  created_by text not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  constraint delegation_pk primary key (id),
  constraint delegation_kind check (kind in ('delegation', 'absence')),
  constraint delegation_other check (from_post_id <> to_post_id),
  constraint delegation_period check (valid_to > valid_from)
);
comment on column directory.delegation.permissions is 'What is handed over; null = all of the post. Nothing delegated is delegated on.';
create index delegation_by_receiver on directory.delegation (to_post_id);
create index delegation_by_giver on directory.delegation (from_post_id);

create table directory.role (
  function text not null,
  title jsonb not null,
  permissions jsonb not null,
  constraint role_pk primary key (function)
);
comment on table directory.role is 'What a post with this function may do and how far, as declared: permission → reach.';

grant select, insert, update on all tables in schema directory to lien_thong_app;
grant usage on all sequences in schema directory to lien_thong_app;
