create table identity.passkey (
  id text not null,
  account_id uuid not null references identity.account (id),
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  added_at timestamptz not null,
  last_used_at timestamptz,
  constraint passkey_pk primary key (id)
);
comment on table identity.passkey is 'WebAuthn credentials of an account, by the id that their authenticator gave them; each verifies its user.';
create index passkey_by_account on identity.passkey (account_id);

create table identity.passkey_challenge (
  ticket_hash bytea not null,
  challenge text not null,
  account_id uuid references identity.account (id),
  expires_at timestamptz not null,
  constraint passkey_challenge_pk primary key (ticket_hash)
);
comment on table identity.passkey_challenge is 'What an authenticator was asked to sign, by the hash of a ticket that one browser holds; gone when it was used.';
create index passkey_challenge_by_expiry on identity.passkey_challenge (expires_at);

grant select, insert, update, delete on identity.passkey, identity.passkey_challenge to lien_thong_app;
