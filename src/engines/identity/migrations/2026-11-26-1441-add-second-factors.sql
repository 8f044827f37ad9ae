alter table identity.session
  add column awaits_factor boolean not null default false,
  add column wrong_codes smallint not null default 0,
  add column verified_at timestamptz,
  add column factor_at timestamptz;
comment on column identity.session.awaits_factor is 'The password was right and the second step is not done: a session without any rights.';
comment on column identity.session.verified_at is 'When its owner last proved who they are, by password or factor.';
comment on column identity.session.factor_at is 'When they last did so by a factor.';

create table identity.totp (
  account_id uuid not null references identity.account (id),
  sealed_secret bytea not null,
  offered_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint,
  constraint totp_pk primary key (account_id)
);
comment on table identity.totp is 'The one-time codes (RFC 6238) of an account; counts only when confirmed with a code. The secret is encrypted.';
comment on column identity.totp.last_step is 'The time step of the last code taken: no code is taken twice.';

create table identity.recovery_code (
  account_id uuid not null references identity.account (id),
  place smallint not null,
  code_hash text not null,
  constraint recovery_code_pk primary key (account_id, place)
);
comment on table identity.recovery_code is 'Codes for whoever has lost their factors, hashed; one that was used is gone.';

grant select, insert, update, delete on identity.totp, identity.recovery_code to lien_thong_app;
