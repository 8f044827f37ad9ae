-- Of a past period form 06 asks what was late and went on at its end: only what ended late can be that.
create index dossier_ended_late on services.dossier (finished_at) include (deadline, received_at, procedure_code, owner_id, id)
  where finished_at > deadline;
