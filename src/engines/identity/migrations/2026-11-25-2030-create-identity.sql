create schema identity;
grant usage on schema identity to lien_thong_app;

create table identity.account (
  id uuid not null,
  kind text not null,
  person_id uuid not null references directory.person (id),
  login text not null,
  password_hash text,
  status text not null default 'active',
  must_change_password boolean not null default false,
  assurance integer not null default 1,
  created_at timestamptz not null default now(),
  last_sign_in_at timestamptz,
  constraint account_pk primary key (id),
  constraint account_login unique (login),
  constraint account_kind check (kind in ('staff', 'citizen')),
  constraint account_status check (status in ('active', 'disabled'))
);
comment on table identity.account is 'What a person signs in with; one account = one person and one kind.';
comment on column identity.account.assurance is '1 = said so, 2 = shown at a counter, 3 = national e-identity.';
create index account_by_person on identity.account (person_id);

create table identity.session (
  token_hash bytea not null,
  account_id uuid not null references identity.account (id),
  post_id uuid references directory.post (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  seen_at timestamptz not null,
  agent text,
  address text,
  ended_at timestamptz,
  constraint session_pk primary key (token_hash)
);
comment on table identity.session is 'Sessions by the SHA-256 of their token: reading this table opens nothing.';
create index session_by_account on identity.session (account_id) where ended_at is null;
create index session_by_expiry on identity.session (expires_at);

create table identity.sign_in_attempt (
  subject text not null,
  failures integer not null,
  last_at timestamptz not null,
  constraint sign_in_attempt_pk primary key (subject)
);
comment on table identity.sign_in_attempt is 'Failed sign-ins by login and by address: waiting grows, nobody is locked out by strangers.';

grant select, insert, update on all tables in schema identity to lien_thong_app;
grant delete on identity.session, identity.sign_in_attempt to lien_thong_app;
