alter table identity.session add column id uuid;
alter table identity.session alter column id set default gen_random_uuid();
update identity.session set id = gen_random_uuid() where ended_at is null;
create unique index session_by_id on identity.session (id);
comment on column identity.session.id is 'Names it while its token changes; systems that sign in by us know the account by it, so that all they hold ends with it.';

create table identity.client (
  id uuid not null,
  name text not null,
  owner_id uuid not null references directory.unit (id),
  people text not null,
  redirect_uris text[] not null,
  post_logout_uris text[] not null,
  logout_uri text,
  scopes text[] not null,
  public_keys jsonb not null,
  status text not null default 'active',
  created_at timestamptz not null,
  last_used_at timestamptz,
  constraint client_pk primary key (id),
  constraint client_people check (people in ('staff', 'citizen', 'everyone')),
  constraint client_status check (status in ('active', 'disabled'))
);
comment on table identity.client is 'Systems that sign in by us (OpenID Connect). Each proves who it is with its own key: only public ones are here.';
comment on column identity.client.logout_uri is 'Where it is told that a session has ended (back-channel logout).';
create index client_by_owner on identity.client (owner_id);

create table identity.consent (
  account_id uuid not null references identity.account (id),
  client_id uuid not null references identity.client (id),
  scopes text[] not null,
  given_at timestamptz not null,
  constraint consent_pk primary key (account_id, client_id)
);
comment on table identity.consent is 'What a person allowed a system to learn of them, until they take it back.';

create table identity.provider_entry (
  kind text not null,
  id_hash bytea not null,
  payload jsonb not null,
  grant_id text,
  session_id uuid,
  consumed_at timestamptz,
  expires_at timestamptz not null,
  constraint provider_entry_pk primary key (kind, id_hash)
);
comment on table identity.provider_entry is 'What the provider gave and has under way, by the SHA-256 of its name: reading this table opens nothing.';
comment on column identity.provider_entry.session_id is 'The session that it came from.';
create index provider_entry_by_grant on identity.provider_entry (grant_id) where grant_id is not null;
create index provider_entry_by_session on identity.provider_entry (session_id) where session_id is not null;
create index provider_entry_by_expiry on identity.provider_entry (expires_at);

create table identity.provider_key (
  id uuid not null,
  purpose text not null,
  sealed_key bytea not null,
  made_at timestamptz not null,
  constraint provider_key_pk primary key (id),
  constraint provider_key_purpose check (purpose in ('signature', 'cookie', 'subject'))
);
comment on table identity.provider_key is 'The provider''s keys, encrypted, each for one purpose: signing tokens, signing cookies, making a name of a person for each system.';

grant select, insert, update on identity.client to lien_thong_app;
grant select, insert, update, delete on identity.consent, identity.provider_entry to lien_thong_app;
grant select, insert, delete on identity.provider_key to lien_thong_app;
