create table identity.service_account (
  id uuid not null,
  name text not null,
  owner_id uuid not null references directory.unit (id),
  contact text not null,
  purpose text not null,
  permissions text[] not null,
  reach text not null,
  status text not null default 'active',
  created_at timestamptz not null,
  constraint service_account_pk primary key (id),
  constraint service_account_reach check (reach in ('unit', 'agency', 'subtree', 'all')),
  constraint service_account_status check (status in ('active', 'disabled'))
);
comment on table identity.service_account is 'Machines that call operations: what they may do, as far as a post of their owner would reach.';
create index service_account_by_owner on identity.service_account (owner_id);

create table identity.api_token (
  id uuid not null,
  service_id uuid not null references identity.service_account (id),
  name text not null,
  token_hash bytea not null,
  permissions text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  last_address text,
  constraint api_token_pk primary key (id),
  constraint api_token_hash unique (token_hash),
  constraint api_token_length check (expires_at <= created_at + interval '366 days')
);
comment on table identity.api_token is 'What machines prove themselves with, by its SHA-256: reading this table opens nothing. Each has an end.';
comment on column identity.api_token.last_used_at is 'Written at most once a minute.';
create index api_token_by_service on identity.api_token (service_id);

grant select, insert, update on identity.service_account, identity.api_token to lien_thong_app;
