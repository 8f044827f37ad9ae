create table audit.beginning (
  seal bigint not null,
  leaves bytea not null,
  part text not null,
  at timestamptz not null,
  constraint beginning_pk primary key (seal),
  constraint beginning_seal foreign key (seal) references audit.seal (number),
  constraint beginning_leaves check (octet_length(leaves) % 32 = 0 and octet_length(leaves) < 256 * 32)
);
comment on table audit.beginning is 'Behind which seal the trail begins here, each time a month left for its archive; the highest counts. Its entry audit.archivePart says the same in the trail.';
comment on column audit.beginning.leaves is 'Leaves behind the last complete subtree of 256: with the nodes they make the tree up to that seal.';
-- As the rest of the trail: whoever works may read it. Only the owner, who alone drops months, adds to it.
grant select on audit.beginning to lien_thong_app;
