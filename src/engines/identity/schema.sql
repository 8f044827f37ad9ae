create table identity.account (
  id uuid not null,
  kind text not null,
  person_id uuid not null,
  login text not null,
  password_hash text,
  status text not null default 'active'::text,
  must_change_password boolean not null default false,
  assurance integer not null default 1,
  created_at timestamp with time zone not null default now(),
  last_sign_in_at timestamp with time zone,
  password_set_at timestamp with time zone not null default now(),
  status_since timestamp with time zone not null default now(),
  disabled_because text,
  merged_into uuid,
  constraint account_pk PRIMARY KEY (id),
  constraint account_disabled_because CHECK ((disabled_because = ANY (ARRAY['administrator'::text, 'unused'::text]))),
  constraint account_kind CHECK ((kind = ANY (ARRAY['staff'::text, 'citizen'::text]))),
  constraint account_login UNIQUE (login),
  constraint account_merged CHECK (((merged_into IS NULL) OR (status = 'disabled'::text))),
  constraint account_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES identity.account(id),
  constraint account_person_id_fkey FOREIGN KEY (person_id) REFERENCES directory.person(id),
  constraint account_status CHECK ((status = ANY (ARRAY['active'::text, 'disabled'::text])))
);
CREATE INDEX account_by_merged ON identity.account USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX account_by_person ON identity.account USING btree (person_id);

create table identity.binding (
  issuer text not null,
  subject text not null,
  account_id uuid not null,
  bound_at timestamp with time zone not null,
  constraint binding_pk PRIMARY KEY (issuer, subject),
  constraint binding_account UNIQUE (account_id, issuer),
  constraint binding_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
);

create table identity.old_password (
  account_id uuid not null,
  replaced_at timestamp with time zone not null,
  password_hash text not null,
  constraint old_password_pk PRIMARY KEY (account_id, password_hash),
  constraint old_password_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
);

create table identity.passkey (
  id text not null,
  account_id uuid not null,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  added_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  constraint passkey_pk PRIMARY KEY (id),
  constraint passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
);
CREATE INDEX passkey_by_account ON identity.passkey USING btree (account_id);

create table identity.passkey_challenge (
  ticket_hash bytea not null,
  challenge text not null,
  account_id uuid,
  expires_at timestamp with time zone not null,
  constraint passkey_challenge_pk PRIMARY KEY (ticket_hash),
  constraint passkey_challenge_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
);
CREATE INDEX passkey_challenge_by_expiry ON identity.passkey_challenge USING btree (expires_at);

create table identity.recovery_code (
  account_id uuid not null,
  place smallint not null,
  code_hash text not null,
  constraint recovery_code_pk PRIMARY KEY (account_id, place),
  constraint recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
);

create table identity.session (
  token_hash bytea not null,
  account_id uuid not null,
  post_id uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  agent text,
  address text,
  ended_at timestamp with time zone,
  awaits_factor boolean not null default false,
  wrong_codes smallint not null default 0,
  verified_at timestamp with time zone,
  factor_at timestamp with time zone,
  constraint session_pk PRIMARY KEY (token_hash),
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint session_post_id_fkey FOREIGN KEY (post_id) REFERENCES directory.post(id)
);
CREATE INDEX session_by_expiry ON identity.session USING btree (expires_at);
CREATE INDEX session_of_account ON identity.session USING btree (account_id);

create table identity.sign_in_attempt (
  subject text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  constraint sign_in_attempt_pk PRIMARY KEY (subject)
);

create table identity.sign_on (
  browser_hash bytea not null,
  state text,
  nonce text not null,
  verifier text not null,
  next text not null,
  expires_at timestamp with time zone not null,
  facts jsonb,
  answered_at timestamp with time zone,
  constraint sign_on_pk PRIMARY KEY (browser_hash)
);
CREATE INDEX sign_on_by_expiry ON identity.sign_on USING btree (expires_at);

create table identity.totp (
  account_id uuid not null,
  sealed_secret bytea not null,
  offered_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  last_step bigint,
  constraint totp_pk PRIMARY KEY (account_id),
  constraint totp_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
);

comment on table identity.account is 'What a person signs in with; one account = one person and one kind.';
comment on column identity.account.assurance is '1 = said so, 2 = shown at a counter, 3 = national e-identity.';
comment on column identity.account.disabled_because is 'Who or what disabled it: an administrator, or that nobody signed in for long.';
comment on column identity.account.merged_into is 'The one account of the same person that it became part of; its login says so.';
comment on table identity.binding is 'Which account a verified identity opens: one each way, bound once.';
comment on table identity.old_password is 'Passwords that were used before, hashed, where the profile of the account forbids to come back to them.';
comment on table identity.passkey is 'WebAuthn credentials of an account, by the id that their authenticator gave them; each verifies its user.';
comment on table identity.passkey_challenge is 'What an authenticator was asked to sign, by the hash of a ticket that one browser holds; gone when it was used.';
comment on table identity.recovery_code is 'Codes for whoever has lost their factors, hashed; one that was used is gone.';
comment on table identity.session is 'Sessions by the SHA-256 of their token: reading this table opens nothing.';
comment on column identity.session.awaits_factor is 'The password was right and the second step is not done: a session without any rights.';
comment on column identity.session.verified_at is 'When its owner last proved who they are, by password or factor.';
comment on column identity.session.factor_at is 'When they last did so by a factor.';
comment on table identity.sign_in_attempt is 'Tries that slow the next: failed sign-ins by login and by network, registrations by network and in all. Waiting grows, nobody is locked out.';
comment on table identity.sign_on is 'Sign-ins by the national portal that are under way, for minutes: by the SHA-256 of what their browser keeps.';
comment on column identity.sign_on.state is 'Taken away by the first answer: nothing is answered twice.';
comment on column identity.sign_on.facts is 'What the national portal said, until the person confirms that it is them.';
comment on table identity.totp is 'The one-time codes (RFC 6238) of an account; counts only when confirmed with a code. The secret is encrypted.';
comment on column identity.totp.last_step is 'The time step of the last code taken: no code is taken twice.';

grant delete, insert, select, update on identity.account to lien_thong_app;
grant insert, select, update on identity.binding to lien_thong_app;
grant delete, insert, select on identity.old_password to lien_thong_app;
grant delete, insert, select, update on identity.passkey to lien_thong_app;
grant delete, insert, select, update on identity.passkey_challenge to lien_thong_app;
grant delete, insert, select, update on identity.recovery_code to lien_thong_app;
grant delete, insert, select, update on identity.session to lien_thong_app;
grant delete, insert, select, update on identity.sign_in_attempt to lien_thong_app;
grant delete, insert, select, update on identity.sign_on to lien_thong_app;
grant delete, insert, select, update on identity.totp to lien_thong_app;
