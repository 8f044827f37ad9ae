create table directory.appointment (
  id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  kind text not null,
  valid_from date not null,
  valid_to date,
  decision text,
  constraint appointment_pk PRIMARY KEY (id),
  constraint appointment_kind CHECK ((kind = ANY (ARRAY['regular'::text, 'acting'::text, 'secondment'::text]))),
  constraint appointment_period CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
  constraint appointment_person_id_fkey FOREIGN KEY (person_id) REFERENCES directory.person(id),
  constraint appointment_post_id_fkey FOREIGN KEY (post_id) REFERENCES directory.post(id)
);
CREATE INDEX appointment_by_person ON directory.appointment USING btree (person_id);
CREATE INDEX appointment_by_post ON directory.appointment USING btree (post_id);

create table directory.area (
  code text not null,
  valid_from date not null,
  valid_to date,
  tier text not null,
  name text not null,
  folded text not null generated always as (kernel.fold(name)) stored,
  parent_code text,
  constraint area_pk PRIMARY KEY (code, valid_from),
  constraint area_period CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
);
CREATE INDEX area_by_name ON directory.area USING gin (folded gin_trgm_ops);
CREATE INDEX area_by_parent ON directory.area USING btree (parent_code);

create table directory.area_succession (
  reorganization_id uuid not null,
  from_code text not null,
  to_code text not null,
  effective_on date not null,
  share double precision,
  constraint area_succession_pk PRIMARY KEY (reorganization_id, from_code, to_code),
  constraint area_succession_reorganization_id_fkey FOREIGN KEY (reorganization_id) REFERENCES directory.reorganization(id)
);
CREATE INDEX area_succession_by_from ON directory.area_succession USING btree (from_code);

create table directory.book_succession (
  reorganization_id uuid not null,
  unit_id uuid not null,
  effective_on date not null,
  book_unit_id uuid not null,
  since date,
  constraint book_succession_pk PRIMARY KEY (reorganization_id, unit_id),
  constraint book_succession_book_unit_id_fkey FOREIGN KEY (book_unit_id) REFERENCES directory.unit(id),
  constraint book_succession_reorganization_id_fkey FOREIGN KEY (reorganization_id) REFERENCES directory.reorganization(id),
  constraint book_succession_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES directory.unit(id)
);
CREATE INDEX book_succession_by_unit ON directory.book_succession USING btree (unit_id, effective_on);

create table directory.boundary (
  id uuid not null,
  area_code text not null,
  valid_from date not null,
  valid_to date,
  geometry jsonb not null,
  box double precision[] not null,
  square_kilometres double precision not null,
  is_joined boolean not null default false,
  source text not null,
  licence text,
  import_id uuid,
  written_at timestamp with time zone not null,
  constraint boundary_pk PRIMARY KEY (id),
  constraint boundary_box CHECK ((array_length(box, 1) = 4)),
  constraint boundary_import_fk FOREIGN KEY (import_id) REFERENCES directory.boundary_import(id),
  constraint boundary_period CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);
CREATE INDEX boundary_by_area ON directory.boundary USING btree (area_code, valid_from);
CREATE INDEX boundary_by_import ON directory.boundary USING btree (import_id) WHERE (import_id IS NOT NULL);

create table directory.boundary_import (
  id uuid not null,
  file_name text not null,
  source text not null,
  licence text,
  holds_from date not null,
  status text not null default 'draft'::text,
  content text not null,
  outcomes jsonb,
  counts jsonb not null,
  created_by text not null,
  created_by_name text not null,
  created_at timestamp with time zone not null,
  done_at timestamp with time zone,
  undone_at timestamp with time zone,
  constraint boundary_import_pk PRIMARY KEY (id),
  constraint boundary_import_kept CHECK (((status = 'draft'::text) = (outcomes IS NULL))),
  constraint boundary_import_status CHECK ((status = ANY (ARRAY['draft'::text, 'done'::text, 'undone'::text])))
);
CREATE INDEX boundary_import_newest ON directory.boundary_import USING btree (created_at DESC, id);

create table directory.competence (
  reorganization_id uuid not null,
  number integer not null,
  effective_on date not null,
  from_tier text,
  from_agency text,
  from_division text,
  procedures text[],
  to_tier text,
  to_agency text,
  to_division text,
  constraint competence_pk PRIMARY KEY (reorganization_id, number),
  constraint competence_from CHECK (((from_tier IS NULL) <> (from_agency IS NULL))),
  constraint competence_reorganization_id_fkey FOREIGN KEY (reorganization_id) REFERENCES directory.reorganization(id),
  constraint competence_to CHECK (((to_tier IS NULL) <> (to_agency IS NULL)))
);

create table directory.delegation (
  id uuid not null,
  from_post_id uuid not null,
  to_post_id uuid not null,
  kind text not null,
  permissions text[],
  valid_from date not null,
  valid_to date not null,
  document text,
  reason text,
  created_by text not null,
  created_at timestamp with time zone not null default now(),
  revoked_at timestamp with time zone,
  constraint delegation_pk PRIMARY KEY (id),
  constraint delegation_from_post_id_fkey FOREIGN KEY (from_post_id) REFERENCES directory.post(id),
  constraint delegation_kind CHECK ((kind = ANY (ARRAY['delegation'::text, 'absence'::text, 'order'::text]))),
  constraint delegation_other CHECK ((from_post_id <> to_post_id)),
  constraint delegation_period CHECK ((valid_to > valid_from)),
  constraint delegation_to_post_id_fkey FOREIGN KEY (to_post_id) REFERENCES directory.post(id)
);
CREATE INDEX delegation_by_giver ON directory.delegation USING btree (from_post_id);
CREATE INDEX delegation_by_receiver ON directory.delegation USING btree (to_post_id);

create table directory.enterprise (
  id uuid not null,
  code text not null,
  name text not null,
  folded text not null generated always as (kernel.fold(name)) stored,
  address jsonb,
  phone text,
  email text,
  constraint enterprise_pk PRIMARY KEY (id),
  constraint enterprise_code UNIQUE (code)
);

create table directory.import (
  id uuid not null,
  file_name text not null,
  status text not null default 'draft'::text,
  content jsonb,
  outcomes jsonb,
  counts jsonb not null,
  created_by text not null,
  created_by_name text not null,
  created_at timestamp with time zone not null,
  done_at timestamp with time zone,
  undone_at timestamp with time zone,
  constraint import_pk PRIMARY KEY (id),
  constraint import_kept CHECK ((((status = 'draft'::text) = (content IS NOT NULL)) AND ((status = 'draft'::text) = (outcomes IS NULL)))),
  constraint import_status CHECK ((status = ANY (ARRAY['draft'::text, 'done'::text, 'undone'::text])))
);
CREATE INDEX import_newest ON directory.import USING btree (created_at DESC, id);

create table directory.imported_row (
  import_id uuid not null,
  number integer not null,
  entity text not null,
  key text not null,
  valid_from date,
  was_added boolean not null,
  valid_to date,
  said jsonb,
  constraint imported_row_pk PRIMARY KEY (import_id, number),
  constraint imported_row_entity CHECK ((entity = ANY (ARRAY['unit_version'::text, 'post'::text, 'appointment'::text, 'person'::text, 'account'::text]))),
  constraint imported_row_import_fk FOREIGN KEY (import_id) REFERENCES directory.import(id)
);

create table directory.key_succession (
  reorganization_id uuid not null,
  from_key integer not null,
  to_unit_id uuid not null,
  to_key integer not null,
  effective_on date not null,
  is_only boolean not null,
  constraint key_succession_pk PRIMARY KEY (reorganization_id, from_key, to_unit_id),
  constraint key_succession_from_key_fkey FOREIGN KEY (from_key) REFERENCES directory.principal(key),
  constraint key_succession_reorganization_id_fkey FOREIGN KEY (reorganization_id) REFERENCES directory.reorganization(id),
  constraint key_succession_to_key_fkey FOREIGN KEY (to_key) REFERENCES directory.principal(key),
  constraint key_succession_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES directory.unit(id)
);
CREATE INDEX key_succession_by_new ON directory.key_succession USING btree (to_key) WHERE is_only;

create table directory.mandate (
  id uuid not null,
  giver_id uuid not null,
  holder_id uuid,
  holder_number text not null,
  holder_name text not null,
  holder_folded text not null generated always as (kernel.fold(holder_name)) stored,
  kind text not null,
  may text[] not null,
  procedures text[],
  valid_from date not null,
  valid_to date not null,
  document text,
  given_at timestamp with time zone not null,
  given_by text not null,
  answer text,
  answered_at timestamp with time zone,
  ended_at timestamp with time zone,
  enterprise_id uuid,
  constraint mandate_pk PRIMARY KEY (id),
  constraint mandate_accepted CHECK (((answer IS DISTINCT FROM 'accepted'::text) OR (holder_id IS NOT NULL))),
  constraint mandate_answer CHECK ((answer = ANY (ARRAY['accepted'::text, 'declined'::text]))),
  constraint mandate_answered CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint mandate_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES directory.enterprise(id),
  constraint mandate_giver_id_fkey FOREIGN KEY (giver_id) REFERENCES directory.person(id),
  constraint mandate_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES directory.person(id),
  constraint mandate_kind CHECK ((kind = ANY (ARRAY['authorised'::text, 'guardian'::text]))),
  constraint mandate_may CHECK (((may <> '{}'::text[]) AND (may <@ ARRAY['file'::text, 'follow'::text, 'receive'::text]))),
  constraint mandate_other CHECK ((giver_id <> holder_id)),
  constraint mandate_period CHECK ((valid_to > valid_from))
);
CREATE INDEX mandate_by_enterprise ON directory.mandate USING btree (enterprise_id) WHERE (enterprise_id IS NOT NULL);
CREATE INDEX mandate_by_giver ON directory.mandate USING btree (giver_id);
CREATE INDEX mandate_by_holder ON directory.mandate USING btree (holder_id) WHERE ((answer = 'accepted'::text) AND (ended_at IS NULL));
CREATE INDEX mandate_by_number ON directory.mandate USING btree (holder_number) WHERE ((holder_id IS NULL) AND (ended_at IS NULL));
CREATE INDEX mandate_of_holder ON directory.mandate USING btree (holder_id) WHERE (holder_id IS NOT NULL);

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
  created_at timestamp with time zone not null default now(),
  merged_into uuid,
  constraint person_pk PRIMARY KEY (id),
  constraint person_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES directory.person(id),
  constraint person_sex CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text])))
);
CREATE INDEX person_by_merged ON directory.person USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX person_by_name ON directory.person USING gin (folded gin_trgm_ops);
CREATE INDEX person_by_phone ON directory.person USING btree (phone) WHERE (phone IS NOT NULL);
CREATE UNIQUE INDEX person_personal_id ON directory.person USING btree (personal_id) WHERE (personal_id IS NOT NULL);

create table directory.plan_save (
  reorganization_id uuid not null,
  revision integer not null,
  saved_by text not null,
  saved_at timestamp with time zone not null,
  changes jsonb not null,
  constraint plan_save_pk PRIMARY KEY (reorganization_id, revision),
  constraint plan_save_reorganization_id_fkey FOREIGN KEY (reorganization_id) REFERENCES directory.reorganization(id)
);

create table directory.post (
  id uuid not null,
  key integer not null,
  unit_id uuid not null,
  function text not null,
  title text not null,
  valid_from date not null,
  valid_to date,
  folded text not null generated always as (kernel.fold(title)) stored,
  staffing text not null default 'civil-servant'::text,
  constraint post_pk PRIMARY KEY (id),
  constraint post_key_fkey FOREIGN KEY (key) REFERENCES directory.principal(key),
  constraint post_staffing CHECK ((staffing = ANY (ARRAY['civil-servant'::text, 'public-employee'::text, 'contract'::text]))),
  constraint post_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES directory.unit(id)
);
CREATE INDEX post_by_title ON directory.post USING gin (folded gin_trgm_ops);
CREATE INDEX post_by_unit ON directory.post USING btree (unit_id, function);

create table directory.principal (
  key integer not null generated always as identity,
  kind text not null,
  unit_id uuid not null,
  post_id uuid,
  function text,
  constraint principal_pk PRIMARY KEY (key),
  constraint principal_kind CHECK ((kind = ANY (ARRAY['unit'::text, 'post'::text, 'function'::text]))),
  constraint principal_post_fk FOREIGN KEY (post_id) REFERENCES directory.post(id) DEFERRABLE INITIALLY DEFERRED,
  constraint principal_shape CHECK ((((kind = 'unit'::text) AND (post_id IS NULL) AND (function IS NULL)) OR ((kind = 'post'::text) AND (post_id IS NOT NULL) AND (function IS NULL)) OR ((kind = 'function'::text) AND (post_id IS NULL) AND (function IS NOT NULL)))),
  constraint principal_unit_fk FOREIGN KEY (unit_id) REFERENCES directory.unit(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX principal_by_unit ON directory.principal USING btree (unit_id);
CREATE UNIQUE INDEX principal_function ON directory.principal USING btree (unit_id, function) WHERE (kind = 'function'::text);
CREATE UNIQUE INDEX principal_post ON directory.principal USING btree (post_id) WHERE (kind = 'post'::text);
CREATE UNIQUE INDEX principal_unit ON directory.principal USING btree (unit_id) WHERE (kind = 'unit'::text);

create table directory.quota (
  unit_id uuid not null,
  staffing text not null,
  valid_from date not null,
  valid_to date,
  number integer not null,
  document text not null,
  constraint quota_pk PRIMARY KEY (unit_id, staffing, valid_from),
  constraint quota_number CHECK ((number >= 0)),
  constraint quota_period CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
  constraint quota_staffing CHECK ((staffing = ANY (ARRAY['civil-servant'::text, 'public-employee'::text, 'contract'::text]))),
  constraint quota_unit_fk FOREIGN KEY (unit_id) REFERENCES directory.unit(id)
);

create table directory.reorganization (
  id uuid not null,
  title text not null,
  document text not null,
  effective_on date not null,
  plan jsonb not null,
  status text not null default 'draft'::text,
  created_by text not null,
  created_at timestamp with time zone not null,
  scheduled_by text,
  scheduled_at timestamp with time zone,
  finished_at timestamp with time zone,
  undone_by text,
  undone_at timestamp with time zone,
  moved integer not null default 0,
  preview jsonb,
  revision integer not null default 1,
  constraint reorganization_pk PRIMARY KEY (id),
  constraint reorganization_status CHECK ((status = ANY (ARRAY['draft'::text, 'scheduled'::text, 'done'::text, 'undoing'::text, 'undone'::text])))
);

create table directory.reorganized_row (
  reorganization_id uuid not null,
  number integer not null,
  entity text not null,
  key text not null,
  valid_from date,
  was_added boolean not null,
  valid_to date,
  constraint reorganized_row_pk PRIMARY KEY (reorganization_id, number),
  constraint reorganized_row_entity CHECK ((entity = ANY (ARRAY['area'::text, 'boundary'::text, 'unit_version'::text, 'post'::text, 'appointment'::text, 'delegation'::text]))),
  constraint reorganized_row_reorganization_id_fkey FOREIGN KEY (reorganization_id) REFERENCES directory.reorganization(id)
);

create table directory.representative (
  enterprise_id uuid not null,
  person_id uuid not null,
  "position" text not null,
  valid_from date not null,
  valid_to date,
  constraint representative_pk PRIMARY KEY (enterprise_id, person_id, valid_from),
  constraint representative_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES directory.enterprise(id),
  constraint representative_person_id_fkey FOREIGN KEY (person_id) REFERENCES directory.person(id)
);
CREATE INDEX representative_by_person ON directory.representative USING btree (person_id);

create table directory.role (
  function text not null,
  title jsonb not null,
  permissions jsonb not null,
  constraint role_pk PRIMARY KEY (function)
);

create table directory.transfer (
  id uuid not null,
  person_id uuid not null,
  document text not null,
  decided_on date not null,
  reason text,
  effective_on date not null,
  leaves boolean not null,
  changes jsonb not null,
  decided_by text not null,
  decided_at timestamp with time zone not null,
  cancelled_by text,
  cancelled_at timestamp with time zone,
  constraint transfer_pk PRIMARY KEY (id),
  constraint transfer_person_id_fkey FOREIGN KEY (person_id) REFERENCES directory.person(id)
);
CREATE INDEX transfer_by_day ON directory.transfer USING btree (effective_on, id);
CREATE INDEX transfer_by_person ON directory.transfer USING btree (person_id, effective_on);
CREATE INDEX transfer_leaving ON directory.transfer USING btree (person_id) WHERE (leaves AND (cancelled_at IS NULL));

create table directory.unit (
  id uuid not null,
  code text not null,
  key integer not null,
  constraint unit_pk PRIMARY KEY (id),
  constraint unit_code UNIQUE (code),
  constraint unit_key_fkey FOREIGN KEY (key) REFERENCES directory.principal(key)
);

create table directory.unit_succession (
  reorganization_id uuid not null,
  from_unit_id uuid not null,
  to_unit_id uuid not null,
  area_code text,
  effective_on date not null,
  is_heir boolean not null,
  constraint unit_succession_pk PRIMARY KEY (reorganization_id, from_unit_id, to_unit_id),
  constraint unit_succession_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES directory.unit(id),
  constraint unit_succession_reorganization_id_fkey FOREIGN KEY (reorganization_id) REFERENCES directory.reorganization(id),
  constraint unit_succession_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES directory.unit(id)
);
CREATE INDEX unit_succession_by_from ON directory.unit_succession USING btree (from_unit_id);
CREATE INDEX unit_succession_by_to ON directory.unit_succession USING btree (to_unit_id) WHERE is_heir;

create table directory.unit_version (
  unit_id uuid not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  short_name text,
  kind text not null,
  tier text not null,
  parent_id uuid,
  agency_id uuid not null,
  area_code text,
  organ_code text,
  address text,
  phone text,
  folded text not null generated always as (kernel.fold((name || COALESCE((' '::text || short_name), ''::text)))) stored,
  tax_code text,
  constraint unit_version_pk PRIMARY KEY (unit_id, valid_from),
  constraint unit_version_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.unit(id),
  constraint unit_version_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES directory.unit(id),
  constraint unit_version_period CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
  constraint unit_version_tax_code CHECK ((tax_code ~ '^\d{10}(-\d{3})?$'::text)),
  constraint unit_version_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES directory.unit(id)
);
CREATE INDEX unit_version_by_agency ON directory.unit_version USING btree (agency_id);
CREATE INDEX unit_version_by_area ON directory.unit_version USING btree (area_code, kind);
CREATE INDEX unit_version_by_name ON directory.unit_version USING gin (folded gin_trgm_ops);
CREATE INDEX unit_version_by_organ_code ON directory.unit_version USING btree (organ_code) WHERE (organ_code IS NOT NULL);
CREATE INDEX unit_version_by_parent ON directory.unit_version USING btree (parent_id);

comment on table directory.area is 'Administrative units, one row a version; valid_to is exclusive.';
comment on table directory.area_succession is 'Which administrative unit holds the territory of an earlier one; several after a split, with the share of its area.';
comment on table directory.book_succession is 'Whose books of numbers a unit writes in from a day on, and since when these run; null: since there are any.';
comment on table directory.boundary is 'Where an area lies, one row a version; valid_to is exclusive, and the first day where another took its place at once.';
comment on column directory.boundary.geometry is 'A polygon or several, in degrees of WGS 84 (RFC 7946).';
comment on column directory.boundary.box is 'West, south, east, north: computed of the geometry.';
comment on column directory.boundary.is_joined is 'Made of the boundaries of the areas that were merged into it, until a better one is brought in.';
comment on table directory.boundary_import is 'A file of boundaries, where it comes from, and what became of each of its features.';
comment on column directory.boundary_import.content is 'The file as it was sent: what was set aside of it is not lost.';
comment on table directory.competence is 'Which body does from a day on what processes still name another for.';
comment on column directory.delegation.permissions is 'What is handed over; null = all of the post. Nothing delegated is delegated on.';
comment on table directory.import is 'A spreadsheet of units, posts and officials, and what became of its lines.';
comment on column directory.import.content is 'The lines as they were written, until they are carried out: compared with the directory whenever they are looked at.';
comment on column directory.import.outcomes is 'What was done about each line; of one that was set aside why, with its cells.';
comment on table directory.imported_row is 'What an import added to the directory, and until when what it ended would have held: by this it is undone.';
comment on column directory.imported_row.said is 'Of a person who was known: what was not, as it was added.';
comment on table directory.key_succession is 'Who works on what was addressed to a post or function that is no more, in each unit that takes over.';
comment on column directory.key_succession.is_only is 'No other unit takes over: the work is theirs from the first minute, before it is moved.';
comment on table directory.mandate is 'What one person may do for another, until a day (Civil Code 2015 art. 138, 562): authorised, or guardian by a document.';
comment on column directory.mandate.holder_id is 'Set by whoever accepts it: number and name must both be theirs.';
comment on column directory.mandate.procedures is 'Codes of procedures; null = all.';
comment on column directory.mandate.valid_to is 'The first day without it.';
comment on column directory.mandate.enterprise_id is 'Given in the name of an enterprise, by whoever represents it by law; null = by a person for their own matters.';
comment on table directory.person is 'People, officials and citizens alike: one row a human being. Names and numbers are personal data.';
comment on column directory.person.merged_into is 'The same human being as this one, to whom everything of theirs went.';
comment on table directory.plan_save is 'Who changed the draft of a plan when, and what of it, in words.';
comment on table directory.post is 'A place in a unit that someone holds; rights belong to it, not to the person.';
comment on column directory.post.staffing is 'Against which quota whoever holds it counts.';
comment on table directory.quota is 'How many officials a unit, with the parts of it that are no agency of their own, may have of a kind; by a decision.';
comment on table directory.reorganization is 'A change of the organisation as one act: its plan, and how far it has come.';
comment on column directory.reorganization.plan is 'As the decision says it; what follows from it for each unit is written out when it is scheduled.';
comment on column directory.reorganization.preview is 'What it was going to touch when it was scheduled: afterwards the organisation is changed, and cannot tell.';
comment on table directory.reorganized_row is 'What a reorganisation added to the directory, and until when what it ended would have held: by this it is undone.';
comment on table directory.role is 'What a post with this function may do and how far, as declared: permission → reach.';
comment on table directory.transfer is 'One decision about one official: posts that end and begin on a day, or that they leave altogether.';
comment on column directory.transfer.changes is 'Appointments that it began, and what it ended with how long that would have held: by these it is cancelled exactly.';
comment on table directory.unit is 'The identity of a body or part of one; what changes with time is in unit_version.';
comment on table directory.unit_succession is 'Which unit takes over from one that is no more; of several, each for its area, one is heir to what was finished before.';
comment on column directory.unit_version.agency_id is 'The nearest body above (or the unit itself) that is an agency of its own, not a division or counter.';

grant delete, insert, select, update on directory.appointment to lien_thong_app;
grant delete, insert, select, update on directory.area to lien_thong_app;
grant delete, insert, select on directory.area_succession to lien_thong_app;
grant delete, insert, select on directory.book_succession to lien_thong_app;
grant delete, insert, select, update on directory.boundary to lien_thong_app;
grant delete, insert, select, update on directory.boundary_import to lien_thong_app;
grant delete, insert, select on directory.competence to lien_thong_app;
grant insert, select, update on directory.delegation to lien_thong_app;
grant insert, select, update on directory.enterprise to lien_thong_app;
grant delete, insert, select, update on directory.import to lien_thong_app;
grant delete, insert, select on directory.imported_row to lien_thong_app;
grant delete, insert, select on directory.key_succession to lien_thong_app;
grant insert, select, update on directory.mandate to lien_thong_app;
grant delete, insert, select, update on directory.person to lien_thong_app;
grant insert, select on directory.plan_save to lien_thong_app;
grant insert, select, update on directory.post to lien_thong_app;
grant insert, select, update on directory.principal to lien_thong_app;
grant usage on directory.principal_key_seq to lien_thong_app;
grant insert, select, update on directory.quota to lien_thong_app;
grant insert, select, update on directory.reorganization to lien_thong_app;
grant delete, insert, select on directory.reorganized_row to lien_thong_app;
grant insert, select, update on directory.representative to lien_thong_app;
grant insert, select, update on directory.role to lien_thong_app;
grant insert, select, update on directory.transfer to lien_thong_app;
grant insert, select, update on directory.unit to lien_thong_app;
grant delete, insert, select on directory.unit_succession to lien_thong_app;
grant delete, insert, select, update on directory.unit_version to lien_thong_app;
