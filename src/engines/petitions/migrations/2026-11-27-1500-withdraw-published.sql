grant delete on petitions.published to lien_thong_app;
