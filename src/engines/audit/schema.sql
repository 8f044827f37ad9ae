CREATE OR REPLACE FUNCTION audit.current_xid()
 RETURNS xid8
 LANGUAGE sql
AS $function$ select (pg_current_xact_id()::text::bigint + audit.xid_shift())::text::xid8 $function$;
CREATE OR REPLACE FUNCTION audit.prepare()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET lock_timeout TO '2s'
AS $function$
declare
  reached bigint;
begin
  -- Any constant of the audit engine; two processes that start at once would shift twice.
  perform pg_advisory_xact_lock(7240011);
  perform kernel.make_partitions();
  select greatest(
    coalesce((select to_xid::text::bigint from audit.seal order by number desc limit 1), 0),
    coalesce((select xid::text::bigint + 1 from audit.entry order by xid desc limit 1), 0)) into reached;
  if pg_snapshot_xmax(pg_current_snapshot())::text::bigint + audit.xid_shift() < reached then
    execute format(
      'create or replace function audit.xid_shift() returns bigint language sql stable parallel safe as %L',
      format('select %s::bigint', reached));
  end if;
end $function$;
CREATE OR REPLACE FUNCTION audit.xid_shift()
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$select 0::bigint$function$;

create table audit.beginning (
  seal bigint not null,
  leaves bytea not null,
  part text not null,
  at timestamp with time zone not null,
  constraint beginning_pk PRIMARY KEY (seal),
  constraint beginning_leaves CHECK ((((octet_length(leaves) % 32) = 0) AND (octet_length(leaves) < (256 * 32)))),
  constraint beginning_seal FOREIGN KEY (seal) REFERENCES audit.seal(number)
);

create table audit.entry (
  id uuid not null,
  at timestamp with time zone not null,
  xid xid8 not null default audit.current_xid(),
  account text not null,
  operation text not null,
  kind text not null,
  outcome text not null,
  request_id text not null,
  post_id text,
  post_title text,
  unit_id text,
  unit_name text,
  objects text[],
  actor_name text,
  on_behalf text,
  purpose text,
  address text,
  subjects uuid[],
  details json,
  salt bytea,
  erased_digest bytea,
  digest bytea not null,
  constraint entry_pk PRIMARY KEY (at, id),
  constraint entry_digest CHECK ((octet_length(digest) = 32)),
  constraint entry_kind CHECK ((kind = ANY (ARRAY['read'::text, 'write'::text]))),
  constraint entry_outcome CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text]))),
  constraint entry_personal CHECK (((salt IS NULL) <> (erased_digest IS NULL)))
) partition by RANGE (at);
CREATE INDEX entry_by_account ON ONLY audit.entry USING btree (account, at);
CREATE INDEX entry_by_object_and_subject ON ONLY audit.entry USING gin (objects, subjects) WITH (gin_pending_list_limit='256');
CREATE INDEX entry_by_operation ON ONLY audit.entry USING btree (operation, at);
CREATE INDEX entry_by_unit ON ONLY audit.entry USING btree (unit_id, at);
CREATE INDEX entry_by_xid ON ONLY audit.entry USING btree (xid);
CREATE INDEX entry_refused ON ONLY audit.entry USING btree (at) WHERE (outcome = 'refused'::text);

create table audit.frontier (
  one boolean not null default true,
  hashes bytea not null,
  constraint frontier_pk PRIMARY KEY (one),
  constraint frontier_one CHECK (one)
);

create table audit.head (
  tree_size bigint not null,
  root bytea not null,
  seal bigint not null,
  at timestamp with time zone not null,
  key_id bytea not null,
  signature bytea not null,
  constraint head_pk PRIMARY KEY (tree_size),
  constraint head_key_id FOREIGN KEY (key_id) REFERENCES audit.signing_key(id),
  constraint head_lengths CHECK (((octet_length(root) = 32) AND (octet_length(signature) = 64)))
);
CREATE INDEX head_by_at ON audit.head USING btree (at);

create table audit.node (
  level smallint not null,
  index bigint not null,
  hash bytea not null,
  constraint node_pk PRIMARY KEY (level, index),
  constraint node_level CHECK ((level = ANY (ARRAY[8, 16, 24, 32, 40])))
);

create table audit.seal (
  number bigint not null,
  from_xid xid8 not null,
  to_xid xid8 not null,
  entry_count integer not null,
  tree_size bigint not null,
  root bytea not null,
  previous bytea not null,
  digest bytea not null,
  at timestamp with time zone not null,
  constraint seal_pk PRIMARY KEY (number),
  constraint seal_by_tree_size UNIQUE (tree_size),
  constraint seal_by_xid UNIQUE (to_xid),
  constraint seal_counts CHECK (((number > 0) AND (entry_count > 0) AND (tree_size >= entry_count) AND (to_xid > from_xid))),
  constraint seal_digests CHECK (((octet_length(root) = 32) AND (octet_length(previous) = 32) AND (octet_length(digest) = 32)))
);

create table audit.signing_key (
  id bytea not null,
  public_key bytea not null,
  since timestamp with time zone not null,
  endorsed_by bytea,
  endorsement bytea,
  constraint signing_key_pk PRIMARY KEY (id),
  constraint signing_key_endorsed_by FOREIGN KEY (endorsed_by) REFERENCES audit.signing_key(id),
  constraint signing_key_endorsement CHECK (((endorsed_by IS NULL) = (endorsement IS NULL))),
  constraint signing_key_id CHECK (((octet_length(public_key) = 32) AND (id = sha256(public_key))))
);

create table audit.verification (
  at timestamp with time zone not null,
  is_whole boolean not null,
  from_size bigint not null,
  tree_size bigint not null,
  root bytea not null,
  findings integer not null,
  constraint verification_pk PRIMARY KEY (at)
);

comment on table audit.beginning is 'Behind which seal the trail begins here, each time a month left for its archive; the highest counts. Its entry audit.archivePart says the same in the trail.';
comment on column audit.beginning.leaves is 'Leaves behind the last complete subtree of 256: with the nodes they make the tree up to that seal.';
comment on table audit.entry is 'Who did or read what. Only added to: the working role can insert and select, nothing else.';
comment on column audit.entry.id is 'UUIDv7 made of "at": the id alone finds the partition and sorts by time.';
comment on column audit.entry.xid is 'Orders the trail together with id: what is below the oldest running transaction is complete.';
comment on column audit.entry.objects is 'What it was about, as "type:id".';
comment on column audit.entry.details is 'Beside each object: "s" positions in subjects, "f" facts; the text itself is what was digested, hence json, not jsonb. Personal, as all from actor_name to here.';
comment on column audit.entry.salt is 'Of the digest over the personal part; gone when that part was erased.';
comment on column audit.entry.erased_digest is 'The digest of the personal part, kept in its place after a lawful erasure.';
comment on column audit.entry.digest is 'Leaf of the Merkle tree (RFC 9162), specified in canonical.ts.';
comment on table audit.frontier is 'Compact range of the last seal. A convenience: it must give that root, or it is made again from nodes.';
comment on table audit.head is 'Heads of the tree that were signed, about one a minute; copies are kept where nobody who can write here can write.';
comment on table audit.node is 'Roots of complete subtrees of 2^level leaves, from which proofs are put together.';
comment on table audit.seal is 'Tree heads, chained: all entries from from_xid up to, not including, to_xid have their place for good.';
comment on table audit.signing_key is 'Public keys under which heads were signed; an old one stays, or its heads could not be checked.';
comment on column audit.signing_key.endorsed_by is 'The key before it, which signed this one: whoever trusts that one may trust this one.';
comment on table audit.verification is 'Checks of the trail against its seals, heads and itself: by night what is new, by command all of it.';
comment on column audit.verification.from_size is 'How many entries had been checked before and were not looked at again.';

grant select on audit.beginning to lien_thong_app;
grant select on audit.entry to lien_thong_app;
grant insert (id, at, account, operation, kind, outcome, request_id, post_id, post_title, unit_id, unit_name, objects, actor_name, on_behalf, purpose, address, subjects, details, salt, digest) on audit.entry to lien_thong_app;
grant insert, select, update on audit.frontier to lien_thong_app;
grant insert, select on audit.head to lien_thong_app;
grant insert, select on audit.node to lien_thong_app;
grant insert, select on audit.seal to lien_thong_app;
grant insert, select on audit.signing_key to lien_thong_app;
grant insert, select on audit.verification to lien_thong_app;
