CREATE OR REPLACE FUNCTION services.index_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into services.dossier_search select made.* from services.search_row(new) made
  on conflict (dossier_id) do update set is_open = excluded.is_open, text = excluded.text;
  return null;
end $function$;
CREATE OR REPLACE FUNCTION services.index_seen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- What somebody else adds at the same time stays: each waits for the other's row, and puts its own to it.
  insert into services.dossier_search as s
  select made.* from (select distinct dossier_id from added) seen join services.dossier d on d.id = seen.dossier_id, services.search_row(d) made
  on conflict (dossier_id) do update set seen_by = array(select distinct unnest(s.seen_by || excluded.seen_by));
  return null;
end $function$;
CREATE OR REPLACE FUNCTION services.search_keys(principal integer, filed_at timestamp with time zone)
 RETURNS bigint[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select array[seen, seen + year * 100, seen + year * 100 + month]
  from (select principal::bigint * 1000000 as seen, extract(year from filed_at at time zone 'UTC')::int as year,
    extract(month from filed_at at time zone 'UTC')::int as month) filed
$function$;
CREATE OR REPLACE FUNCTION services.search_row(dossier services.dossier)
 RETURNS services.dossier_search
 LANGUAGE sql
 STABLE
AS $function$
  select dossier.id, dossier.filed_at, dossier.is_open, services.search_text(dossier), array(
    select unnest(services.search_keys(seen.principal, dossier.filed_at))
    from (select 0 as principal union all select a.principal from services.dossier_access a where a.dossier_id = dossier.id) seen)
$function$;
CREATE OR REPLACE FUNCTION services.search_text(dossier services.dossier)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select trim(regexp_replace(dossier.folded || ' ' || kernel.fold(dossier.procedure_name), '[^[:alnum:]]+', ' ', 'g')) || ' =' || dossier.procedure_code
$function$;
CREATE OR REPLACE FUNCTION services.search_words(text text)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  words text[] := '{}';
  word text;
begin
  -- The beginnings of each word: who types is found what begins so. A loop, as one statement with a set takes five times as long.
  foreach word in array string_to_array(text, ' ') loop
    if left(word, 1) = '=' then words := words || word; continue; end if;
    for letters in 1..least(12, length(word)) loop
      if left(word, letters) <> all (words) then words := words || left(word, letters); end if;
    end loop;
  end loop;
  return words;
end $function$;

create table services.access_request (
  id uuid not null,
  code text not null,
  dossier_id uuid,
  unit_id uuid,
  post_id uuid not null,
  person_id uuid not null,
  purpose text not null,
  asked_at timestamp with time zone not null,
  answer text,
  answered_at timestamp with time zone,
  answered_by text,
  words text,
  document text,
  ends_at timestamp with time zone,
  constraint access_request_pk PRIMARY KEY (id),
  constraint access_request_answer CHECK ((answer = ANY (ARRAY['granted'::text, 'refused'::text]))),
  constraint access_request_answered CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint access_request_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id),
  constraint access_request_granted CHECK (((NOT (answer IS DISTINCT FROM 'granted'::text)) = (ends_at IS NOT NULL))),
  constraint access_request_person_id_fkey FOREIGN KEY (person_id) REFERENCES directory.person(id),
  constraint access_request_post_id_fkey FOREIGN KEY (post_id) REFERENCES directory.post(id),
  constraint access_request_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES directory.unit(id)
);
CREATE INDEX access_request_by_dossier ON services.access_request USING btree (dossier_id) WHERE (dossier_id IS NOT NULL);
CREATE INDEX access_request_by_person ON services.access_request USING btree (person_id, asked_at DESC, id DESC);
CREATE INDEX access_request_waiting ON services.access_request USING btree (unit_id, asked_at) WHERE (answer IS NULL);

create table services.announced_procedure (
  announcement_id uuid not null,
  code text not null,
  number integer not null,
  name text not null,
  constraint announced_procedure_pk PRIMARY KEY (announcement_id, code),
  constraint announced_procedure_announcement_id_fkey FOREIGN KEY (announcement_id) REFERENCES services.announcement(id)
);
CREATE INDEX announced_procedure_by_code ON services.announced_procedure USING btree (code);

create table services.announcement (
  id uuid not null,
  kind text not null,
  issuer text not null,
  document text not null,
  signed_on date not null,
  published_on date not null,
  effective_on date not null,
  created_by text not null,
  created_by_name text not null,
  created_at timestamp with time zone not null,
  constraint announcement_pk PRIMARY KEY (id),
  constraint announcement_document UNIQUE (document, signed_on, kind),
  constraint announcement_issuer CHECK ((issuer = ANY (ARRAY['province'::text, 'ministry'::text]))),
  constraint announcement_kind CHECK ((kind = ANY (ARRAY['announced'::text, 'repealed'::text]))),
  constraint announcement_order CHECK ((published_on >= signed_on))
);
CREATE INDEX announcement_newest ON services.announcement USING btree (signed_on DESC, id);

create table services.book_entry (
  dossier_id uuid not null,
  unit_id uuid not null,
  year integer not null,
  number integer not null,
  constraint book_entry_pk PRIMARY KEY (dossier_id),
  constraint book_entry_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id),
  constraint book_entry_number UNIQUE (unit_id, year, number)
);

create table services.bundle_dossier (
  dossier_id uuid not null,
  bundle_id uuid not null,
  bundle_code text not null,
  "position" integer not null,
  constraint bundle_dossier_pk PRIMARY KEY (dossier_id),
  constraint bundle_dossier_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id),
  constraint bundle_dossier_position UNIQUE (bundle_id, "position")
);

create table services.catalogue_import (
  id uuid not null,
  title text not null,
  origin text not null,
  content bytea not null,
  created_by text not null,
  created_by_name text not null,
  created_at timestamp with time zone not null,
  constraint catalogue_import_pk PRIMARY KEY (id),
  constraint catalogue_import_origin CHECK ((origin = ANY (ARRAY['file'::text, 'national-portal'::text])))
);
CREATE INDEX catalogue_import_newest ON services.catalogue_import USING btree (created_at DESC, id);

create table services.catalogue_record (
  id uuid not null,
  import_id uuid not null,
  number integer not null,
  raw text not null,
  said jsonb,
  local_code text,
  name text,
  reasons jsonb not null,
  doubts jsonb not null,
  set_aside jsonb not null,
  matched_code text,
  matched_by text not null,
  state text not null,
  decided_by_name text,
  decided_at timestamp with time zone,
  reject_reason text,
  procedure_code text,
  constraint catalogue_record_pk PRIMARY KEY (id),
  constraint catalogue_record_decided CHECK (((state = ANY (ARRAY['accepted'::text, 'rejected'::text])) = (decided_at IS NOT NULL))),
  constraint catalogue_record_import_id_fkey FOREIGN KEY (import_id) REFERENCES services.catalogue_import(id) ON DELETE CASCADE,
  constraint catalogue_record_matched_by CHECK ((matched_by = ANY (ARRAY['code'::text, 'local-code'::text, 'name'::text, 'chosen'::text, 'none'::text]))),
  constraint catalogue_record_number UNIQUE (import_id, number),
  constraint catalogue_record_state CHECK ((state = ANY (ARRAY['aside'::text, 'same'::text, 'clear'::text, 'doubtful'::text, 'accepted'::text, 'rejected'::text])))
);
CREATE INDEX catalogue_record_by_local_code ON services.catalogue_record USING btree (local_code) WHERE (procedure_code IS NOT NULL);
CREATE INDEX catalogue_record_by_state ON services.catalogue_record USING btree (import_id, state, number);

create table services.clock_stop (
  dossier_id uuid not null,
  stopped_at timestamp with time zone not null,
  resumed_at timestamp with time zone,
  ground text not null,
  constraint clock_stop_pk PRIMARY KEY (dossier_id, stopped_at),
  constraint clock_stop_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id)
);

create table services.dossier (
  id uuid not null,
  code text not null,
  procedure_code text not null,
  version_id uuid not null,
  procedure_name text not null,
  channel text not null,
  applicant_id uuid not null,
  applicant_name text not null,
  submitter_id uuid not null,
  enterprise_name text,
  lookup_fact text not null,
  receiver_id uuid not null,
  owner_id uuid not null,
  place text,
  answers jsonb not null,
  state jsonb not null,
  status text not null,
  outcome text,
  is_open boolean not null,
  filed_at timestamp with time zone not null,
  received_at timestamp with time zone,
  promised timestamp with time zone,
  deadline timestamp with time zone not null,
  finished_at timestamp with time zone,
  delivered_at timestamp with time zone,
  revision integer not null default 0,
  folded text not null,
  assisted_by text,
  assisted_unit_id uuid,
  enterprise_id uuid,
  process_version_id uuid,
  by_e_identity boolean not null default false,
  constraint dossier_pk PRIMARY KEY (id),
  constraint dossier_applicant_id_fkey FOREIGN KEY (applicant_id) REFERENCES directory.person(id),
  constraint dossier_assisted_unit_id_fkey FOREIGN KEY (assisted_unit_id) REFERENCES directory.unit(id),
  constraint dossier_channel CHECK ((channel = ANY (ARRAY['online'::text, 'counter'::text, 'post'::text]))),
  constraint dossier_code UNIQUE (code),
  constraint dossier_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES directory.enterprise(id),
  constraint dossier_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES directory.unit(id),
  constraint dossier_process_version_id_fkey FOREIGN KEY (process_version_id) REFERENCES services.procedure_version(id),
  constraint dossier_receiver_id_fkey FOREIGN KEY (receiver_id) REFERENCES directory.unit(id),
  constraint dossier_status CHECK ((status = ANY (ARRAY['open'::text, 'waiting-applicant'::text, 'paused'::text, 'ended'::text]))),
  constraint dossier_submitter_id_fkey FOREIGN KEY (submitter_id) REFERENCES directory.person(id),
  constraint dossier_version_id_fkey FOREIGN KEY (version_id) REFERENCES services.procedure_version(id)
);
CREATE INDEX dossier_by_applicant ON services.dossier USING btree (applicant_id, filed_at DESC, id);
CREATE INDEX dossier_by_enterprise ON services.dossier USING btree (enterprise_id, filed_at DESC, id) WHERE (enterprise_id IS NOT NULL);
CREATE INDEX dossier_by_owner ON services.dossier USING btree (owner_id, filed_at DESC);
CREATE INDEX dossier_by_procedure ON services.dossier USING btree (procedure_code, filed_at DESC);
CREATE INDEX dossier_by_submitter ON services.dossier USING btree (submitter_id, filed_at DESC, id);
CREATE INDEX dossier_ended_late ON services.dossier USING btree (finished_at) INCLUDE (deadline, received_at, procedure_code, owner_id, id) WHERE (finished_at > deadline);
CREATE INDEX dossier_finished ON services.dossier USING btree (finished_at) WHERE (finished_at IS NOT NULL);
CREATE INDEX dossier_in_progress ON services.dossier USING btree (received_at) WHERE (finished_at IS NULL);
CREATE INDEX dossier_newest ON services.dossier USING btree (filed_at DESC, id DESC);
CREATE INDEX dossier_open ON services.dossier USING btree (deadline, id) WHERE is_open;
CREATE INDEX dossier_open_by_procedure ON services.dossier USING btree (procedure_code, id) WHERE is_open;
CREATE INDEX dossier_received ON services.dossier USING btree (received_at, id) WHERE (received_at IS NOT NULL);
CREATE INDEX dossier_running ON services.dossier USING btree (id) WHERE ((status = 'open'::text) AND (finished_at IS NULL));
CREATE INDEX dossier_to_hand_out ON services.dossier USING btree (receiver_id, promised, id) WHERE (is_open AND (promised IS NOT NULL));

create table services.dossier_access (
  dossier_id uuid not null,
  principal integer not null,
  reason text not null,
  deadline timestamp with time zone not null,
  filed_at timestamp with time zone not null,
  is_open boolean not null,
  granted_at timestamp with time zone,
  ends_at timestamp with time zone,
  constraint dossier_access_pk PRIMARY KEY (dossier_id, principal),
  constraint dossier_access_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id),
  constraint dossier_access_principal_fkey FOREIGN KEY (principal) REFERENCES directory.principal(key)
);
CREATE INDEX dossier_access_newest ON services.dossier_access USING btree (principal, filed_at DESC, dossier_id DESC) INCLUDE (ends_at);
CREATE INDEX dossier_access_open ON services.dossier_access USING btree (principal, deadline, dossier_id) INCLUDE (ends_at) WHERE is_open;

create table services.dossier_co_applicant (
  dossier_id uuid not null,
  person_id uuid not null,
  name text not null,
  confirmed_at timestamp with time zone not null,
  confirmed text not null default 'online'::text,
  recorded_by text,
  constraint dossier_co_applicant_pk PRIMARY KEY (dossier_id, person_id),
  constraint dossier_co_applicant_confirmed CHECK ((confirmed = ANY (ARRAY['online'::text, 'present'::text, 'signed'::text]))),
  constraint dossier_co_applicant_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id),
  constraint dossier_co_applicant_person_id_fkey FOREIGN KEY (person_id) REFERENCES directory.person(id),
  constraint dossier_co_applicant_recorded CHECK (((confirmed = 'online'::text) = (recorded_by IS NULL)))
);
CREATE INDEX dossier_co_applicant_by_person ON services.dossier_co_applicant USING btree (person_id, dossier_id);

create table services.dossier_event (
  id uuid not null,
  dossier_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  step text,
  actor_name text not null,
  actor_title text,
  unit_name text,
  on_behalf_of text,
  words jsonb not null,
  detail jsonb,
  is_public boolean not null,
  constraint dossier_event_pk PRIMARY KEY (at, id),
  constraint dossier_event_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id)
) partition by RANGE (at);
CREATE INDEX dossier_event_by_dossier ON ONLY services.dossier_event USING btree (dossier_id, at, id);

create table services.dossier_paper (
  id uuid not null,
  dossier_id uuid not null,
  paper text not null,
  "position" integer not null,
  file_id uuid not null,
  added_at timestamp with time zone not null,
  replaced_at timestamp with time zone,
  origin text not null,
  source_paper_id uuid,
  source_result_id uuid,
  source_at timestamp with time zone,
  constraint dossier_paper_pk PRIMARY KEY (id),
  constraint dossier_paper_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id),
  constraint dossier_paper_file_id_fkey FOREIGN KEY (file_id) REFERENCES files.file(id),
  constraint dossier_paper_origin CHECK ((origin = ANY (ARRAY['uploaded'::text, 'scanned'::text, 'earlier-paper'::text, 'earlier-result'::text, 'national-portal'::text, 'unknown'::text]))),
  constraint dossier_paper_source CHECK ((((origin = 'earlier-paper'::text) = (source_paper_id IS NOT NULL)) AND ((origin = 'earlier-result'::text) = (source_result_id IS NOT NULL)) AND ((origin = ANY (ARRAY['earlier-paper'::text, 'earlier-result'::text])) = (source_at IS NOT NULL)))),
  constraint dossier_paper_source_paper_id_fkey FOREIGN KEY (source_paper_id) REFERENCES services.dossier_paper(id),
  constraint dossier_paper_source_result_id_fkey FOREIGN KEY (source_result_id) REFERENCES services.result(id)
);
CREATE INDEX dossier_paper_by_dossier ON services.dossier_paper USING btree (dossier_id, paper, "position");
CREATE INDEX dossier_paper_by_file ON services.dossier_paper USING btree (file_id);

create table services.dossier_search (
  dossier_id uuid not null,
  filed_at timestamp with time zone not null,
  is_open boolean not null,
  text text not null,
  seen_by bigint[] not null,
  constraint dossier_search_pk PRIMARY KEY (dossier_id),
  constraint dossier_search_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id)
);
CREATE INDEX dossier_search_all ON services.dossier_search USING gin (services.search_words(text), seen_by) WITH (gin_pending_list_limit='256');
CREATE INDEX dossier_search_open ON services.dossier_search USING gin (services.search_words(text), seen_by) WITH (gin_pending_list_limit='256') WHERE is_open;

create table services.draft (
  id uuid not null,
  account_id uuid not null,
  person_id uuid,
  version_id uuid not null,
  place text,
  answers jsonb not null default '{}'::jsonb,
  revision integer not null default 0,
  created_at timestamp with time zone not null,
  saved_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  counter_id uuid,
  is_assisted boolean not null default false,
  typed text,
  applicant_name text,
  writers jsonb not null default '{}'::jsonb,
  enterprise_id uuid,
  constraint draft_pk PRIMARY KEY (id),
  constraint draft_counter_id_fkey FOREIGN KEY (counter_id) REFERENCES directory.unit(id),
  constraint draft_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES directory.enterprise(id),
  constraint draft_person_id_fkey FOREIGN KEY (person_id) REFERENCES directory.person(id),
  constraint draft_version_id_fkey FOREIGN KEY (version_id) REFERENCES services.procedure_version(id),
  constraint draft_writer CHECK ((((counter_id IS NULL) AND (person_id IS NOT NULL) AND (typed IS NULL)) OR ((counter_id IS NOT NULL) AND (person_id IS NULL) AND (typed IS NOT NULL))))
);
CREATE INDEX draft_by_account ON services.draft USING btree (account_id, saved_at DESC);
CREATE INDEX draft_by_counter ON services.draft USING btree (counter_id, saved_at DESC) WHERE (counter_id IS NOT NULL);
CREATE INDEX draft_by_expiry ON services.draft USING btree (expires_at);
CREATE INDEX draft_by_person ON services.draft USING btree (person_id) WHERE (person_id IS NOT NULL);

create table services.draft_co_applicant (
  id uuid not null,
  draft_id uuid not null,
  name text not null,
  folded text not null generated always as (kernel.fold(name)) stored,
  personal_id text not null,
  phone text,
  email text,
  page text,
  named_at timestamp with time zone not null,
  answer text,
  answered_at timestamp with time zone,
  words text,
  digest text,
  constraint draft_co_applicant_pk PRIMARY KEY (id),
  constraint draft_co_applicant_answer CHECK ((((answer = ANY (ARRAY['confirmed'::text, 'declined'::text])) AND (answered_at IS NOT NULL)) OR (answer IS NULL))),
  constraint draft_co_applicant_contact CHECK (((phone IS NOT NULL) OR (email IS NOT NULL))),
  constraint draft_co_applicant_digest CHECK (((NOT (answer IS DISTINCT FROM 'confirmed'::text)) = (digest IS NOT NULL))),
  constraint draft_co_applicant_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES services.draft(id) ON DELETE CASCADE,
  constraint draft_co_applicant_once UNIQUE (draft_id, personal_id),
  constraint draft_co_applicant_page UNIQUE (draft_id, page)
);
CREATE INDEX draft_co_applicant_by_number ON services.draft_co_applicant USING btree (personal_id);

create table services.draft_known (
  draft_id uuid not null,
  field text not null,
  known_from text not null,
  as_of date,
  said jsonb not null,
  reason text,
  constraint draft_known_pk PRIMARY KEY (draft_id, field),
  constraint draft_known_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES services.draft(id) ON DELETE CASCADE,
  constraint draft_known_from CHECK ((known_from = ANY (ARRAY['business-register'::text, 'population-register'::text])))
);

create table services.draft_paper (
  draft_id uuid not null,
  paper text not null,
  "position" integer not null,
  file_id uuid not null,
  origin text not null,
  source_paper_id uuid,
  source_result_id uuid,
  source_at timestamp with time zone,
  constraint draft_paper_pk PRIMARY KEY (draft_id, paper, "position"),
  constraint draft_paper_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES services.draft(id) ON DELETE CASCADE,
  constraint draft_paper_file_id_fkey FOREIGN KEY (file_id) REFERENCES files.file(id),
  constraint draft_paper_origin CHECK ((origin = ANY (ARRAY['uploaded'::text, 'scanned'::text, 'earlier-paper'::text, 'earlier-result'::text]))),
  constraint draft_paper_source CHECK ((((origin = 'earlier-paper'::text) = (source_paper_id IS NOT NULL)) AND ((origin = 'earlier-result'::text) = (source_result_id IS NOT NULL)) AND ((origin = ANY (ARRAY['earlier-paper'::text, 'earlier-result'::text])) = (source_at IS NOT NULL)))),
  constraint draft_paper_source_paper_id_fkey FOREIGN KEY (source_paper_id) REFERENCES services.dossier_paper(id),
  constraint draft_paper_source_result_id_fkey FOREIGN KEY (source_result_id) REFERENCES services.result(id)
);
CREATE INDEX draft_paper_by_file ON services.draft_paper USING btree (file_id);

create table services.ended_invitation (
  id uuid not null,
  personal_id text not null,
  folded text not null,
  writer_id uuid not null,
  version_id uuid not null,
  how text not null,
  ended_at timestamp with time zone not null,
  constraint ended_invitation_pk PRIMARY KEY (id),
  constraint ended_invitation_how CHECK ((how = ANY (ARRAY['discarded'::text, 'expired'::text, 'taken-out'::text]))),
  constraint ended_invitation_version_id_fkey FOREIGN KEY (version_id) REFERENCES services.procedure_version(id),
  constraint ended_invitation_writer_id_fkey FOREIGN KEY (writer_id) REFERENCES directory.person(id)
);
CREATE INDEX ended_invitation_by_time ON services.ended_invitation USING btree (ended_at);
CREATE INDEX ended_invitation_by_writer ON services.ended_invitation USING btree (writer_id);

create table services.fee (
  dossier_id uuid not null,
  fee text not null,
  name jsonb not null,
  amount bigint not null,
  pay_at text not null,
  constraint fee_pk PRIMARY KEY (dossier_id, fee),
  constraint fee_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id)
);

create table services.fee_exemption (
  dossier_id uuid not null,
  fee text not null,
  name jsonb not null,
  pay_at text not null,
  ground text not null,
  ground_name jsonb not null,
  basis text,
  percent integer not null,
  full_amount bigint not null,
  amount bigint not null,
  state text not null default 'asked'::text,
  asked_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by text,
  reason text,
  constraint fee_exemption_pk PRIMARY KEY (dossier_id, fee),
  constraint fee_exemption_decided CHECK ((((state = 'asked'::text) = (decided_at IS NULL)) AND ((state <> 'refused'::text) OR (reason IS NOT NULL)))),
  constraint fee_exemption_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id),
  constraint fee_exemption_less CHECK (((amount >= 0) AND (amount < full_amount))),
  constraint fee_exemption_percent CHECK (((percent >= 1) AND (percent <= 100))),
  constraint fee_exemption_state CHECK ((state = ANY (ARRAY['asked'::text, 'granted'::text, 'refused'::text])))
);

create table services.handover (
  id uuid not null,
  number text not null,
  from_unit_id uuid not null,
  to_unit_id uuid not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  taken_at timestamp with time zone,
  taken_by text,
  constraint handover_pk PRIMARY KEY (id),
  constraint handover_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES directory.unit(id),
  constraint handover_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES directory.unit(id)
);
CREATE INDEX handover_by_giver ON services.handover USING btree (from_unit_id, made_at DESC);
CREATE INDEX handover_by_taker ON services.handover USING btree (to_unit_id, made_at DESC);

create table services.handover_item (
  handover_id uuid not null,
  dossier_id uuid not null,
  constraint handover_item_pk PRIMARY KEY (handover_id, dossier_id),
  constraint handover_item_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id),
  constraint handover_item_handover_id_fkey FOREIGN KEY (handover_id) REFERENCES services.handover(id)
);
CREATE INDEX handover_item_by_dossier ON services.handover_item USING btree (dossier_id);

create table services.known_use (
  id uuid not null,
  draft_id uuid not null,
  procedure_code text not null,
  field text not null,
  known_from text not null,
  as_of date,
  accepted_at timestamp with time zone not null,
  constraint known_use_pk PRIMARY KEY (id),
  constraint known_use_from CHECK ((known_from = ANY (ARRAY['profile'::text, 'dossier'::text, 'business-register'::text, 'population-register'::text])))
);
CREATE INDEX known_use_by_time ON services.known_use USING btree (accepted_at);

create table services.last_act (
  dossier_id uuid not null,
  account text not null,
  at timestamp with time zone not null,
  revision integer not null,
  event_id uuid not null,
  state jsonb not null,
  promised timestamp with time zone,
  deadline timestamp with time zone not null,
  tasks_before uuid[] not null,
  tasks_after jsonb not null,
  constraint last_act_pk PRIMARY KEY (dossier_id),
  constraint last_act_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id)
);
CREATE INDEX last_act_by_age ON services.last_act USING btree (at);

create table services.low_mark (
  dossier_id uuid not null,
  unit_id uuid not null,
  unit_key integer not null,
  opened_at timestamp with time zone not null,
  due timestamp with time zone not null,
  answer text,
  answered_by text,
  answered_at timestamp with time zone,
  constraint low_mark_pk PRIMARY KEY (dossier_id),
  constraint low_mark_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.rating(dossier_id),
  constraint low_mark_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES directory.unit(id)
);
CREATE INDEX low_mark_answered ON services.low_mark USING btree (unit_key, opened_at DESC, dossier_id) WHERE (answered_at IS NOT NULL);
CREATE INDEX low_mark_to_answer ON services.low_mark USING btree (unit_key, due, dossier_id) WHERE (answered_at IS NULL);

create table services.meeting (
  dossier_id uuid not null,
  step text not null,
  held_at timestamp with time zone not null,
  place text not null,
  called_by text not null,
  called_at timestamp with time zone not null,
  members jsonb,
  findings text,
  conclusion text,
  kept_by text,
  kept_at timestamp with time zone,
  constraint meeting_pk PRIMARY KEY (dossier_id, step),
  constraint meeting_conclusion CHECK ((conclusion = ANY (ARRAY['met'::text, 'not-met'::text]))),
  constraint meeting_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id),
  constraint meeting_minutes CHECK ((((members IS NULL) = (kept_at IS NULL)) AND ((findings IS NULL) = (kept_at IS NULL)) AND ((conclusion IS NULL) = (kept_at IS NULL)) AND ((kept_by IS NULL) = (kept_at IS NULL))))
);

create table services.moved (
  reorganization_id uuid not null,
  entity text not null,
  id uuid not null,
  revision integer,
  before jsonb not null,
  constraint moved_pk PRIMARY KEY (reorganization_id, entity, id),
  constraint moved_entity CHECK ((entity = ANY (ARRAY['dossier'::text, 'draft'::text, 'handover'::text]))),
  constraint moved_reorganization_id_fkey FOREIGN KEY (reorganization_id) REFERENCES directory.reorganization(id)
);
CREATE INDEX moved_by_thing ON services.moved USING btree (id);

create table services.obligation (
  id uuid not null,
  dossier_id uuid not null,
  notice text not null,
  issued_by text not null,
  items jsonb not null,
  total bigint not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint obligation_pk PRIMARY KEY (id),
  constraint obligation_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id),
  constraint obligation_notice UNIQUE (dossier_id, notice),
  constraint obligation_total CHECK ((total > 0))
);

create table services.offline_reception (
  id uuid not null,
  dossier_id uuid not null,
  slip text not null,
  received_at timestamp with time zone not null,
  sent_at timestamp with time zone not null,
  constraint offline_reception_pk PRIMARY KEY (id),
  constraint offline_reception_dossier UNIQUE (dossier_id),
  constraint offline_reception_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id)
);
CREATE INDEX offline_reception_by_slip ON services.offline_reception USING btree (slip);

create table services.paper_reuse (
  dossier_id uuid not null,
  offered integer not null,
  reused integer not null,
  constraint paper_reuse_pk PRIMARY KEY (dossier_id),
  constraint paper_reuse_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id),
  constraint paper_reuse_offered CHECK ((offered > 0)),
  constraint paper_reuse_reused CHECK (((reused >= 0) AND (reused <= offered)))
);

create table services.postal_order (
  id uuid not null,
  dossier_id uuid not null,
  kind text not null,
  step text,
  state text not null,
  recipient text not null,
  phone text,
  address text not null,
  wanted_on date,
  tracking_number text,
  list_id uuid,
  list_number text,
  asked_at timestamp with time zone not null,
  moved_at timestamp with time zone not null,
  constraint postal_order_pk PRIMARY KEY (id),
  constraint postal_order_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id),
  constraint postal_order_kind CHECK ((kind = ANY (ARRAY['delivery'::text, 'pick-up'::text]))),
  constraint postal_order_state CHECK ((state = ANY (ARRAY['asked'::text, 'with-post'::text, 'done'::text, 'returned'::text, 'fetched'::text, 'cancelled'::text])))
);
CREATE INDEX postal_order_by_dossier ON services.postal_order USING btree (dossier_id, asked_at);
CREATE INDEX postal_order_by_list ON services.postal_order USING btree (list_id) WHERE (list_id IS NOT NULL);
CREATE INDEX postal_order_live ON services.postal_order USING btree (moved_at, id) WHERE (state = ANY (ARRAY['asked'::text, 'with-post'::text, 'returned'::text]));
CREATE UNIQUE INDEX postal_order_under_way ON services.postal_order USING btree (dossier_id, kind, COALESCE(step, ''::text)) WHERE (state = ANY (ARRAY['asked'::text, 'with-post'::text, 'returned'::text]));

create table services.procedure (
  code text not null,
  version_id uuid not null,
  name text not null,
  level text not null,
  sector text not null,
  field text not null,
  life_events text[] not null,
  is_complete boolean not null,
  valid_from date not null,
  valid_to date,
  words tsvector not null,
  folded text not null,
  online_levels jsonb not null,
  constraint procedure_pk PRIMARY KEY (version_id),
  constraint procedure_from_day UNIQUE (code, valid_from),
  constraint procedure_period CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
  constraint procedure_version_id_fkey FOREIGN KEY (version_id) REFERENCES services.procedure_version(id)
);
CREATE INDEX procedure_by_field ON services.procedure USING btree (sector, name);
CREATE INDEX procedure_folded ON services.procedure USING gin (folded gin_trgm_ops);
CREATE INDEX procedure_name_alike ON services.procedure USING gin (kernel.fold(name) gin_trgm_ops);
CREATE INDEX procedure_words ON services.procedure USING gin (words);

create table services.procedure_draft (
  id uuid not null,
  code text not null,
  base_version_id uuid,
  owner_key integer,
  declaration json not null,
  revision integer not null default 1,
  state text not null default 'editing'::text,
  effective_on date,
  writers text[] not null,
  created_at timestamp with time zone not null,
  saved_at timestamp with time zone not null,
  saved_by_name text not null,
  submitted_at timestamp with time zone,
  submitted_by_name text,
  remark text,
  document text,
  decided_at timestamp with time zone,
  decided_by_name text,
  version_id uuid,
  merged_version_id uuid,
  conflicts json not null default '[]'::json,
  constraint procedure_draft_pk PRIMARY KEY (id),
  constraint procedure_draft_base_version_id_fkey FOREIGN KEY (base_version_id) REFERENCES services.procedure_version(id),
  constraint procedure_draft_merged_version_id_fkey FOREIGN KEY (merged_version_id) REFERENCES services.procedure_version(id),
  constraint procedure_draft_owner_key_fkey FOREIGN KEY (owner_key) REFERENCES directory.principal(key),
  constraint procedure_draft_state CHECK ((state = ANY (ARRAY['editing'::text, 'submitted'::text, 'published'::text, 'withdrawn'::text]))),
  constraint procedure_draft_version_id_fkey FOREIGN KEY (version_id) REFERENCES services.procedure_version(id)
);
CREATE INDEX procedure_draft_merged ON services.procedure_draft USING btree (merged_version_id) WHERE (merged_version_id IS NOT NULL);
CREATE INDEX procedure_draft_newest ON services.procedure_draft USING btree (saved_at DESC, id DESC);
CREATE UNIQUE INDEX procedure_draft_open ON services.procedure_draft USING btree (code) WHERE (state = ANY (ARRAY['editing'::text, 'submitted'::text]));

create table services.procedure_version (
  id uuid not null,
  code text not null,
  number integer not null,
  digest text not null,
  declaration json not null,
  effective_from date not null,
  effective_to date,
  published_at timestamp with time zone not null default now(),
  origin text not null default 'declared'::text,
  constraint procedure_version_pk PRIMARY KEY (id),
  constraint procedure_version_number UNIQUE (code, number),
  constraint procedure_version_origin CHECK ((origin = ANY (ARRAY['declared'::text, 'imported'::text, 'edited'::text])))
);

create table services.rating (
  dossier_id uuid not null,
  mark integer not null,
  comment text,
  rated_at timestamp with time zone not null,
  channel text not null default 'account'::text,
  desk_unit_id uuid,
  desk_account_id uuid,
  kiosk_id uuid,
  kiosk_name text,
  constraint rating_pk PRIMARY KEY (dossier_id),
  constraint rating_channel CHECK ((channel = ANY (ARRAY['account'::text, 'link'::text, 'desk'::text, 'kiosk'::text]))),
  constraint rating_desk_unit_id_fkey FOREIGN KEY (desk_unit_id) REFERENCES directory.unit(id),
  constraint rating_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id),
  constraint rating_kiosk CHECK ((((channel = 'kiosk'::text) = (kiosk_id IS NOT NULL)) AND ((kiosk_id IS NULL) = (kiosk_name IS NULL)))),
  constraint rating_mark CHECK (((mark >= 1) AND (mark <= 5)))
);
CREATE INDEX rating_at_desk ON services.rating USING btree (desk_account_id, rated_at) WHERE (channel = 'desk'::text);
CREATE INDEX rating_at_kiosk ON services.rating USING btree (kiosk_id, rated_at) WHERE (channel = 'kiosk'::text);
CREATE INDEX rating_by_time ON services.rating USING btree (rated_at);

create table services.rating_link (
  dossier_id uuid not null,
  digest bytea not null,
  made_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint rating_link_pk PRIMARY KEY (dossier_id),
  constraint rating_link_digest UNIQUE (digest),
  constraint rating_link_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id)
);

create table services.result (
  id uuid not null,
  dossier_id uuid not null,
  template text not null,
  title text not null,
  document jsonb not null,
  number text,
  issued_on date,
  issued_at timestamp with time zone,
  signer_name text,
  signer_position text,
  verification_code text not null,
  valid_until date,
  revoked_at timestamp with time zone,
  revision integer not null default 0,
  saved_at timestamp with time zone not null,
  signer_capacity text,
  revoked_by text,
  revoked_for text,
  revoked_decision text,
  constraint result_pk PRIMARY KEY (id),
  constraint result_dossier UNIQUE (dossier_id),
  constraint result_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id),
  constraint result_revoked CHECK (((revoked_at IS NOT NULL) OR ((revoked_by IS NULL) AND (revoked_for IS NULL) AND (revoked_decision IS NULL)))),
  constraint result_revoked_issued CHECK (((revoked_at IS NULL) OR (number IS NOT NULL))),
  constraint result_verification_code UNIQUE (verification_code)
);
CREATE INDEX result_by_number ON services.result USING btree (number) WHERE (number IS NOT NULL);

create table services.shown_code (
  account_id uuid not null,
  dossier_id uuid not null,
  shown_at timestamp with time zone not null,
  constraint shown_code_pk PRIMARY KEY (account_id, dossier_id),
  constraint shown_code_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id)
);

create table services.supplement (
  id uuid not null,
  dossier_id uuid not null,
  pins jsonb not null,
  basis text,
  asked_at timestamp with time zone not null,
  asked_by text not null,
  due timestamp with time zone not null,
  answers jsonb not null default '{}'::jsonb,
  answered_at timestamp with time zone,
  days integer,
  constraint supplement_pk PRIMARY KEY (id),
  constraint supplement_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id)
);
CREATE INDEX supplement_by_dossier ON services.supplement USING btree (dossier_id, asked_at DESC);
CREATE INDEX supplement_waiting ON services.supplement USING btree (due) WHERE (answered_at IS NULL);

create table services.supplement_paper (
  supplement_id uuid not null,
  paper text not null,
  "position" integer not null,
  file_id uuid not null,
  origin text not null,
  source_paper_id uuid,
  source_result_id uuid,
  source_at timestamp with time zone,
  constraint supplement_paper_pk PRIMARY KEY (supplement_id, paper, "position"),
  constraint supplement_paper_file_id_fkey FOREIGN KEY (file_id) REFERENCES files.file(id),
  constraint supplement_paper_origin CHECK ((origin = ANY (ARRAY['uploaded'::text, 'earlier-paper'::text, 'earlier-result'::text]))),
  constraint supplement_paper_source CHECK ((((origin = 'earlier-paper'::text) = (source_paper_id IS NOT NULL)) AND ((origin = 'earlier-result'::text) = (source_result_id IS NOT NULL)) AND ((origin = ANY (ARRAY['earlier-paper'::text, 'earlier-result'::text])) = (source_at IS NOT NULL)))),
  constraint supplement_paper_source_paper_id_fkey FOREIGN KEY (source_paper_id) REFERENCES services.dossier_paper(id),
  constraint supplement_paper_source_result_id_fkey FOREIGN KEY (source_result_id) REFERENCES services.result(id),
  constraint supplement_paper_supplement_id_fkey FOREIGN KEY (supplement_id) REFERENCES services.supplement(id)
);
CREATE INDEX supplement_paper_by_file ON services.supplement_paper USING btree (file_id);

create table services.version_move (
  draft_id uuid not null,
  steps jsonb not null,
  finished_at timestamp with time zone,
  constraint version_move_pk PRIMARY KEY (draft_id),
  constraint version_move_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES services.procedure_draft(id)
);

create table services.version_move_dossier (
  draft_id uuid not null,
  dossier_id uuid not null,
  at timestamp with time zone not null,
  stays jsonb,
  from_version_id uuid not null,
  before jsonb not null,
  revision integer not null,
  constraint version_move_dossier_pk PRIMARY KEY (draft_id, dossier_id),
  constraint version_move_dossier_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id),
  constraint version_move_dossier_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES services.version_move(draft_id),
  constraint version_move_dossier_from_version_id_fkey FOREIGN KEY (from_version_id) REFERENCES services.procedure_version(id)
);
CREATE INDEX version_move_dossier_by_dossier ON services.version_move_dossier USING btree (dossier_id, at DESC);
CREATE INDEX version_move_dossier_stays ON services.version_move_dossier USING btree (draft_id, dossier_id) WHERE (stays IS NOT NULL);

CREATE TRIGGER index_change AFTER UPDATE OF is_open, folded ON services.dossier FOR EACH ROW WHEN (((old.is_open IS DISTINCT FROM new.is_open) OR (old.folded IS DISTINCT FROM new.folded))) EXECUTE FUNCTION services.index_change();
CREATE TRIGGER index_seen AFTER INSERT ON services.dossier_access REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION services.index_seen();

comment on table services.access_request is 'Who asked to read a dossier by its code, what for, and the answer of the unit at work on it.';
comment on column services.access_request.code is 'As it was asked for. Without a dossier there is none of that code; who asked is told the same.';
comment on table services.announced_procedure is 'Which version of a procedure a decision brought; of a repealed one the version that closes it.';
comment on table services.announcement is 'A decision that announces or repeals procedures, with its days (63/2010/NĐ-CP, art. 13-15; 92/2017/NĐ-CP).';
comment on table services.book_entry is 'Where a dossier stands in the book (Sổ theo dõi hồ sơ) of the counter that received it: one volume a counter and year.';
comment on table services.bundle_dossier is 'Dossiers that one filing started: each goes its own way, applicants see them together.';
comment on column services.bundle_dossier.bundle_id is 'The id of the leading dossier, which was that of the draft.';
comment on table services.catalogue_import is 'A catalogue of procedures as it came, byte by byte: what is made of it can be read anew.';
comment on table services.catalogue_record is 'One record of a catalogue: as it came, what was understood, and what was decided. `aside` is quarantined, `clear` differs without any doubt, `same` says nothing new.';
comment on column services.dossier.lookup_fact is 'Last four digits of the phone: the second fact for looking a dossier up without signing in.';
comment on column services.dossier.deadline is 'When the result is due; before reception and while the clock stands, the last known date (see clock_stop).';
comment on column services.dossier.finished_at is 'When the handling ended (result ready, refused, withdrawn): what "on time" is measured by.';
comment on column services.dossier.assisted_by is 'The officer who helped the applicant to file online; assisted_unit_id is the counter where.';
comment on column services.dossier.enterprise_id is 'Filed in the name of this enterprise: seen by who represents it that day, no longer by who only filed it.';
comment on column services.dossier.process_version_id is 'The version whose process it goes by since it was moved there; null: that of version_id, by whose form, papers, fees, limits and templates it always goes.';
comment on column services.dossier.by_e_identity is 'Filed online by an account that the national e-identity had confirmed (indicator 4.5).';
comment on column services.dossier_access.granted_at is 'Since when it counts; null for rows made before this was kept, which count since filing.';
comment on column services.dossier_access.ends_at is 'When it ends by itself: reading that was granted on request; what units have to do with a dossier does not end.';
comment on table services.dossier_co_applicant is 'Who filed together with the applicant, when and how each had confirmed; they see the dossier as the applicant does.';
comment on column services.dossier_co_applicant.confirmed is 'Themselves on their page, before the officer of a counter, or with their signature on the paper form.';
comment on column services.dossier_co_applicant.recorded_by is 'The officer who wrote down that they had confirmed; nobody where they did it themselves.';
comment on table services.dossier_event is 'The dossier''s history as people read it, in years; is_public = the applicant sees it too.';
comment on column services.dossier_paper.origin is 'How the file came into the dossier: sent by the applicant, scanned at a counter, used again from an earlier dossier or result, or from the national portal.';
comment on column services.dossier_paper.source_at is 'When what is used again was first handed in, or issued.';
comment on table services.dossier_search is 'What the search box looks into, kept by triggers as any index is: what a dossier is found by, when, and for whom. Who may see it is decided by services.dossier_access alone.';
comment on column services.dossier_search.text is 'Its words, folded; after an equals sign the code of its procedure.';
comment on column services.dossier_search.seen_by is 'For each principal that ever saw it, and for 0, which is everybody: the principal, in its year, and in its month of filing. See services.search_keys.';
comment on table services.draft is 'An application being written, by its applicant or by an officer of a counter, or a supplement at a counter: saved as it goes, kept 30 days, gone when filed.';
comment on column services.draft.id is 'Of a supplement at a counter that of its request in services.supplement, so that there is one.';
comment on column services.draft.account_id is 'Who writes it. At a counter a colleague may take it over.';
comment on column services.draft.typed is 'The form of a counter as it stands, so that also what cannot be read yet is kept.';
comment on column services.draft.writers is 'By question page, the mark of the open page in a browser that wrote it last.';
comment on table services.draft_co_applicant is 'Who is to file together with the writer of a draft: found by number and name, also when the account comes later.';
comment on column services.draft_co_applicant.page is 'The question page that is theirs to answer.';
comment on column services.draft_co_applicant.digest is 'What was confirmed: answers, papers, place and names of the draft at that time.';
comment on table services.draft_known is 'What national registers said that was taken into an application, as long as it is written: what is written otherwise since is told with its reason.';
comment on table services.ended_invitation is 'An invitation to file together that ended before anything was sent, so that its page can say so: kept as long as a draft, then swept.';
comment on column services.ended_invitation.how is 'Whether the draft was discarded, was kept no longer, or the name was taken out of it.';
comment on table services.fee_exemption is 'Who asked to pay less of a fee, by which ground, and what was decided. While it is asked the fee has no row and is not owed.';
comment on table services.known_use is 'What applicants took over instead of typing it: from where, for which question; never what it said.';
comment on table services.last_act is 'The last act on a dossier that can be taken back, and how it was before: for seconds only, then swept.';
comment on column services.last_act.tasks_after is 'Open tasks as the act left them, with their assignees: whoever took one since has acted.';
comment on table services.low_mark is 'A low mark is work for the head of the unit that handled the dossier: the citizen is answered.';
comment on table services.meeting is 'A council that considers a dossier, or an inspection on site, in one step of it: called first, then with minutes.';
comment on column services.meeting.members is 'Who took part, for which body, and what each said.';
comment on column services.meeting.conclusion is 'Whether what the law asks is met, as those who took part concluded.';
comment on table services.moved is 'What a reorganisation moved to other units, and how it was before: by this it is moved once, and back.';
comment on column services.moved.revision is 'Of a dossier when it was moved: later acts depend on the new organisation.';
comment on table services.obligation is 'A notice to pay (land tax, registration fee) that stops the clock of a dossier until it is paid.';
comment on table services.offline_reception is 'Dossiers that were received without a line, and the provisional slip that was given for each.';
comment on column services.offline_reception.received_at is 'When it was handed in: from then its time runs.';
comment on table services.paper_reuse is 'Of each dossier for which the province already had papers that it asks for: how many of them when it was filed and when a supplement was answered, and how many were used again.';
comment on table services.postal_order is 'What the postal service carries for a dossier, and how far it is.';
comment on column services.postal_order.step is 'Of a delivery: the step that hands this result over; a dossier may have several.';
comment on column services.postal_order.state is 'asked: nobody told the post yet; with-post; done: handed over at its end; returned: came back, or nothing was there to collect; fetched: what came back was given at the counter.';
comment on column services.postal_order.wanted_on is 'Of a pick-up: the day that suits the citizen.';
comment on column services.postal_order.list_id is 'The numbered list with which it was given to the post; several orders share one.';
comment on table services.procedure is 'The days on which each version of a procedure counts, with what people search by; a version that was replaced before its day has no row.';
comment on column services.procedure.valid_to is 'The day from which another version counts; the end that a declaration gives for itself stands in the declaration.';
comment on table services.procedure_draft is 'A version of a procedure that officials write on screen, until another of them approves it.';
comment on column services.procedure_draft.base_version_id is 'The version it began with; null = a procedure that is new.';
comment on column services.procedure_draft.owner_key is 'The unit that decides by it, which is whose officials write it; null = a body of every area, written by the province.';
comment on column services.procedure_draft.declaration is 'As typed, also where it is not right yet; with its keys in their order (json, not jsonb).';
comment on column services.procedure_draft.writers is 'The accounts that wrote or submitted any of it: none of them approves it.';
comment on column services.procedure_draft.remark is 'Why it was sent back to be written on.';
comment on column services.procedure_draft.document is 'The decision that announces it.';
comment on column services.procedure_draft.merged_version_id is 'The declared version that was held back behind an edited one, and that this draft takes in.';
comment on column services.procedure_draft.conflicts is 'Places that both changed, named by the ids of their elements, each with both values and which was chosen.';
comment on table services.procedure_version is 'Published procedures; a version never changes, and a dossier keeps the one it began with.';
comment on column services.procedure_version.declaration is 'As published, with its keys in their order (json, not jsonb): steps are shown as they were written.';
comment on column services.procedure_version.origin is 'Whether the systems declare it, a file brought it or officials edited it: what is declared unchanged does not push out what came since.';
comment on column services.rating.channel is 'How it came: from the account, by the link in a message, at a desk under an officer''s eyes, or at a kiosk of the hall; the last two are counted apart.';
comment on column services.rating.kiosk_name is 'What the kiosk was called when the mark was given on it.';
comment on table services.rating_link is 'One link a dossier, with which it is rated once without signing in; only its SHA-256 is kept.';
comment on column services.result.document is 'What the paper says, as data; printed from it at any time, and frozen once issued.';
comment on column services.result.signer_capacity is 'In what right a deputy or delegate signed, as printed above the position: KT. GIÁM ĐỐC (Decree 30/2020 art. 13).';
comment on column services.result.revoked_by is 'Who revoked it, with their post; null also where that was before this was kept.';
comment on column services.result.revoked_for is 'The reason, as its holder reads it; never shown to whoever only checks the paper.';
comment on column services.result.revoked_decision is 'The decision by which it was revoked, where there is one.';
comment on table services.shown_code is 'Accounts that nobody vouches for and that showed the code and second fact of a receipt: they see that dossier.';
comment on column services.supplement.days is 'The working days that the applicant was given; null for requests made before they were kept.';
comment on table services.version_move is 'That a version takes open dossiers too from its day on: at which step of it each goes on.';
comment on column services.version_move.steps is 'By the id of the version whose process a dossier goes by, for each of its steps the step of the new one; null: such a dossier stays.';
comment on column services.version_move.finished_at is 'When no dossier was left to look at; what is filed late by an earlier version is still taken.';
comment on table services.version_move_dossier is 'What became of an open dossier when a version took open ones too: by this each is looked at once, and brought back.';
comment on column services.version_move_dossier.stays is 'Why it stays on its version, in words; null: it was moved.';
comment on column services.version_move_dossier.from_version_id is 'The version whose process it went by before.';
comment on column services.version_move_dossier.before is 'Where it stood in that process.';
comment on column services.version_move_dossier.revision is 'Of the dossier after it: while it is the same nobody has acted on it since.';

grant insert, select, update on services.access_request to lien_thong_app;
grant insert, select on services.announced_procedure to lien_thong_app;
grant insert, select on services.announcement to lien_thong_app;
grant insert, select on services.book_entry to lien_thong_app;
grant insert, select on services.bundle_dossier to lien_thong_app;
grant delete, insert, select, update on services.catalogue_import to lien_thong_app;
grant delete, insert, select, update on services.catalogue_record to lien_thong_app;
grant insert, select, update on services.clock_stop to lien_thong_app;
grant insert, select, update on services.dossier to lien_thong_app;
grant delete, insert, select, update on services.dossier_access to lien_thong_app;
grant insert, select, update on services.dossier_co_applicant to lien_thong_app;
grant insert, select, update on services.dossier_event to lien_thong_app;
grant insert, select, update on services.dossier_paper to lien_thong_app;
grant insert, select, update on services.dossier_search to lien_thong_app;
grant delete, insert, select, update on services.draft to lien_thong_app;
grant delete, insert, select, update on services.draft_co_applicant to lien_thong_app;
grant delete, insert, select, update on services.draft_known to lien_thong_app;
grant delete, insert, select, update on services.draft_paper to lien_thong_app;
grant delete, insert, select, update on services.ended_invitation to lien_thong_app;
grant insert, select, update on services.fee to lien_thong_app;
grant insert, select, update on services.fee_exemption to lien_thong_app;
grant insert, select, update on services.handover to lien_thong_app;
grant insert, select, update on services.handover_item to lien_thong_app;
grant insert, select on services.known_use to lien_thong_app;
grant delete, insert, select, update on services.last_act to lien_thong_app;
grant insert, select, update on services.low_mark to lien_thong_app;
grant insert, select, update on services.meeting to lien_thong_app;
grant delete, insert, select on services.moved to lien_thong_app;
grant insert, select on services.obligation to lien_thong_app;
grant insert, select on services.offline_reception to lien_thong_app;
grant insert, select, update on services.paper_reuse to lien_thong_app;
grant insert, select, update on services.postal_order to lien_thong_app;
grant delete, insert, select, update on services.procedure to lien_thong_app;
grant insert, select, update on services.procedure_draft to lien_thong_app;
grant insert, select, update on services.procedure_version to lien_thong_app;
grant insert, select, update on services.rating to lien_thong_app;
grant delete, insert, select, update on services.rating_link to lien_thong_app;
grant insert, select, update on services.result to lien_thong_app;
grant insert, select on services.shown_code to lien_thong_app;
grant insert, select, update on services.supplement to lien_thong_app;
grant delete, insert, select, update on services.supplement_paper to lien_thong_app;
grant delete, insert, select, update on services.version_move to lien_thong_app;
grant insert, select on services.version_move_dossier to lien_thong_app;
