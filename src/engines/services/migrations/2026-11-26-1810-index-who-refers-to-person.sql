-- A person is taken away only where nobody refers to them: asked by an index, not by reading whole tables.
create index draft_by_person on services.draft (person_id) where person_id is not null;
create index ended_invitation_by_writer on services.ended_invitation (writer_id);
