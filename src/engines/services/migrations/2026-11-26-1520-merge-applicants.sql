grant update on services.dossier_co_applicant to lien_thong_app;
grant update on services.ended_invitation to lien_thong_app;
