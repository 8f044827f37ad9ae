create table audit.signing_key (
  id bytea not null,
  public_key bytea not null,
  since timestamptz not null,
  endorsed_by bytea,
  endorsement bytea,
  constraint signing_key_pk primary key (id),
  constraint signing_key_endorsed_by foreign key (endorsed_by) references audit.signing_key (id),
  constraint signing_key_endorsement check ((endorsed_by is null) = (endorsement is null)),
  constraint signing_key_id check (octet_length(public_key) = 32 and id = sha256(public_key))
);
comment on table audit.signing_key is 'Public keys under which heads were signed; an old one stays, or its heads could not be checked.';
comment on column audit.signing_key.endorsed_by is 'The key before it, which signed this one: whoever trusts that one may trust this one.';

create table audit.head (
  tree_size bigint not null,
  root bytea not null,
  seal bigint not null,
  at timestamptz not null,
  key_id bytea not null,
  signature bytea not null,
  constraint head_pk primary key (tree_size),
  constraint head_key_id foreign key (key_id) references audit.signing_key (id),
  constraint head_lengths check (octet_length(root) = 32 and octet_length(signature) = 64)
);
create index head_by_at on audit.head (at);
comment on table audit.head is 'Heads of the tree that were signed, about one a minute; copies are kept where nobody who can write here can write.';

-- As the trail itself: only added to.
grant select, insert on audit.signing_key, audit.head to lien_thong_app;
