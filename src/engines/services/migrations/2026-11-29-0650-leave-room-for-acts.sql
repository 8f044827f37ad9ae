-- Most acts change nothing of a dossier that an index knows. With room on its page the new row needs no entry in any of its fifteen
-- indexes (heap-only tuples); pages written from now on keep some.
alter table services.dossier set (fillfactor = 85)
