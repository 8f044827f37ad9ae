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
  former_login text,
  constraint account_pk PRIMARY KEY (id),
  constraint account_disabled_because CHECK ((disabled_because = ANY (ARRAY['administrator'::text, 'unused'::text]))),
  constraint account_former CHECK (((former_login IS NULL) OR (status = 'disabled'::text))),
  constraint account_kind CHECK ((kind = ANY (ARRAY['staff'::text, 'citizen'::text]))),
  constraint account_login UNIQUE (login),
  constraint account_merged CHECK (((merged_into IS NULL) OR (status = 'disabled'::text))),
  constraint account_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES identity.account(id),
  constraint account_person_id_fkey FOREIGN KEY (person_id) REFERENCES directory.person(id),
  constraint account_status CHECK ((status = ANY (ARRAY['active'::text, 'disabled'::text])))
);
CREATE INDEX account_by_former_login ON identity.account USING btree (former_login) WHERE (former_login IS NOT NULL);
CREATE INDEX account_by_merged ON identity.account USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX account_by_person ON identity.account USING btree (person_id);

create table identity.api_token (
  id uuid not null,
  service_id uuid not null,
  name text not null,
  token_hash bytea not null,
  permissions text[] not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone,
  last_address text,
  constraint api_token_pk PRIMARY KEY (id),
  constraint api_token_hash UNIQUE (token_hash),
  constraint api_token_length CHECK ((expires_at <= (created_at + '366 days'::interval))),
  constraint api_token_service_id_fkey FOREIGN KEY (service_id) REFERENCES identity.service_account(id)
);
CREATE INDEX api_token_by_service ON identity.api_token USING btree (service_id);

create table identity.binding (
  issuer text not null,
  subject text not null,
  account_id uuid not null,
  bound_at timestamp with time zone not null,
  constraint binding_pk PRIMARY KEY (issuer, subject),
  constraint binding_account UNIQUE (account_id, issuer),
  constraint binding_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
);

create table identity.call_count (
  holder_id uuid not null,
  first_at timestamp with time zone not null,
  calls integer not null,
  constraint call_count_pk PRIMARY KEY (holder_id)
);

create table identity.client (
  id uuid not null,
  name text not null,
  owner_id uuid not null,
  people text not null,
  redirect_uris text[] not null,
  post_logout_uris text[] not null,
  logout_uri text,
  scopes text[] not null,
  public_keys jsonb not null,
  status text not null default 'active'::text,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  service_id uuid,
  service_used_at timestamp with time zone,
  service_address text,
  constraint client_pk PRIMARY KEY (id),
  constraint client_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES directory.unit(id),
  constraint client_people CHECK ((people = ANY (ARRAY['staff'::text, 'citizen'::text, 'everyone'::text]))),
  constraint client_service_fk FOREIGN KEY (service_id) REFERENCES identity.service_account(id),
  constraint client_status CHECK ((status = ANY (ARRAY['active'::text, 'disabled'::text])))
);
CREATE INDEX client_by_owner ON identity.client USING btree (owner_id);
CREATE UNIQUE INDEX client_by_service ON identity.client USING btree (service_id) WHERE (service_id IS NOT NULL);

create table identity.consent (
  account_id uuid not null,
  client_id uuid not null,
  scopes text[] not null,
  given_at timestamp with time zone not null,
  constraint consent_pk PRIMARY KEY (account_id, client_id),
  constraint consent_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint consent_client_id_fkey FOREIGN KEY (client_id) REFERENCES identity.client(id)
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

create table identity.provider_entry (
  kind text not null,
  id_hash bytea not null,
  payload jsonb not null,
  grant_id text,
  session_id uuid,
  consumed_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  constraint provider_entry_pk PRIMARY KEY (kind, id_hash)
);
CREATE INDEX provider_entry_by_expiry ON identity.provider_entry USING btree (expires_at);
CREATE INDEX provider_entry_by_grant ON identity.provider_entry USING btree (grant_id) WHERE (grant_id IS NOT NULL);
CREATE INDEX provider_entry_by_session ON identity.provider_entry USING btree (session_id) WHERE (session_id IS NOT NULL);

create table identity.provider_key (
  id uuid not null,
  purpose text not null,
  sealed_key bytea not null,
  made_at timestamp with time zone not null,
  constraint provider_key_pk PRIMARY KEY (id),
  constraint provider_key_purpose CHECK ((purpose = ANY (ARRAY['signature'::text, 'cookie'::text, 'subject'::text])))
);

create table identity.recovery_code (
  account_id uuid not null,
  place smallint not null,
  code_hash text not null,
  constraint recovery_code_pk PRIMARY KEY (account_id, place),
  constraint recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
);

create table identity.service_account (
  id uuid not null,
  name text not null,
  owner_id uuid not null,
  contact text not null,
  purpose text not null,
  permissions text[] not null,
  reach text not null,
  status text not null default 'active'::text,
  created_at timestamp with time zone not null,
  constraint service_account_pk PRIMARY KEY (id),
  constraint service_account_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES directory.unit(id),
  constraint service_account_reach CHECK ((reach = ANY (ARRAY['unit'::text, 'agency'::text, 'subtree'::text, 'all'::text]))),
  constraint service_account_status CHECK ((status = ANY (ARRAY['active'::text, 'disabled'::text])))
);
CREATE INDEX service_account_by_owner ON identity.service_account USING btree (owner_id);

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
  id uuid default gen_random_uuid(),
  constraint session_pk PRIMARY KEY (token_hash),
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint session_post_id_fkey FOREIGN KEY (post_id) REFERENCES directory.post(id)
);
CREATE INDEX session_by_expiry ON identity.session USING btree (expires_at);
CREATE UNIQUE INDEX session_by_id ON identity.session USING btree (id);
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
comment on column identity.account.former_login is 'Of a stranger''s account that was shut out: the number of somebody else that it was opened under.';
comment on table identity.api_token is 'What machines prove themselves with, by its SHA-256: reading this table opens nothing. Each has an end.';
comment on column identity.api_token.last_used_at is 'Written at most once a minute.';
comment on table identity.binding is 'Which account a verified identity opens: one each way, bound once.';
comment on table identity.call_count is 'Calls of machines within the running minute, put together by all processes; nothing is lost with it but a count.';
comment on column identity.call_count.holder_id is 'A token (api_token), or the system whose tokens count as one (client).';
comment on table identity.client is 'Systems that sign in by us (OpenID Connect). Each proves who it is with its own key: only public ones are here.';
comment on column identity.client.logout_uri is 'Where it is told that a session has ended (back-channel logout).';
comment on column identity.client.service_id is 'The service account that it is when it asks in its own name, of the same owner; its alone, so that the trail names who it was.';
comment on column identity.client.service_used_at is 'When it last called as that machine; written at most once a minute.';
comment on table identity.consent is 'What a person allowed a system to learn of them, until they take it back.';
comment on table identity.old_password is 'Passwords that were used before, hashed, where the profile of the account forbids to come back to them.';
comment on table identity.passkey is 'WebAuthn credentials of an account, by the id that their authenticator gave them; each verifies its user.';
comment on table identity.passkey_challenge is 'What an authenticator was asked to sign, by the hash of a ticket that one browser holds; gone when it was used.';
comment on table identity.provider_entry is 'What the provider gave and has under way, by the SHA-256 of its name: reading this table opens nothing.';
comment on column identity.provider_entry.session_id is 'The session that it came from.';
comment on table identity.provider_key is 'The provider''s keys, encrypted, each for one purpose: signing tokens, signing cookies, making a name of a person for each system.';
comment on table identity.recovery_code is 'Codes for whoever has lost their factors, hashed; one that was used is gone.';
comment on table identity.service_account is 'Machines that call operations: what they may do, as far as a post of their owner would reach.';
comment on table identity.session is 'Sessions by the SHA-256 of their token: reading this table opens nothing.';
comment on column identity.session.awaits_factor is 'The password was right and the second step is not done: a session without any rights.';
comment on column identity.session.verified_at is 'When its owner last proved who they are, by password or factor.';
comment on column identity.session.factor_at is 'When they last did so by a factor.';
comment on column identity.session.id is 'Names it while its token changes; systems that sign in by us know the account by it, so that all they hold ends with it.';
comment on table identity.sign_in_attempt is 'Tries that slow the next: failed sign-ins by login and by network, registrations by network and in all. Waiting grows, nobody is locked out.';
comment on table identity.sign_on is 'Sign-ins by the national portal that are under way, for minutes: by the SHA-256 of what their browser keeps.';
comment on column identity.sign_on.state is 'Taken away by the first answer: nothing is answered twice.';
comment on column identity.sign_on.facts is 'What the national portal said, until the person confirms that it is them.';
comment on table identity.totp is 'The one-time codes (RFC 6238) of an account; counts only when confirmed with a code. The secret is encrypted.';
comment on column identity.totp.last_step is 'The time step of the last code taken: no code is taken twice.';

grant delete, insert, select, update on identity.account to lien_thong_app;
grant insert, select, update on identity.api_token to lien_thong_app;
grant insert, select, update on identity.binding to lien_thong_app;
grant insert, select, update on identity.call_count to lien_thong_app;
grant insert, select, update on identity.client to lien_thong_app;
grant delete, insert, select, update on identity.consent to lien_thong_app;
grant delete, insert, select on identity.old_password to lien_thong_app;
grant delete, insert, select, update on identity.passkey to lien_thong_app;
grant delete, insert, select, update on identity.passkey_challenge to lien_thong_app;
grant delete, insert, select, update on identity.provider_entry to lien_thong_app;
grant delete, insert, select on identity.provider_key to lien_thong_app;
grant update (sealed_key) on identity.provider_key to lien_thong_app;
grant delete, insert, select, update on identity.recovery_code to lien_thong_app;
grant insert, select, update on identity.service_account to lien_thong_app;
grant delete, insert, select, update on identity.session to lien_thong_app;
grant delete, insert, select, update on identity.sign_in_attempt to lien_thong_app;
grant delete, insert, select, update on identity.sign_on to lien_thong_app;
grant delete, insert, select, update on identity.totp to lien_thong_app;
