-- A person is taken away only where nobody refers to them: asked by an index, not by reading whole tables.
create index person_by_merged on directory.person (merged_into) where merged_into is not null;
create index mandate_of_holder on directory.mandate (holder_id) where holder_id is not null;
